import Hashing
import Notebook

/// Digests of what the pages of a site are made from: an edit remakes a page exactly when its key changes.
struct Ingredients {
    private let manuscript: Manuscript
    /// What all pages have in common: the code, the layouts, the book's contents, KaTeX.
    private let common: [String]
    /// Every record, and what pages tell each other.
    private let whole: [String]
    private let stability: [String]
    /// By slug, a digest of all that decides what a section measured, in this build and in kept runs.
    private let sections: [String: String]

    init(of site: Site) {
        manuscript = site.manuscript
        let report = site.report
        // As digests, since every page's key holds them.
        let shared =
            [
                "site 2", report.code, site.shell.layouts.text, report.book.title,
                report.book.authors.joined(separator: "\n"), report.book.description, report.book.reviewed ?? "",
                "\(site.shell.hasTerms)", report.language.code, site.math.digest, report.ledger.text,
            ]
            + site.shell.sections.flatMap {
                [$0.number, $0.info.slug, $0.info.title, site.shell.openings[$0.info.slug] ?? ""]
            }
        common = [Digest(ofFields: shared).hex]
        var sections = manuscript.records.mapValues { Self.fields(of: $0) }
        for (slug, kept) in manuscript.kept {
            let records = kept.values.sorted { $0.record.profile.rawValue < $1.record.profile.rawValue }
            sections[slug, default: ["absent"]] += records.flatMap { Self.fields(of: $0) }
        }
        let digests = sections.mapValues { Digest(ofFields: $0).hex }
        self.sections = digests
        let all =
            site.manuscript.pages.flatMap { [$0.slug, $0.facts.digest] }
            + digests.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        whole = [Digest(ofFields: all).hex]
        stability = report.stability?.fields ?? []
    }

    var evidence: String { key(["evidence"] + whole + [manuscript.front.facts.digest] + stability) }
    var errata: String {
        manuscript.errata.map { key(of: $0, adding: whole + [manuscript.front.facts.digest]) } ?? evidence
    }
    var gallery: String { key(ofPage: "gallery") }

    /// The key of a page made from all sections' facts and results.
    func key(ofPage name: String) -> String { key([name] + whole) }

    func key(ofNumbersOf record: SectionRecord) -> String {
        let slug = record.section.info.slug
        let facts = manuscript.page(slug)?.facts.digest ?? ""
        return key(["numbers", facts] + fields(ofSection: slug))
    }

    /// - Parameter hasPDF: whether the page leads to a PDF.
    func key(ofFront page: PageSource, hasPDF: Bool) -> String { key(of: page, adding: whole + ["\(hasPDF)"]) }

    func key(of page: PageSource) -> String { key(of: page, adding: []) }

    private func key(of page: PageSource, adding others: [String]) -> String {
        var sections: Set<String> = [page.slug]
        var fields = ["page", page.slug, page.digest, manuscript.bibliography.styleDigest(of: page.slug)]
        for mention in page.facts.mentions {
            fields += self.fields(of: mention, on: page.slug)
            sections.insert(mention.section(on: page.slug))
            if mention.noun == .claim, let entry = manuscript.claim(mention.name) {
                sections.insert(entry.section.info.slug)
            }
        }
        for slug in sections.sorted() { fields += self.fields(ofSection: slug) }
        return key(fields + others)
    }

    /// What a page takes from elsewhere, besides what sections measured, where it names something.
    private func fields(of mention: PageFacts.Mention, on slug: String) -> [String] {
        func target(_ label: String) -> [String] {
            guard let target = manuscript.targets.target(label, from: slug) else { return ["nothing"] }
            return [target.anchor.page, target.anchor.id, target.text, target.title, "\(target.isAbsent)"]
        }
        switch mention.noun {
        case .target: return target(mention.name)
        case .figure: return target("fig-\(mention.section(on: slug))/\(mention.name)")
        case .table: return target("tbl-\(mention.section(on: slug))/\(mention.name)")
        case .citation:
            let entry = manuscript.bibliography.entry(mention.name)
            return [manuscript.references.digest, entry?.authors ?? "", entry?.year ?? ""]
        case .picture: return [manuscript.pictures.digest(of: mention.name)]
        case .link:
            guard case .anchor(let anchor) = manuscript.targets.destination(of: mention.name, from: slug) else {
                return ["nowhere"]
            }
            return [anchor.page, anchor.id]
        case .snippet:
            guard let snippet = manuscript.snippets[mention.name] else { return ["nothing"] }
            return [snippet.file, "\(snippet.line)", snippet.text]
        default: return []
        }
    }

    private func fields(ofSection slug: String) -> [String] { [slug, sections[slug] ?? "absent"] }

    private static func fields(of record: SectionRecord) -> [String] {
        [
            record.section.number, record.section.info.slug, record.section.info.title, record.profile.rawValue,
            "\(record.seed)", record.rerunCommand,
        ]
            + record.studies.flatMap { study in
                [
                    study.study.path, study.study.question, study.dataName ?? "",
                    String(decoding: study.parameters, as: UTF8.self), study.inputDigest, study.presentationDigest,
                    "\(study.isAsWritten)", study.rerunCommand,
                ]
            }
    }

    /// The file of a kept run may be changed without a change of what it says that it was made from.
    private static func fields(of kept: KeptRecord) -> [String] {
        let page = kept.record.page
        let values = page.values.sorted { $0.key < $1.key }.flatMap { [$0.key, text($0.value)] }
        let cells = page.tables.flatMap { $0.rows.joined().map(text) }
        let checks = page.claims.flatMap(\.checks).flatMap { ["\($0.measured)", "\($0.halfWidth)", "\($0.n)"] }
        return fields(of: kept.record) + ["\(kept.record.seconds)"] + kept.commits + values + cells + checks
    }

    private static func text(_ value: Quantity) -> String {
        switch value {
        case .number(let number): "\(number)"
        case .count(let count): "\(count)"
        case .text(let text): text
        case .estimate(let mean, let halfWidth, let n): "\(mean) \(halfWidth) \(n)"
        }
    }

    private func key(_ fields: [String]) -> String { Digest(ofFields: common + fields).hex }
}

import Foundation
import Notebook

/// Everything that a report is made from, read but not yet written.
struct Manuscript: Sendable {
    /// The front page.
    let front: PageSource
    /// A page for each section, in reading order.
    let pages: [PageSource]
    /// Every claim of every section, in reading order.
    let claims: [ClaimEntry]
    let references: References
    let bibliography: Bibliography
    let targets: Targets
    let snippets: [String: Snippet]
    let pictures: PictureFiles
    let warnings: [Problem]
    /// The figures of kept results that the prose shows.
    let keptFigures: [(record: SectionRecord, names: [String])]
    /// The records shown, by slug.
    let records: [String: SectionRecord]
    /// The kept results, by slug and profile.
    let kept: [String: [Profile: KeptRecord]]
    private let claimsByID: [String: ClaimEntry]
    private let problems: [Problem]

    /// Reads the templates of `report`.
    ///
    /// - Parameter sections: those that have a page.
    /// - Throws: `ReportError` when a file is missing; what is wrong inside them is kept for `check`.
    init(of report: Report, sections: [NumberedSection]) throws {
        let shown = Dictionary(report.records.map { ($0.section.info.slug, $0) }) { first, _ in first }
        let slugs = Set(sections.map(\.info.slug))
        let absent = report.book.sections.filter {
            !slugs.contains($0.info.slug) && report.hasTemplate($0.info.slug)
        }
        let wanted =
            [("index", nil, nil)]
            + (sections + absent).map { ($0.info.slug, $0, shown[$0.info.slug]) }
            as [(String, NumberedSection?, SectionRecord?)]
        let all = try Parallel.map(wanted) { slug, section, record in
            try PageSource(
                slug: slug, section: section, record: record, source: report.template(slug), cache: report.cache,
                code: report.code)
        }
        let own = Array(all.dropLast(absent.count))
        front = own[0]
        pages = Array(own.dropFirst())
        references = try References(report.referenceFiles(), cache: report.cache, code: report.code)
        let cited = all.flatMap { $0.facts.mentions }.filter { $0.noun == .citation }.map(\.name)
        bibliography = Bibliography(references.all, cited: Set(cited))
        pictures = PictureFiles(folder: report.templates)
        let (snippets, unclosed) = try SnippetReader.read(sources: report.sources)
        self.snippets = snippets
        var targets = Targets(own, absent: Array(all.suffix(absent.count)))
        let claimIDs = report.records.flatMap { $0.page.claims }.map { "claim-\($0.id)" }
        targets.addPages(["evidence": Set(claimIDs)])
        self.targets = targets

        records = shown
        let kept = Dictionary(grouping: report.kept) { $0.record.section.info.slug }
            .mapValues { Dictionary($0.map { ($0.record.profile, $0) }) { first, _ in first } }
        self.kept = kept
        claims = report.records.flatMap { record in
            let full = record.profile == .full ? nil : kept[record.section.info.slug]?[.full]?.record
            return record.page.claims.map { ClaimEntry($0, in: record, kept: full, ledger: report.ledger) }
        }
        claimsByID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
        let usage = Usage(all.map { ($0.slug, $0.facts) }, owners: claimsByID.mapValues(\.section.info.slug))
        warnings = usage.unused(in: own) + usage.uncited(of: references)
        keptFigures = report.kept.compactMap { kept in
            let (slug, profile) = (kept.record.section.info.slug, kept.record.profile)
            let names = kept.record.page.figures.map(\.name).filter {
                usage.showsFigure($0, of: slug, in: profile)
            }
            return names.isEmpty ? nil : (kept.record, names)
        }
        problems = own.flatMap(\.problems) + references.problems + unclosed + targets.problems
    }

    /// The prose of `page` with every name answered; what can't be goes to `ledger`.
    func resolved(_ page: PageSource, _ ledger: Ledger) -> ResolvedPage {
        let resolver = Resolver(
            page: page, records: records, kept: kept[page.slug] ?? [:], claims: claimsByID, targets: targets,
            bibliography: bibliography, snippets: snippets, pictures: pictures, ledger: ledger)
        let differing = claims.filter { $0.section.info.slug == page.slug && $0.differsFromPrediction }
        return ResolvedPage(
            record: page.record, slug: page.slug, prose: resolver.resolve().appending(differing.differences))
    }

    /// The claim `id`.
    func claim(_ id: String) -> ClaimEntry? { claimsByID[id] }

    /// Where each claim is first mentioned, by its id.
    var places: [String: Anchor] {
        var places: [String: Anchor] = [:]
        for page in [front] + pages {
            let hasFullRun = kept[page.slug]?[.full] != nil
            for mention in page.facts.mentions where mention.noun == .claim && (hasFullRun || !mention.isOfFullRun) {
                guard let entry = claimsByID[mention.name], places[entry.id] == nil else { continue }
                places[entry.id] = entry.place(on: page.slug)
            }
        }
        return places
    }

    /// The templates by the names a reader sees.
    var sources: [String: SourceText] {
        Dictionary(([front] + pages).map { ($0.source.file, $0.source) }) { first, _ in first }
    }

    /// Throws everything wrong that was found, when anything was.
    func check(adding others: [Problem] = []) throws(ReportError) {
        let all = Set(problems + others).sorted()
        guard all.isEmpty else { throw .problems(all) }
    }
}

extension Report {
    /// The files of sources, of which a book has one at least.
    fileprivate func referenceFiles() throws(ReportError) -> [SourceText] {
        let names = ["references.yml", "references.bib"].filter {
            FileManager.default.fileExists(atPath: templates.appending(path: $0).path)
        }
        var files: [SourceText] = []
        for name in names.isEmpty ? ["references.yml"] : names {
            files.append(try SourceText(contentsOf: templates.appending(path: name), named: "templates/\(name)"))
        }
        return files
    }

    fileprivate func hasTemplate(_ slug: String) -> Bool {
        FileManager.default.fileExists(atPath: templates.appending(path: "\(slug).md").path)
    }

    fileprivate func template(_ slug: String) throws(ReportError) -> SourceText {
        try SourceText(contentsOf: templates.appending(path: "\(slug).md"), named: "templates/\(slug).md")
    }
}

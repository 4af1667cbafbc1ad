import Foundation
import Notebook

/// Everything that a report is made from, read but not yet written.
struct Manuscript: Sendable {
    /// The front page.
    let front: PageSource
    /// A page for each section, in reading order.
    let pages: [PageSource]
    /// The prose of the page of errata, `errata.md`; nil where a book has none.
    let errata: PageSource?
    /// Every claim of every section, in reading order.
    let claims: [ClaimEntry]
    let references: References
    let bibliography: Bibliography
    let targets: Targets
    let snippets: [String: Snippet]
    let pictures: PictureFiles
    /// The book's own commands for formulas.
    let macros: [Macro]
    private let macroSource: SourceText?
    let warnings: [Problem]
    /// The figures of kept results that the prose shows.
    let keptFigures: [(record: SectionRecord, names: [String])]
    /// The records shown, by slug.
    let records: [String: SectionRecord]
    /// The kept results, by slug and profile.
    let kept: [String: [Profile: KeptRecord]]
    let claimsByID: [String: ClaimEntry]
    /// The book's title.
    let title: String
    let language: Language
    private let pagesBySlug: [String: PageSource]
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
        // Its prose speaks of the whole book.
        let isWhole = slugs.count == report.book.sections.count
        let behind = report.book.reviewed != nil && isWhole && report.hasTemplate("errata") ? ["errata"] : []
        func inSection(_ section: NumberedSection) -> (String, NumberedSection?, SectionRecord?) {
            (section.info.slug, section, shown[section.info.slug])
        }
        let wanted =
            [("index", nil, nil)] + sections.map(inSection) + behind.map { ($0, nil, nil) } + absent.map(inSection)
        let all = try Parallel.map(wanted) { slug, section, record in
            try PageSource(
                slug: slug, section: section, record: record, source: report.template(slug), in: report.language,
                cache: report.cache,
                code: report.code)
        }
        let own = Array(all.dropLast(absent.count))
        title = report.book.title
        language = report.language
        front = own[0]
        pages = Array(own.dropFirst().dropLast(behind.count))
        errata = behind.isEmpty ? nil : own.last
        pagesBySlug = Dictionary(pages.map { ($0.slug, $0) }) { first, _ in first }
        let files = try report.referenceFiles()
        references = try References(files, cache: report.cache, code: report.code)
        let styled = try StyledCitations(of: report, pages: own, references: references, sources: files)
        let cited = all.flatMap { $0.facts.mentions }.filter { $0.noun == .citation }.map(\.name)
        bibliography = Bibliography(references.all, cited: Set(cited), in: report.language, styled: styled)
        pictures = PictureFiles(folder: report.templates)
        macroSource = try report.macroFile()
        let (macros, wrongMacros) = macroSource.map(MacroReader.read) ?? ([], [])
        self.macros = macros
        let (snippets, unclosed) = try SnippetReader.read(sources: report.sources)
        self.snippets = snippets
        var targets = Targets(own, absent: Array(all.suffix(absent.count)), in: report.language)
        let claimIDs = report.records.flatMap { $0.page.claims }.map { "claim-\($0.id)" }
        targets.addPages(["evidence": Set(claimIDs), "about": []])
        if report.book.reviewed != nil { targets.addPages(["errata": []]) }
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
        problems = own.flatMap(\.problems) + references.problems + wrongMacros + unclosed + targets.problems
    }

    /// The claim `id`.
    func claim(_ id: String) -> ClaimEntry? { claimsByID[id] }

    /// The page of the section `slug`.
    func page(_ slug: String) -> PageSource? { pagesBySlug[slug] }

    /// Every page that a template says.
    var all: [PageSource] { [front] + pages + [errata].compactMap { $0 } }

    /// Where each claim is first mentioned, by its id.
    var places: [String: Anchor] {
        var places: [String: Anchor] = [:]
        for page in all {
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
        Dictionary((all.map(\.source) + [macroSource].compactMap { $0 }).map { ($0.file, $0) }) {
            first, _ in first
        }
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

    /// The book's own commands for formulas, if it has any.
    fileprivate func macroFile() throws(ReportError) -> SourceText? {
        let file = templates.appending(path: "macros.tex")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try SourceText(contentsOf: file, named: "templates/macros.tex")
    }

    fileprivate func hasTemplate(_ slug: String) -> Bool {
        FileManager.default.fileExists(atPath: templates.appending(path: "\(slug).md").path)
    }

    fileprivate func template(_ slug: String) throws(ReportError) -> SourceText {
        try SourceText(contentsOf: templates.appending(path: "\(slug).md"), named: "templates/\(slug).md")
    }
}

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
    /// What the names of all pages mean.
    let answers: Answers
    let references: References
    /// The book's own commands for formulas.
    let macros: [Macro]
    private let macroSource: SourceText?
    let warnings: [Problem]
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
        front = own[0]
        pages = Array(own.dropFirst().dropLast(behind.count))
        errata = behind.isEmpty ? nil : own.last
        pagesBySlug = Dictionary(pages.map { ($0.slug, $0) }) { first, _ in first }
        let files = try report.referenceFiles()
        references = try References(files, cache: report.cache, code: report.code)
        let styled = try StyledCitations(of: report, pages: own, references: references, sources: files)
        let cited = all.flatMap { $0.facts.mentions }.filter { $0.noun == .citation }.map(\.name)
        let bibliography = Bibliography(references.all, cited: Set(cited), in: report.language, styled: styled)
        macroSource = try report.macroFile()
        let (macros, wrongMacros) = macroSource.map(MacroReader.read) ?? ([], [])
        self.macros = macros
        let (snippets, unclosed) = try SnippetReader.read(sources: report.sources)
        var targets = Targets(own, absent: Array(all.suffix(absent.count)), in: report.language)
        let claimIDs = report.records.flatMap { $0.page.claims }.map { "claim-\($0.id)" }
        targets.addPages(["evidence": Set(claimIDs), "about": []])
        if report.book.reviewed != nil { targets.addPages(["errata": []]) }

        let kept = Answers.byProfile(report.kept)
        let claims = Answers.claims(of: report, kept)
        let claimsByID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
        let usage = Usage(all.map { ($0.slug, $0.facts) }, owners: claimsByID.mapValues(\.section.info.slug))
        warnings = usage.unused(in: own) + usage.uncited(of: references)
        answers = Answers(
            records: shown, kept: kept, claims: claims, claimsByID: claimsByID, targets: targets,
            bibliography: bibliography, snippets: snippets, pictures: PictureFiles(folder: report.templates),
            keptFigures: Answers.keptFigures(report.kept, shownBy: usage), title: report.book.title,
            language: report.language)
        problems = own.flatMap(\.problems) + references.problems + wrongMacros + unclosed + targets.problems
    }

    /// Every claim of every section, in reading order.
    var claims: [ClaimEntry] { answers.claims }
    var bibliography: Bibliography { answers.bibliography }
    var targets: Targets { answers.targets }
    var snippets: [String: Snippet] { answers.snippets }
    var pictures: PictureFiles { answers.pictures }
    var keptFigures: [(record: SectionRecord, names: [String])] { answers.keptFigures }
    /// The records shown, by slug.
    var records: [String: SectionRecord] { answers.records }
    /// The kept results, by slug and profile.
    var kept: [String: [Profile: KeptRecord]] { answers.kept }
    /// The book's title.
    var title: String { answers.title }
    var language: Language { answers.language }

    /// The claim `id`.
    func claim(_ id: String) -> ClaimEntry? { answers.claimsByID[id] }

    /// The prose of `page` with every name answered; what can't be goes to `ledger`.
    func resolved(_ page: PageSource, _ ledger: Ledger) -> ResolvedPage { answers.resolved(page, ledger) }

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
                guard let entry = claim(mention.name), places[entry.id] == nil else { continue }
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
    func macroFile() throws(ReportError) -> SourceText? {
        let file = templates.appending(path: "macros.tex")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try SourceText(contentsOf: file, named: "templates/macros.tex")
    }

    fileprivate func hasTemplate(_ slug: String) -> Bool {
        FileManager.default.fileExists(atPath: templates.appending(path: "\(slug).md").path)
    }

    func template(_ slug: String) throws(ReportError) -> SourceText {
        try SourceText(contentsOf: templates.appending(path: "\(slug).md"), named: "templates/\(slug).md")
    }
}

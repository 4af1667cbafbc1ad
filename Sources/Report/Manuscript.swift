import Foundation
import Notebook

/// Everything that was read and resolved, before anything is written.
struct Manuscript {
    /// The front page's prose.
    let front: ResolvedPage
    /// A page for each section, in reading order.
    let pages: [ResolvedPage]
    /// Every claim of every section, in reading order.
    let claims: [ClaimEntry]
    let bibliography: Bibliography
    let targets: Targets
    /// The templates by the names a reader sees.
    let sources: [String: SourceText]
    let warnings: [Problem]
    /// The figures of kept results that the prose shows.
    let keptFigures: [(record: SectionRecord, names: [String])]
    private let problems: [Problem]

    /// Reads and resolves the templates of `report`.
    ///
    /// - Throws: `ReportError` when a file is missing; what is wrong inside them is kept for `check`.
    init(of report: Report) throws {
        let names = [("index", nil)] + report.records.map { ($0.section.info.slug, Optional($0)) }
        let read = try Parallel.map(names) { slug, record in
            let source = try SourceText(
                contentsOf: report.templates.appending(path: "\(slug).md"), named: "templates/\(slug).md")
            let (prose, found) = ProseReader.read(source)
            return (page: PageSource(slug: slug, record: record, source: source, prose: prose), problems: found)
        }
        let inputs = read.map(\.page)
        var problems = read.flatMap(\.problems)
        let referenceFile = try SourceText(
            contentsOf: report.templates.appending(path: "references.yml"), named: "templates/references.yml")
        let (references, unreadable) = ReferenceReader.read(referenceFile)
        let (snippets, unclosed) = SnippetReader.read(sources: report.sources)
        let targets = Targets(inputs)
        problems += unreadable + unclosed + targets.problems

        let bibliography = Bibliography(references)
        let kept = Dictionary(grouping: report.kept) { $0.record.section.info.slug }
            .mapValues { Dictionary($0.map { ($0.record.profile, $0) }) { first, _ in first } }
        let claims = report.records.flatMap { record in
            let full = record.profile == .full ? nil : kept[record.section.info.slug]?[.full]?.record
            return record.page.claims.map { ClaimEntry($0, in: record, kept: full) }
        }
        let ledger = Ledger()
        let bySlug = Dictionary(report.records.map { ($0.section.info.slug, $0) }) { first, _ in first }
        let byID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
        let resolved = inputs.map { page in
            let resolver = Resolver(
                page: page, records: bySlug, kept: kept[page.slug] ?? [:], claims: byID, targets: targets,
                bibliography: bibliography,
                snippets: snippets, ledger: ledger)
            return ResolvedPage(record: page.record, slug: page.slug, prose: resolver.resolve())
        }
        front = resolved[0]
        pages = Array(resolved.dropFirst())
        self.claims = claims
        self.bibliography = bibliography
        self.targets = targets
        sources = Dictionary(inputs.map { ($0.source.file, $0.source) }) { first, _ in first }
        warnings = ledger.unused(in: inputs) + ledger.uncited(of: references)
        keptFigures = report.kept.compactMap { kept in
            let owner = KeptRecord.owner(kept.record.section.info.slug, kept.record.profile)
            let names = kept.record.page.figures.map(\.name).filter {
                ledger.used.contains(Ledger.Use(noun: .figure, section: owner, name: $0))
            }
            return names.isEmpty ? nil : (kept.record, names)
        }
        self.problems = problems + ledger.problems
    }

    /// Where each claim is first mentioned, by its id.
    var places: [String: Anchor] {
        var places: [String: Anchor] = [:]
        for page in [front] + pages {
            for entry in page.mentioned where places[entry.id] == nil { places[entry.id] = entry.place(on: page.slug) }
        }
        return places
    }

    /// Throws everything wrong that was found, when anything was.
    func check(adding others: [Problem] = []) throws(ReportError) {
        let all = Set(problems + others).sorted()
        guard all.isEmpty else { throw .problems(all) }
    }
}

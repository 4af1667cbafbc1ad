import Foundation
import Hashing
import Notebook

extension Site {
    /// Every claim with its measurements.
    var evidence: ResolvedPage {
        EvidencePage(
            manuscript: manuscript, reviewed: report.book.reviewed,
            coverage: Coverage(of: manuscript, book: report.book),
            stability: report.stability?.parts(manuscript.claims) ?? [], sections: shell.sections
        ).page
    }

    /// What is wrong in the text that the book reviews; nil for a book that reviews none.
    var errata: ResolvedPage? {
        report.book.reviewed.map {
            ErrataPage(text: $0, manuscript: manuscript, sections: shell.sections, ledger: ledger).page
        }
    }

    /// What this build was made from.
    ///
    /// - Parameter isTimed: whether it tells how long everything took.
    func about(isTimed: Bool) throws -> ResolvedPage {
        AboutPage(
            records: report.records, facts: report.facts, katex: math.version, parameters: try readableParameters(),
            timings: isTimed ? report.timings : nil
        ).page
    }

    /// The pages behind the sections that every format has.
    func backMatter() throws -> [ResolvedPage] {
        [evidence] + [errata, terms].compactMap { $0 } + [try about(isTimed: false)]
    }

    /// The index; nil for a book that marks no terms.
    var terms: ResolvedPage? { TermsPage(manuscript: manuscript).page }

    /// All pages by each of `renderers`.
    func batches(by renderers: [any Renderer]) -> [Batch] {
        guard !renderers.isEmpty else { return [] }
        let ingredients = Ingredients(of: self)
        return renderers.flatMap { renderer -> [Batch] in
            func batch(_ slug: String, _ key: String, _ page: @escaping @Sendable () throws -> ResolvedPage) -> Batch {
                let own = Digest(ofFields: ["renderer", renderer.version, key]).hex
                return Batch(["\(renderer.folder)/\(slug).\(renderer.ending)"], key: key.isEmpty ? "" : own) {
                    [Data(try renderer.render(try page()).utf8)]
                }
            }
            let sections = manuscript.pages.map { page in
                batch(page.slug, ingredients.key(of: page)) { manuscript.resolved(page, ledger) }
            }
            let front = batch("index", ingredients.key(ofFront: manuscript.front, hasPDF: false)) {
                manuscript.resolved(manuscript.front, ledger)
            }
            return [front] + sections + [
                batch("evidence", ingredients.evidence) { evidence }, batch("about", "") { try about(isTimed: false) },
            ] + [errata].compactMap { $0 }.map { page in batch("errata", ingredients.errata) { page } }
                + [terms].compactMap { $0 }.map { page in batch("terms", ingredients.key(ofPage: "terms")) { page } }
        }
    }

    // MARK: Numbers

    /// Where the numbers of the figures of `record` stand; nil for a section without figures.
    func numbersPath(of record: SectionRecord) -> String? {
        let slug = record.section.info.slug
        let hasFigures =
            !record.page.figures.isEmpty || manuscript.keptFigures.contains { $0.record.section.info.slug == slug }
        return hasFigures ? "\(slug)-numbers.html" : nil
    }

    /// The numbers of all figures of a section.
    func numbers(of record: SectionRecord) throws -> (page: ResolvedPage, views: [String: FigureView]) {
        let slug = record.section.info.slug
        let views = try self.views { owner, _ in owner.section.info.slug == slug ? nil : [] }
        let figures = shown.filter { $0.record.section.info.slug == slug }.flatMap { owner, names in
            ordered(owner.page.figures, of: slug).filter { names?.contains($0.name) ?? true }.compactMap { figure in
                let entry = numbered(figure, of: slug, kept: names.map { _ in owner.profile })
                return views[entry.stem(frame: entry.figure.initial)].map { (entry, $0) }
            }
        }
        return (NumbersPage(section: record.section, figures: figures).page, views)
    }

    /// `figures` as the page of their section shows them; those that it does not show come last.
    func ordered(_ figures: [PageFigure], of slug: String) -> [PageFigure] {
        let landmarks = manuscript.page(slug)?.facts.landmarks ?? []
        let shown = landmarks.filter { $0.noun == .figure }.map(\.name)
        let places = figures.enumerated().map { place, figure in
            (shown.firstIndex(of: figure.name) ?? shown.count, place, figure)
        }
        return places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// A figure with the number it bears on its own page.
    func numbered(_ figure: PageFigure, of slug: String, kept: Profile? = nil) -> FigureEntry {
        let entry = FigureEntry(figure: figure, slug: slug, number: "", kept: kept)
        let number = manuscript.targets.target(entry.id, from: slug)?.text ?? ""
        return FigureEntry(figure: figure, slug: slug, number: number, kept: kept)
    }

    // MARK: Parameters

    /// Each study's parameters by its path, remembered between builds.
    private func readableParameters() throws -> [String: String] {
        let studies = report.records.flatMap(\.studies)
        let kept = studies.map { String(decoding: $0.parameters, as: UTF8.self) }
        let readable = { studies.map { Self.readable($0.parameters) } }
        let texts =
            try report.cache.texts(Digest(ofFields: ["parameters 3", report.code] + kept).hex, make: readable)
            ?? readable()
        return Dictionary(zip(studies.map(\.study.path), texts)) { first, _ in first }
    }

    /// A line for each value, as `--set` takes it: nested ones by their path.
    private static func readable(_ json: Data) -> String {
        do {
            return try assignments(JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed), to: "")
                .joined(separator: "\n")
        } catch {
            return String(decoding: json, as: UTF8.self)
        }
    }

    private static func assignments(_ value: Any, to path: String) throws -> [String] {
        if let object = value as? [String: Any] {
            return try object.sorted { $0.key < $1.key }.flatMap { name, inner in
                try assignments(inner, to: path.isEmpty ? name : "\(path).\(name)")
            }
        }
        let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .withoutEscapingSlashes]
        let text = try JSONSerialization.data(withJSONObject: value, options: options)
        return ["\(path)=\(String(decoding: text, as: UTF8.self))"]
    }
}

import Foundation

/// The readers of what people write, each on its own, so that tests can hand them anything.
package enum Readers {
    /// Reads a template and writes its prose as LaTeX and as HTML; returns the problems of the template.
    package static func prose(_ bytes: [UInt8]) throws -> [Problem] { try written(bytes).problems }

    /// A template as HTML and as LaTeX, its formulas as TeX, and its problems.
    package static func written(_ bytes: [UInt8]) throws -> (html: String, latex: String, problems: [Problem]) {
        let source = SourceText(file: "templates/any.md", bytes: SourceText.normal(bytes) ?? bytes)
        let page = try PageSource(slug: "any", source: source)
        let targets = Targets([page])
        let ledger = Ledger()
        let resolver = Resolver(
            page: page, records: [:], kept: [:], claims: [:], targets: targets, bibliography: Bibliography([:]),
            snippets: [:],
            pictures: PictureFiles(folder: URL(filePath: "/nowhere")), ledger: ledger)
        let resolved = resolver.resolve()
        var latex = LaTeXWriter(page: "any", notes: resolved.notes)
        latex.write(resolved.blocks, at: resolved.places)
        var html = HTMLWriter(page: "any", formulas: [:], figures: [:], notes: resolved.notes)
        html.writePage(resolved.blocks)
        return (html.out.html, latex.out, page.problems + targets.problems + ledger.problems + latex.problems)
    }

    /// Reads a file of references; returns how many there are and the problems.
    package static func references(_ bytes: [UInt8], file: String = "any.yml") -> (count: Int, problems: [Problem]) {
        let (references, problems) = ReferenceReader.read(SourceText(file: "templates/\(file)", bytes: bytes))
        let bibliography = Bibliography(Dictionary(references.map { ($0.id, $0) }) { first, _ in first })
        for id in references.map(\.id) { _ = bibliography.entry(id)?.listing }
        return (references.count, problems)
    }

    /// Renders formulas; returns their HTML, or why there is none.
    package static func formulas(_ tex: [String]) throws -> [String] {
        try KaTeX().render(tex.map { Formula(tex: $0, display: true) }).map { outcome in
            switch outcome {
            case .html(let html): html
            case .error(let reason, _): reason
            }
        }
    }
}

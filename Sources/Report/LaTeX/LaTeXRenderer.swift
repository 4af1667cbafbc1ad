/// Writes pages as LaTeX, by the commands of `edition.sty`.
struct LaTeXRenderer: Renderer {
    /// The sizes in points of the figures that have a file to include, by the stem of its name.
    let figures: [String: (width: Double, height: Double)]

    var folder: String { "latex" }
    var ending: String { "tex" }
    var version: String { "1" }

    /// - Throws: `ReportError.problems` with what LaTeX can't set.
    func render(_ page: ResolvedPage) throws -> String {
        let writer = written(page)
        guard writer.problems.isEmpty else { throw ReportError.problems(writer.problems) }
        return writer.out
    }

    /// The writer that has written `page`, with all that it noted on its way.
    func written(_ page: ResolvedPage) -> LaTeXWriter {
        var writer = LaTeXWriter(page: page.slug, notes: page.prose.notes, figures: figures)
        writer.write(page.prose.blocks, at: page.prose.places)
        return writer
    }
}

/// A command for formulas that the book defines once, for pages and PDF alike.
struct Macro: Hashable, Sendable {
    /// With its backslash: "\norm".
    let name: String
    /// How many arguments it takes.
    let arguments: Int
    /// Its TeX, in which `#1` stands for the first argument.
    let body: String
    let place: Place

    /// The definition as KaTeX and LaTeX both read it.
    var definition: String {
        "\\newcommand{\(name)}\(arguments == 0 ? "" : "[\(arguments)]"){\(body)}"
    }
}

extension [Macro] {
    /// The definitions as LaTeX, each below a comment that names its place.
    var latex: String {
        map { "% \($0.place.file):\($0.place.line)\n\(LaTeX.math($0.definition) ?? $0.definition)\n" }.joined()
    }
}

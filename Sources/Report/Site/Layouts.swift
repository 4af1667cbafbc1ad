import Foundation
import Mustache

/// The layouts of pages, every name in them checked when they are loaded.
struct Layouts: Sendable {
    private let library: MustacheLibrary
    /// Their text, for keys of what is made with them.
    let text: String

    /// What a layout may name, by layout.
    private static let names: [String: Set<String>] = [
        "entry": ["chapter", "number", "name", "href", "isCurrent"],
        "page": [
            "language", "title", "heading", "kicker", "book", "body", "contents", "number", "name", "href", "isCurrent",
            "previous", "next", "outline", "id", "label", "level", "slug", "hasOutline", "pages", "authors",
            "description",
        ],
        "front": [
            "book", "prose", "contents", "number", "name", "href", "claims", "counts", "verdict", "glyph", "count",
            "hasSurprises", "surprises", "id", "pdf", "chapter", "chapters", "sections", "figures", "holding",
            "reviewed", "authors",
        ],
    ]

    /// Loads every layout of the book whose templates lie in `templates`.
    ///
    /// - Throws: `ReportError.missingFile`, or `.problems` for a name that no layout knows.
    init(templates: URL) throws(ReportError) {
        var library = MustacheLibrary()
        var problems: [Problem] = []
        var all = ""
        for name in Self.names.keys.sorted() {
            let source = try BuiltInFile.source("\(name).mustache", in: templates)
            let text = source.text(0..<source.bytes.count)
            problems += Self.unknownNames(in: source, known: Self.names[name] ?? [])
            do {
                try library.register(text, named: name)
            } catch {
                problems.append(Problem(.badLayout("\(error)"), at: Place(file: source.file)))
            }
            all += "\(name)\n\(text)\n"
        }
        guard problems.isEmpty else { throw .problems(problems) }
        self.library = library
        text = all
    }

    /// The layout `name` filled with `values`.
    func render(_ name: String, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: name) ?? ""
    }

    private static func unknownNames(in source: SourceText, known: Set<String>) -> [Problem] {
        var problems: [Problem] = []
        let bytes = source.bytes
        var at = 0
        while let open = bytes[at...].firstRange(of: Array("{{".utf8)) {
            guard let close = bytes[open.upperBound...].firstRange(of: Array("}}".utf8)) else {
                problems.append(Problem(.unclosedValue, at: source.place(open.lowerBound)))
                break
            }
            let name = source.text(open.upperBound..<close.lowerBound).drop { "{#^/&".contains($0) }.trimming
            if !name.hasPrefix("!"), name != ".", !known.contains(name) {
                let suggestion = Spelling.nearest(to: name, among: known)
                problems.append(
                    Problem(.unknownLayoutName(name, suggestion: suggestion), at: source.place(open.lowerBound)))
            }
            at = close.upperBound
        }
        return problems
    }
}

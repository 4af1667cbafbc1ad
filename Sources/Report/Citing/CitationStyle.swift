import Foundation

/// A style of the Citation Style Language (CSL), by which a book cites instead of its own way.
public struct CitationStyle: Hashable, Sendable {
    /// "ieee" of `ieee.csl`.
    public let name: String
    /// Where the book names it.
    let place: Place

    /// - Parameters:
    ///   - name: of a file beside the templates, or of one of Debian's package of styles, without its ending.
    ///   - file: the file of settings that names it, in `line`.
    public init(_ name: String, file: String, line: Int) {
        self.name = name
        place = Place(file: file, line: line, column: 1, text: "csl: \(name)")
    }

    /// Where Debian's package keeps styles.
    private static let systemFolder = "/usr/share/citation-style-language/styles"

    /// The file of that name which Debian's package has; nil when there is none.
    package var systemFile: String? { Self.systemFile(of: name) }

    /// Where the style is, or would be if the system had it.
    package func path(besides templates: URL) -> String {
        let own = templates.appending(path: "\(name).csl").path
        return FileManager.default.fileExists(atPath: own) ? own : systemFile ?? "\(Self.systemFolder)/\(name).csl"
    }

    /// The text of the style.
    ///
    /// - Throws: `ReportError.problems` when there is none of its name.
    func text(besides templates: URL) throws(ReportError) -> Data {
        guard let text = try Self.text(of: name, besides: templates) else { throw .problems([missing(name)]) }
        // A style that only refers to another is that one.
        guard let parent = Self.parent(of: String(decoding: text, as: UTF8.self)) else { return text }
        guard let whole = try Self.text(of: parent, besides: templates) else { throw .problems([missing(parent)]) }
        return whole
    }

    private func missing(_ name: String) -> Problem {
        let folders = [Self.systemFolder, "\(Self.systemFolder)/dependent"]
        let files = folders.flatMap { folder in
            (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".csl") && !$0.contains("/") }
        }
        let nearest = Spelling.nearest(to: name, among: files.map { String($0.dropLast(4)) })
        return Problem(.missingStyle(name, isInstalled: !files.isEmpty, suggestion: nearest), at: place)
    }

    private static func text(of name: String, besides templates: URL) throws(ReportError) -> Data? {
        guard !name.isEmpty, !name.contains("/") else { return nil }
        let own = templates.appending(path: "\(name).csl").path
        guard let path = FileManager.default.fileExists(atPath: own) ? own : systemFile(of: name) else { return nil }
        guard let text = FileManager.default.contents(atPath: path) else { throw .missingFile(path) }
        return text
    }

    private static func systemFile(of name: String) -> String? {
        guard !name.contains("/") else { return nil }
        return ["\(systemFolder)/\(name).csl", "\(systemFolder)/dependent/\(name).csl"]
            .first(where: FileManager.default.fileExists)
    }

    /// The name of the style that `text` refers to.
    private static func parent(of text: String) -> String? {
        for link in text.matches(of: /<link\s[^>]*>/) where link.0.contains("\"independent-parent\"") {
            return link.0.firstMatch(of: /href="[^"]*\/([^"\/]+)"/).map { String($0.1) }
        }
        return nil
    }
}

import Foundation
import Hashing

/// A layout, style sheet or script that is compiled into the program; a book may have a file of its own in its place.
public struct BuiltInFile: Sendable, Equatable {
    /// "style.css"
    public let name: String
    let bytes: [UInt8]

    /// All of them, by name.
    public static let all = [
        BuiltInFile(name: "book.js", bytes: PackageResources.book_js),
        BuiltInFile(name: "entry.mustache", bytes: PackageResources.entry_mustache),
        BuiltInFile(name: "epub.css", bytes: PackageResources.epub_css),
        BuiltInFile(name: "front.mustache", bytes: PackageResources.front_mustache),
        BuiltInFile(name: "page.mustache", bytes: PackageResources.page_mustache),
        BuiltInFile(name: "readout.js", bytes: PackageResources.readout_js),
        BuiltInFile(name: "wager.js", bytes: PackageResources.wager_js),
        BuiltInFile(name: "edition.sty", bytes: PackageResources.edition_sty),
        BuiltInFile(name: "style.css", bytes: PackageResources.style_css),
    ]

    /// The file of that name, if there is one.
    public static func named(_ name: String) -> BuiltInFile? { all.first { $0.name == name } }

    /// Where a book's own file lies in its templates: "style.css", "layouts/page.mustache".
    public var path: String { name == "style.css" ? name : "layouts/\(name)" }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Which version of the file this is: another for any other text.
    public var version: String { String(Digest(of: Data(bytes)).hex.prefix(12)) }

    /// The text for a book's own file, whose first line says from which version it was copied.
    public var copy: String {
        let (open, close) = comment
        return "\(open)\(Self.origin)\(name) \(version)\(close)\n\(text)"
    }

    /// What reads as the name and version of the file that a book's own file was copied from.
    private static let origin = "copied from the built-in "

    /// What begins and ends a comment in the file's language.
    private var comment: (open: String, close: String) {
        switch name.split(separator: ".").last {
        case "css": ("/* ", " */")
        case "js": ("// ", "")
        case "mustache": ("{{! ", " }}")
        default: ("% ", "")
        }
    }

    /// The text of the file named `name` for the book whose templates lie in `templates`: the book's own or the built-in.
    ///
    /// - Throws: `ReportError` when the book has one that can't be read.
    static func source(_ name: String, in templates: URL) throws(ReportError) -> SourceText {
        guard let file = named(name) else { throw .missingFile(name) }
        let own = templates.appending(path: file.path)
        var status = stat()
        // Anything of that name counts as the book's own: what can't be read is an error.
        if lstat(own.path(percentEncoded: false), &status) != 0, errno == ENOENT || errno == ENOTDIR {
            return SourceText(file: "the built-in \(name)", bytes: file.bytes)
        }
        return try SourceText(contentsOf: own, named: "templates/\(file.path)")
    }

    /// A warning for each own file of a book that was copied from another version of the built-in than there is now.
    static func outdatedCopies(in templates: URL) throws(ReportError) -> [Problem] {
        var problems: [Problem] = []
        for file in all {
            let source = try source(file.name, in: templates)
            let first = source.text(0..<(source.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count))
            guard let origin = first.firstRange(of: "\(origin)\(file.name) ") else { continue }
            let version = first[origin.upperBound...].prefix { $0.isHexDigit }
            if version != file.version {
                problems.append(Problem(.outdatedCopy(file.name), at: source.place(0)))
            }
        }
        return problems
    }
}

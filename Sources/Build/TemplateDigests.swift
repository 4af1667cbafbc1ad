import Foundation
import Hashing

/// Digests of what lies in a book's folder of templates.
public struct TemplateDigests: Sendable {
    private let folder: URL
    /// Of the layouts and the style sheet.
    let layout: String
    let references: String

    public init(of folder: URL) throws(BuildError) {
        self.folder = folder
        layout =
            try InputFiles.digest(of: folder.appending(path: "layouts")) + Self.digest(of: "style.css", in: folder)
        references = try Self.others(in: folder)
    }

    /// The digest of everything besides templates, layouts and the style sheet: sources and pictures.
    private static func others(in folder: URL) throws(BuildError) -> String {
        let root = folder.path(percentEncoded: false)
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        var fields: [String] = []
        for name in names.sorted()
        where !name.hasSuffix(".md") && !name.hasPrefix("layouts") && name != "style.css"
            && FileSystem.kind(of: "\(root)/\(name)") == .file
        {
            fields += [name, try digest(of: name, in: folder)]
        }
        return Digest(ofFields: fields).hex
    }

    /// The digest of the file `name`; empty where there is none.
    func digest(of name: String) throws(BuildError) -> String { try Self.digest(of: name, in: folder) }

    private static func digest(of name: String, in folder: URL) throws(BuildError) -> String {
        let text = try InputFiles.contents(of: folder.appending(path: name))
        return text.map { Digest(of: $0).hex } ?? ""
    }
}

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
        references = try Self.digest(of: "references.yml", in: folder)
    }

    /// The digest of the file `name`; empty where there is none.
    func digest(of name: String) throws(BuildError) -> String { try Self.digest(of: name, in: folder) }

    private static func digest(of name: String, in folder: URL) throws(BuildError) -> String {
        let text = try InputFiles.contents(of: folder.appending(path: name))
        return text.map { Digest(of: $0).hex } ?? ""
    }
}

import Foundation
import Testing

/// The examples of docs/cluster.md, word by word.
enum DocumentedExample {
    private static let document = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/cluster.md")

    /// The block of `kind` that begins with `first`.
    static func block(_ first: String, kind: String) throws -> String {
        let text = try String(contentsOf: document, encoding: .utf8)
        let opening = "```\(kind)\n"
        let start = try #require(text.range(of: "\(opening)\(first)"))
        let rest = text[start.lowerBound...].dropFirst(opening.count)
        return String(rest[..<(try #require(rest.range(of: "```")).lowerBound)])
    }
}

import Foundation

/// Finds the stretches of Swift between `// snippet.name` and `// snippet.end`.
enum SnippetReader {
    /// The folders of sources that code cells may show.
    static let folders = ["Chapters", "Learning"]

    /// The snippets of all Swift files below `folders` of the folder of sources, by name.
    static func read(sources: URL) throws -> (snippets: [String: Snippet], problems: [Problem]) {
        let root = sources.path(percentEncoded: false)
        let paths = try folders.flatMap { folder in
            try Self.paths(below: "\(root)/\(folder)").map { "\(folder)/\($0)" }
        }
        let files = try Parallel.map(paths) { path in
            guard let data = FileManager.default.contents(atPath: "\(root)/\(path)"), holdsMark(data) else {
                return ([], []) as (snippets: [Snippet], problems: [Problem])
            }
            return read(String(decoding: data, as: UTF8.self), file: "\(sources.lastPathComponent)/\(path)")
        }
        var snippets: [String: Snippet] = [:]
        var problems = files.flatMap(\.problems)
        for snippet in files.flatMap(\.snippets) {
            guard snippets.updateValue(snippet, forKey: snippet.name) != nil else { continue }
            problems.append(
                Problem(
                    .duplicate(.snippet, snippet.name), at: Place(file: snippet.file, line: snippet.line, column: 1)))
        }
        return (snippets, problems)
    }

    private static let mark = "// snippet."

    /// Whether the mark stands in a file; in most it does not.
    private static func holdsMark(_ file: Data) -> Bool {
        file.withUnsafeBytes { bytes in
            bytes.indices.contains { bytes[$0] == UInt8(ascii: "/") && bytes[$0...].starts(with: mark.utf8) }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func paths(below folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.sorted()
    }

    private static func read(_ text: String, file: String) -> (snippets: [Snippet], problems: [Problem]) {
        var snippets: [Snippet] = []
        var open: (name: String, line: Int, lines: [Substring])?
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard line.drop(while: isSpace).starts(with: mark.utf8) else {
                open?.lines.append(Substring(line))
                continue
            }
            let name = String(Substring(line).trimming.dropFirst(mark.count))
            if name == "end" {
                if let block = open {
                    snippets.append(
                        Snippet(name: block.name, file: file, line: block.line, text: unindented(block.lines)))
                }
                open = nil
            } else if open == nil {
                open = (name, index + 2, [])
            } else {
                open?.lines.append(Substring(line))
            }
        }
        let unclosed = open.map {
            Problem(.unclosedSnippet($0.name), at: Place(file: file, line: $0.line - 1, column: 1))
        }
        return (snippets, unclosed.map { [$0] } ?? [])
    }

    private static func unindented(_ lines: [Substring]) -> String {
        let used = lines.filter { !$0.trimming.isEmpty }
        let indentation = used.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { $0.dropFirst(indentation) }.joined(separator: "\n")
    }
}

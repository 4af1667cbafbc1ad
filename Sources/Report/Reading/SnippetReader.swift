import Foundation

/// Finds the stretches of Swift between `// snippet.name` and `// snippet.end`.
enum SnippetReader {
    /// The folders of sources that code cells may show.
    static let folders = ["Chapters", "Learning"]

    /// The snippets of all Swift files below `folders` of the folder of sources, by name.
    static func read(sources: URL) -> (snippets: [String: Snippet], problems: [Problem]) {
        var snippets: [String: Snippet] = [:]
        var problems: [Problem] = []
        for folder in folders {
            for path in paths(below: sources.appending(path: folder)) {
                let place = sources.appending(path: "\(folder)/\(path)").path
                guard let data = FileManager.default.contents(atPath: place), data.range(of: mark) != nil
                else { continue }
                let file = "\(sources.lastPathComponent)/\(folder)/\(path)"
                for snippet in read(String(decoding: data, as: UTF8.self), file: file, &problems) {
                    guard snippets.updateValue(snippet, forKey: snippet.name) != nil else { continue }
                    problems.append(
                        Problem(
                            .duplicate(.snippet, snippet.name), at: Place(file: file, line: snippet.line, column: 1)))
                }
            }
        }
        return (snippets, problems)
    }

    /// What most files do not hold.
    private static let mark = Data("// snippet.".utf8)

    private static func paths(below folder: URL) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder.path)
        return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted()
    }

    private static func read(_ text: String, file: String, _ problems: inout [Problem]) -> [Snippet] {
        var snippets: [Snippet] = []
        var open: (name: String, line: Int, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.trimming
            if words == "// snippet.end" {
                if let block = open {
                    snippets.append(
                        Snippet(name: block.name, file: file, line: block.line, text: unindented(block.lines)))
                }
                open = nil
            } else if words.hasPrefix("// snippet."), open == nil {
                open = (String(words.dropFirst("// snippet.".count)), index + 2, [])
            } else {
                open?.lines.append(line)
            }
        }
        if let open {
            problems.append(Problem(.unclosedSnippet(open.name), at: Place(file: file, line: open.line - 1, column: 1)))
        }
        return snippets
    }

    private static func unindented(_ lines: [Substring]) -> String {
        let used = lines.filter { !$0.trimming.isEmpty }
        let indentation = used.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { $0.dropFirst(indentation) }.joined(separator: "\n")
    }
}

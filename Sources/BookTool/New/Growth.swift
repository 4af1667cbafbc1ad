import Foundation

/// Writes the files of a `Starter` into a book, none over another.
struct Growth {
    let root: URL

    /// Writes `files`, of which none may be there.
    ///
    /// - Throws: `ToolError.hasOwnFile` before anything is written, or what keeps a file from being written.
    func write(_ files: [Starter.File]) throws {
        for file in files where holds(file.path) {
            throw ToolError.hasOwnFile(file.path)
        }
        for file in files {
            let url = root.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
        }
    }

    /// Puts each line above its mark, or the last one where a file holds several, indented like it.
    ///
    /// - Returns: those whose marks are gone.
    func insert(_ insertions: [Starter.Insertion]) throws -> [Starter.Insertion] {
        var missing: [Starter.Insertion] = []
        for insertion in insertions {
            let url = root.appending(path: insertion.path)
            guard holds(insertion.path) else {
                missing.append(insertion)
                continue
            }
            var lines = try String(contentsOf: url, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
            guard let place = lines.lastIndex(where: { $0.drop { $0 == " " } == insertion.mark }) else {
                missing.append(insertion)
                continue
            }
            lines.insert(lines[place].prefix { $0 == " " } + insertion.line, at: place)
            try Data(lines.joined(separator: "\n").utf8).write(to: url, options: .atomic)
        }
        return missing
    }

    /// Whether something lies at `path` in the book.
    func holds(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
    }
}

import Foundation

/// Writes the files of a `Starter` into a book, none over another: all of them or none.
struct Growth {
    let root: URL

    /// Writes `files`, of which none may be there, and puts each line of `insertions` above its mark, or the last one where a
    /// file holds several, indented like it.
    ///
    /// - Returns: the insertions whose marks are gone.
    /// - Throws: `ToolError.hasOwnFile`, or what keeps a file from being written. The book is what it was then.
    func write(_ files: [Starter.File], inserting insertions: [Starter.Insertion] = []) throws -> [Starter.Insertion] {
        for file in files where holds(file.path) { throw ToolError.hasOwnFile(file.path) }
        let (texts, missing) = try texts(inserting: insertions)
        // Files and folders that were not there, in the order in which they were made.
        var made: [String] = []
        func make(_ path: String, _ text: String) throws {
            guard !holds(path) else { throw ToolError.hasOwnFile(path) }
            try makeFolder((path as NSString).deletingLastPathComponent, &made)
            made.append(path)
            try Data(text.utf8).write(to: root.appending(path: path), options: .withoutOverwriting)
        }
        do {
            for file in files { try make(file.path, file.text) }
            for (path, text) in texts { try make(path + Self.staged, text) }
        } catch {
            for path in made.reversed() { remove(plainPath(path)) }
            throw error
        }
        for path in texts.keys.sorted() where rename(plainPath(path + Self.staged), plainPath(path)) != 0 {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        return missing
    }

    /// Whether something lies at `path` in the book.
    func holds(_ path: String) -> Bool { FileManager.default.fileExists(atPath: plainPath(path)) }

    /// What the name of a changed file ends in until all are written.
    private static let staged = ".new"

    private func plainPath(_ path: String) -> String { root.appending(path: path).path(percentEncoded: false) }

    private func makeFolder(_ path: String, _ made: inout [String]) throws {
        guard !holds(path) else { return }
        if !path.isEmpty { try makeFolder((path as NSString).deletingLastPathComponent, &made) }
        try FileManager.default.createDirectory(
            at: root.appending(path: path), withIntermediateDirectories: path.isEmpty)
        made.append(path)
    }

    /// The files that `insertions` change, with their lines, and the insertions whose marks are gone.
    private func texts(
        inserting insertions: [Starter.Insertion]
    ) throws -> ([String: String], missing: [Starter.Insertion]) {
        var texts: [String: String] = [:]
        var missing: [Starter.Insertion] = []
        for insertion in insertions {
            guard holds(insertion.path) else {
                missing.append(insertion)
                continue
            }
            let text =
                try texts[insertion.path]
                ?? String(contentsOf: root.appending(path: insertion.path), encoding: .utf8)
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard let place = lines.lastIndex(where: { $0.drop { $0 == " " } == insertion.mark }) else {
                missing.append(insertion)
                continue
            }
            lines.insert(lines[place].prefix { $0 == " " } + insertion.line, at: place)
            texts[insertion.path] = lines.joined(separator: "\n")
        }
        return (texts, missing)
    }
}

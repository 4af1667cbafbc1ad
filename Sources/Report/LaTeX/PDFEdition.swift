import Foundation
import Hashing
import Notebook

/// Makes the PDF of a book, or takes it from the cache when nothing it is made of has changed.
struct PDFEdition {
    let book: LaTeXBook
    /// The figures, by their path beside `book.tex`.
    let figures: [ProductFile]
    let cache: any ProductCache
    /// The templates by the names a reader sees.
    let sources: [String: SourceText]

    /// The largest part of a line that may stick out of the column, in points.
    private static let tolerance = 1.0

    /// What came of it.
    struct Result: Codable {
        let pdf: Data
        let overfull: [Overfull]
        let warnings: [Warning]

        struct Overfull: Codable {
            let points: Double
            let file: String
            let line: Int
        }

        struct Warning: Codable {
            let text: String
            let file: String
            let line: Int
        }
    }

    /// Everything that `book.tex` needs beside it.
    var files: [ProductFile] { book.files + figures }

    /// Sets the book in a folder of its own inside `scratch`.
    ///
    /// - Throws: `ReportError.problems` with what LaTeX complained of, at the places of the templates.
    func make(with latex: PDFLaTeX, in scratch: URL) throws -> (pdf: Data, warnings: [Problem]) {
        var key = Digest.Hasher()
        key.update(field: "pdf 3")
        key.update(field: latex.engine.rawValue)
        for file in files {
            key.update(field: file.path)
            key.update(field: Digest(of: file.data).hex)
        }
        let stored = try cache.product(key.finalize().hex) {
            try PropertyListEncoder().encode(try self.set(latex, in: scratch))
        }
        let result = try PropertyListDecoder().decode(Result.self, from: stored)
        // The rows of a table stick out together: each place is told once.
        let boxes = result.overfull.map { (place(LaTeXLog.Note(file: $0.file, line: $0.line, text: "")), $0.points) }
        let warnings = Dictionary(boxes, uniquingKeysWith: max).map { Problem(.overfull(points: $1), at: $0) }.sorted()
        let others = result.warnings.map { note in
            Problem(.latexWarning(note.text), at: place(LaTeXLog.Note(file: note.file, line: note.line, text: "")))
        }
        return (result.pdf, warnings + others)
    }

    private func set(_ latex: PDFLaTeX, in scratch: URL) throws -> Result {
        let folder = scratch.appending(path: "latex-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try files.write(to: folder)
        let format =
            latex.engine == .pdfLaTeX
            ? PreambleFormat(of: book.preamble, style: book.style, installation: try latex.installation, cache: cache)
            : nil
        let log: LaTeXLog
        do {
            log = try latex.set(folder, from: format)
        } catch let hang as PDFLaTeX.Hang {
            let last = hang.log.errors.last { $0.text.hasPrefix(LaTeXLog.interruption) }
            let note = last ?? LaTeXLog.Note(file: hang.log.lastFile, line: 0, text: "")
            throw ReportError.problems([Problem(.latexHangs(seconds: hang.seconds), at: place(note))])
        }
        let missing = log.missingLetters.sorted { $0.value < $1.value }.map(problem)
        guard log.errors.isEmpty, missing.isEmpty else { throw ReportError.problems(problems(of: log) + missing) }
        guard let pdf = FileManager.default.contents(atPath: folder.appending(path: "book.pdf").path) else {
            throw ReportError.latexFailed("it made no PDF")
        }
        let overfull = log.overfull.filter { $0.points > Self.tolerance }.map {
            Result.Overfull(points: $0.points, file: $0.note.file, line: $0.note.line)
        }
        let warnings = log.warnings.map { Result.Warning(text: $0.text, file: $0.file, line: $0.line) }
        return Result(pdf: pdf, overfull: overfull, warnings: warnings)
    }

    /// A letter that can't be set, where it stands first.
    private func problem(of letter: Unicode.Scalar) -> Problem {
        let code = String(letter.value, radix: 16, uppercase: true)
        let name = letter.properties.name.map { ", \($0)" } ?? ""
        let place = sources.values.sorted { $0.file < $1.file }.lazy.compactMap { source in
            // It may stand there by its number.
            [String(letter), "&#x\(code);", "&#x\(code.lowercased());", "&#\(letter.value);"].lazy.compactMap {
                source.bytes.firstPlace(of: Array($0.utf8)).map { source.place($0.lowerBound) }
            }.first
        }.first
        return Problem(.noFace("“\(letter)” (U+\(code)\(name))"), at: place ?? Place(file: "book.tex"))
    }

    /// Each cause once, where it comes first: what follows it in the same paragraph is TeX's way to go on.
    private func problems(of log: LaTeXLog) -> [Problem] {
        var seen: Set<Place> = []
        var told: Set<String> = []
        return log.errors.compactMap { note in
            let place = place(note)
            guard seen.insert(place).inserted, told.insert(note.text).inserted else { return nil }
            return Problem(.latex(note.text), at: place)
        }.sorted()
    }

    /// The place in the templates of a line of LaTeX: that of the nearest comment above it that names one.
    private func place(_ note: LaTeXLog.Note) -> Place {
        guard let file = book.files.first(where: { $0.path == note.file }) else {
            return Place(file: note.file.isEmpty ? "book.tex" : note.file, line: note.line, column: 1)
        }
        let lines = String(decoding: file.data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (distance, line) in lines.prefix(max(note.line, 0)).reversed().enumerated() {
            guard let match = line.firstMatch(of: /^% (templates\/[^:]+):(\d+)(\+?)$/) else { continue }
            let name = String(match.1)
            let number = (Int(match.2) ?? 0) + (match.3.isEmpty ? 0 : max(distance - 1, 0))
            return sources[name].map { $0.place($0.offset(line: number, column: 1)) }
                ?? Place(file: name, line: number, column: 1)
        }
        return Place(file: "\(note.file) of the PDF", line: note.line, column: 1)
    }
}

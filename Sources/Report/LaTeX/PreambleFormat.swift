import Foundation
import Hashing
import Notebook

/// A book's preamble as TeX remembers it after reading it: a pass that starts from there is a sixth shorter.
///
/// It is a shortcut only: `book.tex` stays as it is, and its PDF has the same bytes without.
struct PreambleFormat: Sendable {
    /// The name of its file, without ending.
    static let name = "preamble"

    private let text: String
    private let key: String
    private let cache: any ProductCache

    /// - Parameters:
    ///   - preamble: the class and the package of the book; `style` is the text of the latter.
    ///   - installation: what TeX is installed here.
    init(of preamble: String, style: Data, installation: String, cache: any ProductCache) {
        // Class and package are done where the format starts, but for two things that no format holds.
        text = """
            \(preamble)\\renewcommand*\\documentclass[2][]{}
            \\renewcommand*\\usepackage[2][]{\\color{black}\\pdftrailerid{}}
            \\dump

            """
        key = Digest(ofFields: ["format 1", text, Digest(of: style).hex, installation]).hex
        self.cache = cache
    }

    /// Puts the format into `folder` if it was kept.
    ///
    /// - Returns: whether it was.
    func restore(into folder: URL) throws -> Bool {
        do {
            let data = try cache.product(key) { throw NoFormat() }
            try ProductFile("\(Self.name).fmt", data).write(to: folder)
            return true
        } catch is NoFormat {
            return false
        }
    }

    /// Makes the format in `folder`, where the book's package is, and keeps it.
    ///
    /// - Returns: whether TeX could; it cannot where the package is wrong, which a pass tells better.
    func make(with latex: PDFLaTeX, in folder: URL) throws -> Bool {
        try ProductFile("\(Self.name).ini", text).write(to: folder)
        do {
            _ = try cache.product(key) {
                let file = folder.appending(path: "\(Self.name).fmt").path
                guard try latex.dump("\(Self.name).ini", in: folder),
                    let data = FileManager.default.contents(atPath: file)
                else { throw NoFormat() }
                return data
            }
            return true
        } catch is NoFormat {
            return false
        }
    }

    private struct NoFormat: Error {}
}

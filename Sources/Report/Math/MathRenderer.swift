import Foundation
import Hashing
import Notebook

/// Renders the formulas of pages, each page's batch once: what was rendered before comes from the cache.
final class MathRenderer {
    private let cache: any ProductCache
    private let folder: URL
    private let version: String
    private var engine: KaTeX?
    private(set) var problems: [Problem] = []

    /// - Parameter folder: KaTeX's own folder.
    init(cache: any ProductCache, folder: URL = KaTeX.systemFolder) throws(ReportError) {
        self.cache = cache
        self.folder = folder
        let file = folder.appending(path: "katex.min.js").path
        guard let script = FileManager.default.contents(atPath: file) else { throw .missingKaTeX(file) }
        version = Digest(of: script).hex
    }

    /// The HTML of each of `formulas`. Those that KaTeX refuses are left out and reported where they stand.
    func render(_ formulas: [(Formula, Math)], in sources: [String: SourceText]) throws -> [Formula: String] {
        var first: [Formula: Math] = [:]
        var unique: [Formula] = []
        for (formula, math) in formulas where first.updateValue(first[formula] ?? math, forKey: formula) == nil {
            unique.append(formula)
        }
        guard !unique.isEmpty else { return [:] }
        var key = Digest.Hasher()
        key.update(field: "katex 1 \(version)")
        for formula in unique { key.update(field: (formula.display ? "d" : "i") + formula.tex) }
        do {
            let data = try cache.product(key.finalize().hex) { try self.encoded(unique, first, sources) }
            let html = try JSONDecoder().decode([String].self, from: data)
            return Dictionary(zip(unique, html)) { first, _ in first }
        } catch is Refused {
            return [:]
        }
    }

    /// Nothing is kept of a batch in which a formula was refused.
    private struct Refused: Error {}

    private func encoded(
        _ unique: [Formula], _ first: [Formula: Math], _ sources: [String: SourceText]
    ) throws -> Data {
        let engine = try self.engine ?? KaTeX(folder: folder)
        self.engine = engine
        var html: [String] = []
        let before = problems.count
        for (formula, outcome) in zip(unique, try engine.render(unique)) {
            switch outcome {
            case .html(let text): html.append(text)
            case .error(let reason, let position):
                guard let math = first[formula] else { continue }
                problems.append(Problem(.tex(reason), at: place(of: position, in: math, sources)))
            }
        }
        guard problems.count == before else { throw Refused() }
        return try JSONEncoder().encode(html)
    }

    /// The place in the template of a character of its TeX.
    private func place(of position: Int, in math: Math, _ sources: [String: SourceText]) -> Place {
        guard let offset = math.offset, let source = sources[math.place.file] else { return math.place }
        let before = math.tex.utf16.prefix(position)
        return source.place(offset + (String(before)?.utf8.count ?? 0))
    }
}

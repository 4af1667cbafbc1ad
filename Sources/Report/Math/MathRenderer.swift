import Foundation
import Hashing
import Notebook

/// Renders the formulas of pages, each page's batch once: what was rendered before comes from the cache.
final class MathRenderer {
    private let cache: any ProductCache
    private let folder: URL
    private let digest: String
    /// KaTeX's own version.
    let version: String
    private var engine: KaTeX?
    private(set) var problems: [Problem] = []
    /// The classes that stand in the HTML rendered so far.
    private(set) var classes: Set<String> = []

    /// - Parameter folder: KaTeX's own folder.
    init(cache: any ProductCache, folder: URL = KaTeX.systemFolder) throws(ReportError) {
        self.cache = cache
        self.folder = folder
        let file = folder.appending(path: "katex.min.js").path
        guard let script = FileManager.default.contents(atPath: file) else { throw .missingKaTeX(file) }
        digest = Digest(of: script).hex
        version = Self.version(in: script)
    }

    /// The HTML of every formula of the book.
    func render(_ manuscript: Manuscript) throws -> [Formula: String] {
        var html: [Formula: String] = [:]
        for page in [manuscript.front] + manuscript.pages {
            html.merge(try render(page.formulas, in: manuscript.sources)) { first, _ in first }
        }
        let rest = manuscript.claims.flatMap(\.formulas).filter { html[$0.0] == nil }
        html.merge(try render(rest, in: manuscript.sources)) { first, _ in first }
        return html
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
        key.update(field: "katex 2 \(digest)")
        for formula in unique { key.update(field: (formula.display ? "d" : "i") + formula.tex) }
        do {
            let data = try cache.product(key.finalize().hex) { try self.encoded(unique, first, sources) }
            guard let batch = FormulaBatch(data: data) else { throw ReportError.scriptFailed("damaged formulas") }
            classes.formUnion(batch.classes)
            return Dictionary(zip(unique, batch.html)) { first, _ in first }
        } catch is Refused {
            return [:]
        }
    }

    /// What the script says of itself: `version:"0.13.11"`.
    private static func version(in script: Data) -> String {
        guard let mark = script.lastRange(of: Data("version:\"".utf8)) else { return "unknown" }
        return String(decoding: script[mark.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
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
        return FormulaBatch(html).data
    }

    /// The place in the template of a character of its TeX.
    private func place(of position: Int, in math: Math, _ sources: [String: SourceText]) -> Place {
        guard let offset = math.offset, let source = sources[math.place.file] else { return math.place }
        let before = math.tex.utf16.prefix(position)
        return source.place(offset + (String(before)?.utf8.count ?? 0))
    }
}

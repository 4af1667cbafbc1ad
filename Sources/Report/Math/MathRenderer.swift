import Foundation
import Hashing
import Notebook
import Synchronization

/// Renders formulas, each batch once: what was rendered before comes from the cache. Any number of threads may ask.
final class MathRenderer: Sendable {
    private let cache: any ProductCache
    private let folder: URL
    private let macros: [Macro]
    /// Hexadecimal digest of KaTeX and the book's own commands.
    let digest: String
    /// KaTeX's own version.
    let version: String
    private let state = Mutex(State())

    private struct State {
        var engine: KaTeX?
        var problems: [Problem] = []
        /// What was rendered in this build.
        var rendered: [Formula: String] = [:]
    }

    /// What KaTeX refused.
    var problems: [Problem] { state.withLock { $0.problems } }

    /// - Parameters:
    ///   - macros: the book's own commands.
    ///   - folder: KaTeX's own folder.
    init(
        cache: any ProductCache, macros: [Macro] = [], folder: URL = KaTeX.systemFolder
    ) throws(ReportError) {
        self.cache = cache
        self.macros = macros
        self.folder = folder
        let file = folder.appending(path: "katex.min.js").path
        guard let script = FileManager.default.contents(atPath: file) else { throw .missingKaTeX(file) }
        digest = Digest(ofFields: [Digest(of: script).hex] + macros.map(\.definition)).hex
        version = Self.version(in: script)
    }

    /// The HTML of each of `formulas`. Those that KaTeX refuses are left out and reported where they stand.
    func render(_ formulas: [(Formula, Math)], in sources: [String: SourceText]) throws -> [Formula: String] {
        var first: [Formula: Math] = [:]
        var unique: [Formula] = []
        for (formula, math) in formulas where first.updateValue(first[formula] ?? math, forKey: formula) == nil {
            unique.append(formula)
        }
        guard !unique.isEmpty else { return [:] }
        let key = Digest(ofFields: ["katex 3", digest] + unique.flatMap { [$0.display ? "d" : "i", $0.tex] })
        let html = try cache.texts(key.hex) {
            try state.withLock { try rendered(unique, first, sources, &$0) }
        }
        return Dictionary(zip(unique, html ?? [])) { first, _ in first }
    }

    /// What the script says of itself: `version:"0.13.11"`.
    private static func version(in script: Data) -> String {
        guard let mark = script.lastRange(of: Data("version:\"".utf8)) else { return "unknown" }
        return String(decoding: script[mark.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }

    /// The HTML of `unique`, in that order; nil when one of them was refused.
    private func rendered(
        _ unique: [Formula], _ first: [Formula: Math], _ sources: [String: SourceText], _ state: inout State
    ) throws -> [String]? {
        let new = unique.filter { state.rendered[$0] == nil }
        if !new.isEmpty {
            let engine = try state.engine ?? started(&state)
            for (formula, outcome) in zip(new, try engine.render(new)) {
                switch outcome {
                case .html(let text): state.rendered[formula] = text
                case .error(let reason, let position):
                    guard let math = first[formula] else { continue }
                    state.problems.append(Problem(.tex(reason), at: place(of: position, in: math, sources)))
                }
            }
        }
        let html = unique.compactMap { state.rendered[$0] }
        return html.count == unique.count ? html : nil
    }

    /// KaTeX with the book's own commands; those that it refuses are reported.
    private func started(_ state: inout State) throws -> KaTeX {
        let engine = try KaTeX(folder: folder)
        for (macro, outcome) in zip(macros, try engine.define(macros.map(\.definition))) {
            if case .error(let reason, _) = outcome { state.problems.append(Problem(.tex(reason), at: macro.place)) }
        }
        state.engine = engine
        return engine
    }

    /// The place in the template of a character of its TeX.
    private func place(of position: Int, in math: Math, _ sources: [String: SourceText]) -> Place {
        guard let offset = math.offset, let source = sources[math.place.file] else { return math.place }
        let before = math.tex.utf16.prefix(position)
        return source.place(offset + (String(before)?.utf8.count ?? 0))
    }
}

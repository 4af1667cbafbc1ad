import Foundation

/// KaTeX inside JavaScriptCore: TeX in, HTML with MathML out.
///
/// Starting it takes about a tenth of a second, so one context renders all formulas at once.
final class KaTeX {
    /// Where Debian's package keeps it.
    static let systemFolder = URL(filePath: "/usr/share/javascript/katex")

    private let engine: JavaScriptCore
    private let context: JavaScriptCore.Reference

    /// - Throws: `ReportError.missingKaTeX` when `folder` does not hold it, or `.missingJavaScriptCore`.
    init(folder: URL = systemFolder) throws(ReportError) {
        let file = folder.appending(path: "katex.min.js")
        guard let script = FileManager.default.contents(atPath: file.path) else { throw .missingKaTeX(file.path) }
        engine = try JavaScriptCore()
        guard let context = engine.createContext(nil) else { throw .scriptFailed("no JavaScript context") }
        self.context = context
        _ = try evaluate(String(decoding: script, as: UTF8.self))
        _ = try evaluate(Self.bridge)
    }

    deinit { engine.releaseContext(context) }

    /// What became of a formula.
    enum Outcome: Sendable, Equatable {
        case html(String)
        /// Why KaTeX refused it, and the character of the TeX at which it stopped.
        case error(String, at: Int)
    }

    /// Defines commands that later formulas may use.
    ///
    /// - Parameter definitions: `\newcommand{…}{…}` each.
    func define(_ definitions: [String]) throws(ReportError) -> [Outcome] { try ask("defineAll", definitions) }

    /// Renders `formulas`, in their order.
    func render(_ formulas: [Formula]) throws(ReportError) -> [Outcome] { try ask("renderAll", formulas) }

    private func ask(_ function: String, _ items: [some Encodable]) throws(ReportError) -> [Outcome] {
        guard !items.isEmpty else { return [] }
        let question: String
        do {
            question = String(decoding: try JSONEncoder().encode(items), as: UTF8.self)
        } catch {
            throw .scriptFailed("\(error)")
        }
        let answers = try call(function, question).utf8.split(separator: 0).map(Substring.init)
        guard answers.count == items.count else { throw .scriptFailed("answers are missing") }
        return answers.map { answer in
            guard answer.first == "!" else { return .html(String(answer.dropFirst())) }
            let parts = answer.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            return .error(Self.reason(parts.dropFirst().first.map(String.init) ?? ""), at: Int(parts[0]) ?? 0)
        }
    }

    /// KaTeX's message without what a place in the template says better.
    private static func reason(_ message: String) -> String {
        let text = message.trimmingPrefix("KaTeX parse error: ")
        let end = [" at position ", " at end of input"].compactMap { text.firstRange(of: $0)?.lowerBound }.min()
        return String(text[..<(end ?? text.endIndex)])
    }

    /// Renders a list of formulas, without halves of surrogate pairs; nothing a formula says can add links, load anything
    /// or grow without bound. The answers stand between zeros, each after a sign: "!" before the position and the reason
    /// of an error.
    private static let bridge = """
        function whole(text) {
          return String(text).replace(/[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[\\uD800-\\uDFFF\\0]/g, function (part) {
            return part.length === 2 ? part : '\\uFFFD';
          });
        }
        var macros = {};
        function answer(make) {
          try {
            return '=' + whole(make());
          } catch (error) {
            return '!' + (error.position || 0) + ' ' + whole(error.rawMessage || error.message || error);
          }
        }
        function defineAll(question) {
          return JSON.parse(question).map(function (definition) {
            return answer(function () {
              katex.renderToString(definition, {
                throwOnError: true, strict: false, trust: false, maxExpand: 1000, macros: macros, globalGroup: true
              });
              return '';
            });
          }).join('\\0');
        }
        function renderAll(question) {
          return JSON.parse(question).map(function (formula) {
            return answer(function () {
              return katex.renderToString(formula.tex, {
                displayMode: formula.display, output: 'htmlAndMathml', throwOnError: true, strict: false,
                trust: false, maxExpand: 1000, maxSize: 20, macros: Object.assign({}, macros)
              });
            });
          }).join('\\0');
        }
        """

    private func evaluate(_ text: String) throws(ReportError) -> JavaScriptCore.Reference? {
        let script = engine.createString(text)
        defer { engine.releaseString(script) }
        var exception: JavaScriptCore.Reference?
        let value = engine.evaluate(context, script, nil, nil, 1, &exception)
        if let exception { throw .scriptFailed(string(exception)) }
        return value
    }

    private func call(_ name: String, _ argument: String) throws(ReportError) -> String {
        guard let function = try evaluate(name) else { throw .scriptFailed("no function \(name)") }
        let text = engine.createString(argument)
        defer { engine.releaseString(text) }
        let arguments: [JavaScriptCore.Reference?] = [engine.makeString(context, text)]
        var exception: JavaScriptCore.Reference?
        guard let answer = engine.call(context, function, nil, 1, arguments, &exception)
        else { throw .scriptFailed(exception.map(string) ?? "no answer") }
        return string(answer)
    }

    private func string(_ value: JavaScriptCore.Reference) -> String {
        guard let copy = engine.copyString(context, value, nil) else { return "" }
        defer { engine.releaseString(copy) }
        var bytes = [CChar](repeating: 0, count: engine.maximumSize(copy))
        let length = engine.copyUTF8(copy, &bytes, bytes.count)
        return bytes.withUnsafeBytes { String(decoding: $0.prefix(max(length - 1, 0)), as: UTF8.self) }
    }
}

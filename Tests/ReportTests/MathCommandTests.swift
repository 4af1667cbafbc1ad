import Foundation
import Notebook
import Report
import Testing

/// Every command that KaTeX knows is set on paper, too, or refused where it stands.
@Suite struct MathCommandTests {
    /// What may follow a command that stands alone in none.
    private static let forms = [
        "%", "%{red}{red}{c}", "%{red} a", "%1em a", "%{a}", "%{a}{b}", "%{a}{b}{c}", "a % b", "a % {b}",
        "%( a", "\\left% a \\right.",
        "%{red}{a}",
        "%{1em}", "%{1em}{1em}", "%{\\text{a}}", "\\begin{aligned} a %&= b \\end{aligned}", "%{1em}{a}",
        "\\left( a % b \\right)", "\\mathop{a}% b", "\\left( a % b \\right)", "%\\displaystyle{a}{b}{c}{d}",
        "\\text{% a}",
        "%{(}{)}{1pt}{0}{a}{b}", "%a", "\\begin{array}{c} a \\\\ % b \\end{array}",
    ]

    /// What KaTeX takes in more forms than TeX.
    private static let unlike = [
        "mkern": "\\mkern 18mu a", "mskip": "\\mskip 18mu a", "mathchoice": "\\mathchoice{a}{b}{c}{d}",
    ]

    /// Every name that KaTeX's script has behind a backslash.
    private static func names() throws -> [String] {
        let script = try String(contentsOfFile: "/usr/share/javascript/katex/katex.min.js", encoding: .utf8)
        return Set(script.matches(of: /\\\\([a-zA-Z]+)/).map { String($0.1) }).sorted()
    }

    /// A formula for each name that KaTeX renders in one of the forms.
    private static func formulas() throws -> [(name: String, tex: String)] {
        let names = try names()
        let all = names.flatMap { name in forms.map { (name, $0.replacing("%", with: "\\\(name) ")) } }
        let rendered = try Readers.formulas(all.map(\.1))
        var found: [String: String] = [:]
        for ((name, tex), html) in zip(all, rendered) where html.hasPrefix("<span") && found[name] == nil {
            found[name] = unlike[name] ?? tex
        }
        return names.compactMap { name in found[name].map { (name, $0) } }
    }

    @Test func thePDFSetsWhatThePagesShow() throws {
        let formulas = try Self.formulas()
        #expect(formulas.count > 500)
        let allowed = try formulas.filter { try Readers.prose([UInt8]("$\($0.tex)$".utf8)).isEmpty }
        let prose = allowed.map { "$\($0.tex)$ is shown." }.joined(separator: "\n\n")
        let book = try OneSection.folder(saying: prose + "\n")
        let report = try OneSection.report(
            of: Page {}, in: book, cache: MemoryCache(), formats: [.html, .pdf])
        do {
            let outcome = try report.write(to: book.output)
            #expect(outcome.problems.isEmpty, "\(outcome.problems.map { "\($0.place.text): \($0.message)" })")
        } catch let error as ReportError {
            Issue.record("\(error)")
        }
        print("\(formulas.count) commands of KaTeX, \(allowed.count) of them in pages and PDF, the others refused")
        try book.remove()
    }

    /// What is refused is refused because one of the two lacks it, or because it links, loads, defines or numbers.
    @Test func refusalsNameTheirPlace() throws {
        for (name, tex) in try Self.formulas() {
            let problems = try Readers.prose([UInt8]("Words $\(tex)$".utf8))
            #expect(problems.allSatisfy { $0.place.line == 1 && $0.place.column > 6 }, "\(name)")
        }
    }
}

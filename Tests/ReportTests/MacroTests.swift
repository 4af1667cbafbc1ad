import Foundation
import Notebook
import Report
import Testing

/// Commands for formulas that a book defines once.
@Suite struct MacroTests {
    private static let macros = #"""
        % Norms
        \newcommand{\norm}[1]{\lVert #1 \rVert}
        \newcommand*\loss{J}  % without arguments
        \DeclareMathOperator*{\softargmax}{softargmax}
        """#

    @Test func everyFormatKnowsThem() throws {
        let book = try OneSection.folder(
            saying: "Of $\\norm{w}_2$ and $\\loss$.\n\n$$ \\softargmax_w \\norm{\\loss} $$\n")
        try book.write(Self.macros, to: "macros.tex")
        let report = try OneSection.report(
            of: Page {}, in: book, cache: MemoryCache(), formats: [.html, .pdf, .epub])
        let outcome = try report.write(to: book.output)
        #expect(outcome.problems.isEmpty, "\(outcome.problems.map(\.message))")
        let page = try book.page("one.html")
        #expect(page.contains("∥") && page.contains("softargmax"))
        let text = try Program.output("/usr/bin/pdftotext", [book.output.appending(path: "regbook.pdf").path, "-"])
        #expect(text.contains("softargmax") && text.contains("∥w∥"))
        try book.remove()
    }

    @Test(arguments: [
        ("\\newcommand{\\frac}[2]{#1}", "TeX: \\newcommand{\\frac} attempting to redefine \\frac; use \\renewcommand"),
        ("\\renewcommand{\\frac}{x}", "a macro is defined as in"),
        ("\\newcommand{\\open}{x", "a macro is defined as in"),
        ("\\newcommand{\\a}{x}\n\\newcommand{\\a}{y}", "the macro '\\a' is given twice"),
        ("\\newcommand{\\way}[1]{#1 #2}", "the macro '\\way' has no argument #2"),
        ("\\newcommand{\\way}{\\href{x}{y}}", "'\\href' can't stand in a formula"),
    ]) func wrongOnesAreToldWithTheirPlace(definition: String, message: String) throws {
        let book = try OneSection.folder(saying: "$x$\n")
        try book.write(definition, to: "macros.tex")
        let report = try OneSection.report(of: Page {}, in: book, cache: MemoryCache())
        do {
            _ = try report.write(to: book.output)
            Issue.record("nothing was said of \(definition)")
        } catch let error as ReportError {
            #expect("\(error)".contains("templates/macros.tex:"))
            #expect("\(error)".contains(message), "\(error)")
        }
        try book.remove()
    }
}

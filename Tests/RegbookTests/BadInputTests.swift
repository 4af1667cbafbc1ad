import Foundation
import Learning
import Testing

/// Each mistake in a book's files or on its machine gets one clear message, and the last good report stays.
struct BadInputTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    @Test(arguments: [
        (
            "{{throw}}",
            "templates/dice.md:1:1: error: unknown value 'throw'; did you mean 'throws'?\n 1 | {{throw}}\n   | ^\n"
        ),
        (
            "![A](figure:faces)",
            "templates/dice.md:1:1: error: unknown figure 'faces'\n 1 | ![A](figure:faces)\n   | ^\n"
        ),
        (
            "[](claim:D-2)",
            "templates/dice.md:1:10: error: unknown claim 'D-2'; did you mean 'D-1'?\n 1 | [](claim:D-2)\n   |          ^\n"
        ),
    ])
    func aTemplateIsWrong(text: String, message: String) async throws {
        _ = await book.runWords("build --format html")
        let before = try book.stamps(of: "output")
        try book.write(text + "\n", to: "templates/dice.md")
        let outcome = await book.runWords("build --format html")
        #expect(outcome.errors == message)
        #expect(outcome.code == 1)
        #expect(try book.stamps(of: "output") == before)
    }

    /// What needs no results is told before any experiment runs.
    @Test(arguments: [
        (
            "By [@nobody].",
            "templates/dice.md:1:5: error: unknown citation 'nobody'\n 1 | By [@nobody].\n   |     ^\n"
        ),
        (
            "```snippet throw\n```",
            """
            templates/dice.md:1:1: error: no code to show: the folder Sources is missing, or nothing in it is marked as a \
            snippet
             1 | ```snippet throw
               | ^

            """
        ),
        (
            "Half {{ of it.",
            "templates/dice.md:1:6: error: this '{{' has no closing '}}'\n 1 | Half {{ of it.\n   |      ^\n"
        ),
    ])
    func proseIsReadBeforeExperimentsRun(text: String, message: String) async throws {
        try book.write(text + "\n", to: "templates/dice.md")
        let outcome = await book.runWords("build --format html")
        #expect(outcome.errors == message)
        #expect(outcome.code == 1)
        #expect(!book.exists(".regbook/results"))
    }

    @Test func brokenTeXIsShownWhereItStands() async throws {
        try book.write("Half is $\\frac{1$.\n", to: "templates/dice.md")
        let outcome = await book.runWords("build --format html --quiet")
        #expect(outcome.errors.hasPrefix("templates/dice.md:1:"))
        #expect(outcome.errors.contains(": error: TeX: "))
        #expect(outcome.errors.contains("\n 1 | Half is $\\frac{1$.\n"))
        #expect(outcome.code == 1)
        #expect(!book.exists("output"))
    }

    @Test(arguments: [
        ("wrong magic", Data([0, 0, 9, 3, 0, 0, 0, 1]), "train-images-idx3-ubyte: begins with 0x00000903"),
        ("a cut header", Data([0, 0, 8, 3, 0, 0]), "train-images-idx3-ubyte: ends after 6 of 16 header bytes."),
        (
            "a cut body", Data([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 9]),
            "train-images-idx3-ubyte: its header promises 2×2×2 bytes, but 1 follow."
        ),
        (
            "trailing bytes", Data([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9, 9, 9]),
            "train-images-idx3-ubyte: 2 bytes follow after its data."
        ),
    ])
    func dataAreDamaged(what: String, bytes: Data, message: String) async throws {
        try book.write("", to: "data/readme")
        try bytes.write(to: book.root.appending(path: "data/train-images-idx3-ubyte"))
        let outcome = await book.runWords("build --data data")
        #expect(outcome.errors.hasPrefix("error: \(message)"), "\(what): \(outcome.errors)")
        #expect(outcome.code == 1)
        #expect(!book.exists("output"))
    }

    @Test func anOutputThatCannotBeMadeIsExplained() async throws {
        let outcome = await book.runWords("build --output regbook.yml/report")
        #expect(outcome.errors.hasPrefix("error: Can't create '"))
        #expect(outcome.errors.contains("Not a directory."))
        #expect(outcome.code == 1)
    }

    @Test func withoutPandocNoStyleCites() async throws {
        try book.write("seed: 1\ncsl: ieee\n", to: "regbook.yml")
        let end = try FixtureProcess(in: book, "build --format html", shell: "PATH=/nonexistent").wait()
        #expect(
            end.errors.contains(
                "regbook.yml:2:1: error: a CSL style needs pandoc; install it with: apt-get install pandoc\n 2 | csl: ieee\n"
            ),
            "\(end.errors)")
        #expect(end.code == 1)
        try book.write("seed: 1\ncsl: no/style\n", to: "regbook.yml")
        let outcome = await book.runWords("build --format html")
        #expect(outcome.errors.contains("the name of a CSL style, as in ieee"), "\(outcome.errors)")
        #expect(outcome.code == 1)
    }

    /// A kernel that is misspelt, or needs other instructions, is told with its place, unless the environment names another.
    @Test func aKernelThatCannotBeTakenIsShownWhereItStands() throws {
        let book = try FixtureFolder()
        try book.write("seed: 1\nblas-kernel: Hasvell\n", to: "regbook.yml")
        let end = try FixtureProcess(in: book, "plan", shell: "unset OPENBLAS_CORETYPE").wait()
        #expect(end.code == 1)
        #expect(
            end.errors.hasPrefix(
                "regbook.yml:2:14: error: 'blas-kernel': OpenBLAS's kernel 'Hasvell' is not known. This processor can run "
            ),
            "\(end.errors)")
        #expect(end.errors.hasSuffix(".\n 2 | blas-kernel: Hasvell\n   |              ^\n"), "\(end.errors)")
        let runnable = try #require(BLASKernel.runnable.first)
        let other = try FixtureProcess(in: book, "plan", shell: "export OPENBLAS_CORETYPE=\(runnable)").wait()
        #expect(other.code == 0, "\(other.errors)")
    }

    @Test func withoutRulesForPartingWordsNoPDFIsSet() throws {
        let bare =
            "mkdir -p bin; printf '#!/bin/sh\\nexit 1\\n' >bin/kpsewhich; printf '#!/bin/sh\\n' >bin/pdflatex; chmod +x bin/*; "
            + "export PATH=$PWD/bin:$PATH FIXTURE_LANGUAGE=fr"
        let message =
            "LaTeX has no hyphenation rules for the language 'fr'; install them with: apt-get install texlive-lang-french"
        let all = try FixtureProcess(in: book, "build", shell: bare).wait()
        #expect(all.code == 0 && all.errors.contains("note: No PDF: \(message)"), "\(all.errors)")
        let alone = try FixtureProcess(in: book, "build --format pdf", shell: bare).wait()
        #expect(alone.code == 1 && alone.errors.contains(message), "\(alone.errors)")
        let doctor = try FixtureProcess(in: book, "doctor", shell: bare).wait()
        #expect(doctor.output.contains("missing  Hyphenation"), "\(doctor.output)")
        #expect(doctor.output.contains("texlive-lang-french"), "\(doctor.output)")
    }

    @Test func withoutLaTeXTheHTMLIsBuilt() async throws {
        let end = try FixtureProcess(in: book, "build", shell: "PATH=/nonexistent").wait()
        #expect(end.code == 0)
        #expect(
            end.errors.contains(
                "note: No PDF: no LaTeX is installed, which sets the PDF; install it with: apt-get install texlive-latex-base"
            ))
        #expect(book.exists("output/index.html"))
        #expect(!book.exists("output/regbook.pdf"))
    }

    @Test func withoutLaTeXAnExplicitPDFIsAnError() async throws {
        let end = try FixtureProcess(in: book, "build --format pdf", shell: "PATH=/nonexistent").wait()
        #expect(end.code == 1)
        #expect(
            end.errors.contains(
                "error: no LaTeX is installed, which sets the PDF; install it with: apt-get install texlive-latex-base")
        )
        #expect(!book.exists("output"))
    }
}

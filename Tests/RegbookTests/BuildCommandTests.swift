import FixtureBook
import Foundation
import Testing

/// Whole builds of a small book.
struct BuildCommandTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    @Test func writesAReportAndThenFindsItUnchanged() async throws {
        let first = await book.run("build", "--format", "html")
        #expect(first.code == 0, "\(first.errors)")
        #expect(try book.text(of: "output/index.html").contains("The numbers of this book are small."))
        #expect(try book.text(of: "output/dice.html").contains("The largest of"))
        #expect(first.output.hasSuffix("/output/index.html\n"))
        let before = try book.stamps(of: "output")
        let second = await book.run("build", "--format", "html")
        #expect(second.output.hasPrefix("Nothing has changed.\n"))
        #expect(second.errors.isEmpty)
        #expect(second.code == 0)
        #expect(try book.stamps(of: "output") == before)
    }

    @Test func aChangedSentenceRunsNoExperiment() async throws {
        _ = await book.run("build", "--format", "html")
        try book.write("They are very small.\n", to: "templates/index.md")
        let outcome = await book.run("build", "--format", "html")
        #expect(outcome.errors.isEmpty, "no section had anything to tell")
        #expect(try book.text(of: "output/index.html").contains("They are very small."))
    }

    @Test func aChangedParameterRunsItsSectionAlone() async throws {
        _ = await book.run("build", "--format", "html")
        let outcome = await book.run("build", "--format", "html", "--set", "dice.throws=5")
        #expect(outcome.errors.contains("dice: done in"))
        #expect(!outcome.errors.contains("grey"))
    }

    @Test(arguments: ["output/dice.html", "output/style.css", "output/build.json"])
    func aDamagedReportIsMadeAgain(file: String) async throws {
        _ = await book.run("build", "--format", "html")
        let whole = try book.timelessTree()
        try book.write("rubbish", to: file)
        let outcome = await book.run("build", "--format", "html")
        #expect(outcome.code == 0)
        #expect(!outcome.output.contains("Nothing has changed."))
        #expect(try book.timelessTree() == whole)
    }

    @Test func aMistakeInATemplateLeavesTheLastReport() async throws {
        _ = await book.run("build", "--format", "html")
        let before = try book.stamps(of: "output")
        try book.write("The largest is {{lagest}}.\n", to: "templates/dice.md")
        let outcome = await book.run("build", "--format", "html")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors.hasPrefix(
                "templates/dice.md:1:16: error: unknown value 'lagest'; did you mean 'largest'?\n"))
        #expect(try book.stamps(of: "output") == before)
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }

    @Test func aMissingTemplateIsNoticedBeforeAnythingRuns() async throws {
        try FileManager.default.removeItem(at: book.root.appending(path: "templates/grey.md"))
        let outcome = await book.run("build")
        #expect(
            outcome.errors == "error: templates/grey.md is missing; it holds its section's prose. "
                + "Write it, or leave the section out with --only.\n")
        #expect(outcome.code == 1)
    }

    @Test func anOutputThatIsAFileIsRefused() async throws {
        try book.write("mine", to: "output")
        let outcome = await book.run("build")
        #expect(outcome.errors.contains("/output' is a file. Remove it, or name a folder with --output.\n"))
        #expect(outcome.code == 1)
        #expect(try book.text(of: "output") == "mine")
    }

    @Test func aContradictedBookIsWrittenAndFails() async throws {
        let bright = try FixtureFolder(
            book: FixtureBook.book(drawn: GreyImages(grey: 0.9), files: GreyImages(grey: 0)))
        for _ in 0..<2 {
            let outcome = await bright.run("build", "--format", "html")
            #expect(outcome.code == 1)
            #expect(
                outcome.errors.contains(
                    "error: grey, claim G-1: contradicted, where 'holds' is recorded. brightness: 0.9, to be at most 0.6 "
                        + "(FixtureBook/GreySection.swift:"), "\(outcome.errors)")
            #expect(try bright.text(of: "output/grey.html").contains("0.9"))
        }
    }

    @Test func whatTheReaderChangedIsOnlyMarked() async throws {
        let options = "build --format html --set dice.sides=1000"
        let outcome = await book.runWords(options)
        #expect(outcome.code == 0)
        let message = "dice, claim D-1: contradicted, where 'holds' is recorded. largest face: "
        #expect(outcome.errors.contains("note: \(message)"))
        let strict = await book.runWords(options + " --strict")
        #expect(strict.code == 1)
        #expect(strict.errors.contains("error: \(message)"))
    }

    /// A format that the report before had and this one has not is no silent loss.
    @Test func aFormatThatIsGoneIsNamed() async throws {
        let note = "note: This report has no HTML, unlike the one before. '--format epub,html' makes all of them.\n"
        _ = await book.runWords("build --format html")
        #expect(await book.runWords("build --format epub").errors.contains(note))
        #expect(!(await book.runWords("build --format epub").errors.contains(note)))
        #expect(!(await book.runWords("build --format html,epub").errors.contains("unlike")))
    }

    @Test(arguments: ["--format html --format epub", "--format html,epub"])
    func everyFormatThatIsNamedIsMade(words: String) async throws {
        #expect(await book.runWords("build --quiet " + words).code == 0)
        #expect(book.exists("output/index.html") && book.exists("output/regbook.epub"))
    }

    /// A study's value has one name, in a sentence and in a formula.
    @Test func valuesOfStudiesStandInFormulas() async throws {
        let coins = try FixtureFolder(book: FixtureBook.coins)
        let prose = "{{first-coin:first}} is $n = {{first-coin:first}}$.\n\n$$\nm = {{second-coin:second}}\n$$\n"
        try coins.write(prose, to: "templates/coins.md")
        let built = await coins.runWords("build --format html")
        #expect(built.code == 0, "\(built.errors)")
        for (wrong, message) in [
            ("{{first-coin:frist}}", "unknown value 'first-coin:frist'; did you mean 'first-coin:first'?"),
            ("$n = {{first-coin:frist}}$", "unknown value 'first-coin:frist'; did you mean 'first-coin:first'?"),
            ("{{first-con:first}}", "the book has no section 'first-con'; did you mean 'first-coin'?"),
            ("{{first-coin:parameters.cuont}}", "unknown value 'first-coin:parameters.cuont'"),
        ] {
            try coins.write(wrong + "\n", to: "templates/coins.md")
            let refused = await coins.runWords("build --format html")
            #expect(refused.code == 1 && refused.errors.contains(message), "\(refused.errors)")
        }
    }

    @Test func aStudyWhoseSectionIsNotWholeIsSaidToHaveNoPage() async throws {
        let coins = try FixtureFolder(book: FixtureBook.coins)
        try coins.write("{{first}} heads, then {{second}}.\n", to: "templates/coins.md")
        let part = await coins.runWords("build --format html --only coins/first-coin")
        #expect(part.code == 0, "\(part.errors)")
        #expect(
            part.errors.hasSuffix(
                "note: Not in this report, for lack of stored results: every section. "
                    + "Build without --only to add them.\n"
                    + "note: 'coins/first-coin' was run, but its section has no page, for lack of other studies' results. "
                    + "'regbook run coins/first-coin' prints what it found.\n"), "\(part.errors)")
        let whole = await coins.runWords("build --format html --only coins")
        #expect(!whole.errors.contains("has no page"), "\(whole.errors)")
        #expect(coins.exists("output/coins.html"))
    }

    @Test func onlyTheNamedSectionsAreRun() async throws {
        let outcome = await book.runWords("build --format html --only dice")
        #expect(outcome.code == 0)
        #expect(
            outcome.errors.hasSuffix(
                "note: Not in this report, for lack of stored results: grey. Build without --only to add them.\n"))
        #expect(!book.exists("output/grey.html"))
        _ = await book.runWords("run grey")
        let second = await book.runWords("build --format html --only dice --output other")
        #expect(!second.errors.contains("grey"))
        #expect(book.exists("other/grey.html"))
        let third = await book.runWords("build --format html --only dice")
        #expect(!third.output.contains("Nothing has changed."))
        #expect(book.exists("output/grey.html"))
    }
}

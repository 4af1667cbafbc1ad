import FixtureBook
import Foundation
import Testing

/// Results of long runs that a book keeps and only shows.
struct KeptTests {
    private static func folder(sources: String = "1") throws -> FixtureFolder {
        try FixtureFolder(
            sources: sources, book: FixtureBook.book(drawn: GreyImages(grey: 0.5), files: GreyImages(grey: 0.25)))
    }

    private static let template = """
        Brightness {{brightness}}.

        > [!FULL]
        > It was {{full:brightness}} there.

        [](claim:G-1)

        """

    private static let keep = "keep grey --profile full --data ."

    /// A folder whose grey section shows kept results.
    private static func keeping(sources: String = "1") async throws -> FixtureFolder {
        let book = try folder(sources: sources)
        try book.write(template, to: "templates/grey.md")
        let outcome = await book.runWords(keep)
        #expect(outcome.output == "kept: records/full/grey.jsonl\n", "\(outcome.errors)")
        return book
    }

    @Test func keptResultsStandBesideThoseOfTheBuild() async throws {
        let book = try await Self.keeping()
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let page = try book.text(of: "output/grey.html")
        #expect(page.contains("Brightness <span class=\"value\">0.5</span>"))
        #expect(page.contains("It was <span class=\"value\">0.25</span> there."))
        #expect(page.contains("<code>regbook run grey --profile full --data MNIST</code>"))
        #expect(page.contains("Full run, grey images: "))
        let evidence = try book.text(of: "output/evidence.json")
        #expect(evidence.contains("\"profile\" : \"full\""))
        #expect(try book.text(of: "records/full/grey.jsonl").split(separator: "\n").count == 3)
    }

    /// A kept verdict that is not the one recorded with the claim fails the build, after the report is written.
    @Test func aKeptVerdictThatIsNotRecordedFails() async throws {
        let book = try await Self.keeping()
        let file = "records/full/grey.jsonl"
        try book.write(try book.text(of: file).replacing("\n0.25", with: "\n0.75"), to: file)
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors.contains(
                "error: grey, claim G-1, kept run of the profile full: contradicted, where 'holds' is recorded. "),
            "\(outcome.errors)")
        #expect(try book.text(of: "output/grey.html").contains("It was <span class=\"value\">0.75</span> there."))
    }

    @Test func aTimeThatCannotBeIsNotTold() async throws {
        let book = try await Self.keeping()
        let kept = try book.text(of: "records/full/grey.jsonl")
        try book.write(kept.replacing(/"seconds":[0-9.]+/, with: #""seconds":1e300"#), to: "records/full/grey.jsonl")
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try book.text(of: "output/grey.html").contains("seed 1: "))
    }

    /// What a cluster or an earlier run has computed took a time that this run does not know.
    @Test func aTimeThatLacksItemsIsNotKept() async throws {
        let book = try Self.folder()
        let keep = "keep dice --profile full --data ."
        let file = "records/full/dice.jsonl"
        #expect(await book.runWords(keep).output == "kept: \(file)\n")
        #expect(try book.text(of: file).contains("\"seconds\":"))
        try book.remove(".regbook/results")
        #expect(await book.runWords(keep).output == "kept: \(file)\n")
        #expect(try !book.text(of: file).contains("\"seconds\":"))
        #expect(await book.runWords(keep).code == 0)
        #expect(try !book.text(of: file).contains("\"seconds\":"), "the results are stored")
    }

    @Test func theCalloutDisappearsWhereNothingIsKept() async throws {
        let book = try Self.folder()
        try book.write(Self.template, to: "templates/grey.md")
        let outcome = await book.runWords("build --format html")
        #expect(outcome.errors.isEmpty || outcome.code == 0, "\(outcome.errors)")
        #expect(!(try book.text(of: "output/grey.html")).contains("It was"))
    }

    @Test func aWrongNameIsNoticedWhetherResultsAreKeptOrNot() async throws {
        for book in [try Self.folder(), try await Self.keeping()] {
            try book.write("> [!FULL]\n> It was {{full:brightnes}}.\n", to: "templates/grey.md")
            let outcome = await book.runWords("build --format html")
            #expect(
                outcome.errors.contains(
                    "templates/grey.md:2:10: error: unknown value 'brightnes'; did you mean 'brightness'?"))
            #expect(outcome.code == 1)
        }
    }

    @Test func outsideOfTheCalloutResultsMustBeKept() async throws {
        let book = try Self.folder()
        try book.write("It was {{full:brightness}}.\n\n[](claim:G-1)\n", to: "templates/grey.md")
        let outcome = await book.runWords("build --format html")
        #expect(
            outcome.errors.contains(
                "templates/grey.md:1:8: error: no results of the profile full are kept for this section; "
                    + "quote them inside a [!FULL] callout"))
        #expect(outcome.code == 1)
    }

    @Test func changedSourcesMakeNothingKeptStale() async throws {
        let book = try await Self.keeping()
        let later = try Self.folder(sources: "2")
        try later.write(Self.template, to: "templates/grey.md")
        try later.write(book.text(of: "records/full/grey.jsonl"), to: "records/full/grey.jsonl")
        let outcome = await later.runWords("build --format html")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try later.text(of: "output/grey.html").contains("It was <span class=\"value\">0.25</span> there."))
    }

    @Test func whatIsKeptIsAnInputOfTheBuild() async throws {
        let book = try await Self.keeping()
        _ = await book.runWords("build --format html")
        #expect(await book.runWords("build --format html").output.hasPrefix("Nothing has changed."))
        let file = "records/full/grey.jsonl"
        try book.write(try book.text(of: file).replacing("\n0.25", with: "\n0.125"), to: file)
        #expect(!(await book.runWords("build --format html")).output.hasPrefix("Nothing has changed."))
        #expect(try book.text(of: "output/grey.html").contains("It was <span class=\"value\">0.125</span> there."))
    }

    @Test(arguments: [
        ("\n0.25\n", "\n\"bright\"\n", "its results do not fit the study as it is now"),
        ("\n0.25\n", "\n", "it has 2 lines instead of three"),
    ])
    func whatDoesNotFitIsNotShown(old: String, new: String, cause: String) async throws {
        let book = try await Self.keeping()
        let file = "records/full/grey.jsonl"
        try book.write(try book.text(of: file).replacing(old, with: new), to: file)
        let outcome = await book.runWords("build --format html")
        #expect(
            outcome.errors.contains(
                "warning: records/full/grey.jsonl is not shown: \(cause). Run it again with "
                    + "'regbook keep grey --profile full --data MNIST', or remove the file.\n"), "\(outcome.errors)")
        #expect(!(try book.text(of: "output/grey.html")).contains("It was"))
    }

    @Test(arguments: [
        (
            "keep grey",
            "A build runs the profile 'quick' itself. Name a longer one to keep: --profile full --data with MNIST's folder."
        ),
        (
            "keep grey --profile full --data . --seed 2",
            "Kept results must be what the prose was written for, but 'grey' would run with another seed or "
                + "other parameters. Leave out --seed and --set."
        ),
    ])
    func onlyLongRunsAsWrittenAreKept(line: String, message: String) async throws {
        let book = try Self.folder()
        let outcome = await book.runWords(line)
        #expect(outcome.errors == "error: \(message)\n")
        #expect(outcome.code == 64)
        #expect(!book.exists("records"))
    }
}

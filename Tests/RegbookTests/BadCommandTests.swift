import BookTool
import Foundation
import Testing

/// Each mistake on the command line gets one clear message with its place and mend, and leaves everything as it was.
struct BadCommandTests {
    private let book: FixtureFolder

    init() throws {
        book = try FixtureFolder()
    }

    @Test(arguments: [
        ("--only dise", "error: Unknown section 'dise'. Did you mean 'dice'?\n"),
        ("--only elephant", "error: Unknown section 'elephant'. Known: dice, grey.\n"),
        ("--profile ful", "error: Unknown profile 'ful'. Did you mean 'full'?\n"),
        ("--profile everything", "error: Unknown profile 'everything'. Known: quick, full, paper.\n"),
        (
            "--profile full",
            "error: The study 'grey' reads MNIST in the profile 'full'. Name the folder that holds its files with --data. "
                + "'regbook data fetch mnist' fetches it.\n"
        ),
        ("--set dise.sides=3", "error: Unknown section 'dise'. Did you mean 'dice'?\n"),
        ("--set dice.side=3", "error: The section 'dice' has no parameter 'side'. Did you mean 'sides'?\n"),
        (
            "--set dice.sides=six",
            "error: The value 'six' does not fit the parameter 'dice.sides', whose default is 6.\n"
        ),
        (
            "--set dice.sides=6.5",
            "error: The value '6.5' does not fit the parameter 'dice.sides', whose default is 6.\n"
        ),
        ("--set dice.sides=0", "error: The parameter 'dice.sides' is 0, but must be at least 1.\n"),
        (
            "--set sides=3",
            "error: Can't read --set 'sides=3'. Write section.parameter=value; "
                + "'regbook list --verbose' shows the parameters.\n"
        ),
        ("--seed one", "error: The seed 'one' must be a whole number from 0 to 18446744073709551615.\n"),
        ("--jobs 0", "error: --jobs 0 must be at least 1.\n"),
        (
            "--memory lots",
            "error: Can't read the size 'lots'. Write a number with K, M, G or T behind it, such as 500M or 1.5G.\n"
        ),
        ("--format pfd", "error: Unknown format 'pfd'. Did you mean 'pdf'?\n"),
    ])
    func isExplained(options: String, message: String) async throws {
        let outcome = await book.runWords("build \(options)")
        #expect(outcome.errors == message)
        #expect(outcome.output.isEmpty)
        #expect(outcome.code == 64)
        #expect(!FileManager.default.fileExists(atPath: book.root.appending(path: "output").path))
    }

    @Test func anUnknownOptionIsExplained() async {
        let outcome = await book.run("build", "--profil", "full")
        #expect(outcome.errors.hasPrefix("error: Unknown option '--profil'. Did you mean '--profile'?\n"))
        #expect(outcome.errors.hasSuffix(" build --help' tells what it takes.\n"))
        #expect(outcome.code == 64)
    }

    @Test func outsideOfABookTheRootIsMissing() async throws {
        let outside = book.root.appending(path: "outside").path(percentEncoded: false)
        let outcome = await book.run("build", "--root", outside)
        #expect(
            outcome.errors == "error: '\(outside)/' is no book's root: it holds no regbook.yml. "
                + "Name the folder that does with --root.\n")
        #expect(outcome.code == 64)
    }

    @Test(arguments: [
        (
            "sead: 2\n",
            """
            regbook.yml:1:1: error: unknown setting 'sead'. Did you mean 'seed'?
             1 | sead: 2
               | ^

            """
        ),
        (
            "output: here\nseed: many\nengine:\n  name: slrum\n",
            """
            regbook.yml:2:7: error: 'seed' must be a whole number of at least 0.
             2 | seed: many
               |       ^
            regbook.yml:4:9: error: 'engine.name' must be one of slurm, snakemake.
             4 |   name: slrum
               |         ^

            """
        ),
    ])
    func wrongSettingsAreExplained(settings: String, message: String) async throws {
        try book.write(settings, to: "regbook.yml")
        let outcome = await book.run("build")
        #expect(outcome.errors == message)
        #expect(outcome.code == 1)
    }

    @Test func missingTemplatesAreNamed() async throws {
        try FileManager.default.removeItem(at: book.root.appending(path: "templates"))
        let outcome = await book.run("build")
        #expect(outcome.errors.contains("/templates/' is missing; it holds the prose of every section."))
        #expect(outcome.code == 1)
    }

    @Test func dataThatAreNotThereAreNamed() async throws {
        let outcome = await book.run("build", "--data", "nowhere")
        #expect(outcome.errors.hasPrefix("error: "))
        #expect(outcome.errors.contains("train-images-idx3-ubyte"))
        #expect(outcome.errors.contains("not found"))
        #expect(outcome.code == 1)
    }
}

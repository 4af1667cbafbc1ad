import BookTool
import Foundation
import Plots
import Testing

/// What moved between two builds.
struct DiffCommandTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    @Test func oneReportIsNotEnough() async throws {
        #expect(await book.runWords("build --format html").code == 0)
        let outcome = await book.runWords("diff")
        #expect(outcome.errors.hasPrefix("error: Only one report was built into '"))
        #expect(outcome.code == 1)
        #expect(
            await book.run("diff", "templates", "output").errors.contains("' is no report: it holds no evidence.json."))
    }

    @Test func namesWhatMoved() async throws {
        _ = await book.runWords("build --format html")
        try book.write("Other words.\n", to: "templates/index.md")
        _ = await book.runWords("build --format html")
        #expect(await book.runWords("diff").output == "The reports agree in every value, claim and figure.\n")
        _ = await book.runWords("build --format html --set dice.sides=1000 dice.throws=9")
        let outcome = await book.runWords("diff --pictures pictures")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains("  dice.throws: 4 → 9"))
        #expect(lines.contains { $0.wholeMatch(of: /\s+D-1: holds → contradicted, measured [1-6]\.0 → \d+\.0/) != nil })
        #expect(lines.contains { $0.hasPrefix("  dice-sequence: differs by ") })
        #expect(!outcome.output.contains("grey"))
        let picture = try Data(contentsOf: book.root.appending(path: "pictures/dice-sequence-difference.png"))
        let pixels = try PixelImage(png: [UInt8](picture)).pixels
        #expect(Set(pixels).count > 1, "something differs, and not everything")
        #expect(book.exists("pictures/dice-sequence-old.png") && book.exists("pictures/dice-sequence-new.png"))
    }

    /// What moved stands under the study that shows it, and other studies can be left out.
    @Test func tellsOfOneStudyAlone() async throws {
        _ = await book.runWords("build --format html --output one")
        _ = await book.runWords("build --format html --output two --set dice.throws=9 grey.count=3 --seed 3")
        let all = await book.runWords("diff one two").output.split(separator: "\n")
        #expect(all.first == "dice")
        #expect(all.contains("  dice.throws: 4 → 9"))
        #expect(
            await book.runWords("diff one two --only grey").output
                == "The reports agree in every value, claim and figure of grey.\n")
        #expect(await book.runWords("diff one two --only dice").output.split(separator: "\n") == all)
        #expect(await book.runWords("diff one two --only dic").code == 64)
    }

    /// Numbers bear the digits that tell them apart.
    @Test(arguments: [
        ("22.35 ± 4.105983658835508", "22.278688524590162 ± 4.04032891724057", "22.35 ± 4.106 → 22.28 ± 4.04"),
        ("0.1234567891", "0.1234567892", "0.1234567891 → 0.1234567892"), ("1234567", "1234568", "1234567 → 1234568"),
        ("-3.1e-12", "2.000000001", "-3.1e-12 → 2"), ("[0.30000000000000004]", "[0.4,0.5]", "[0.3] → [0.4,0.5]"),
        (#""1.23456 s""#, #""2.5 s""#, #""1.23456 s" → "2.5 s""#),
    ])
    func digitsTellThemApart(old: String, new: String, words: String) {
        #expect(NumberPair.words(old, new) == words)
    }

    @Test func twoFoldersAreCompared() async throws {
        _ = await book.runWords("build --format html --output one --only dice")
        _ = await book.runWords("build --format html --output two --seed 3")
        let outcome = await book.run("diff", "one", "two")
        #expect(outcome.output.contains("  grey.brightness: new\n"))
        #expect(outcome.output.contains("  G-1: new\n"))
    }
}

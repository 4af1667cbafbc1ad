import FixtureBook
import Foundation
import Testing

/// What is stale, and because of which input.
struct WhyCommandTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    @Test func saysWhatHasChanged() async throws {
        #expect(await book.runWords("why dice").output == "dice: never built.\n")
        _ = await book.runWords("build --format html")
        #expect(await book.runWords("why dice").output == "dice: nothing has changed since its last build.\n")
        #expect(
            await book.runWords("why dice --set dice.sides=8 --seed 2").output == """
                dice: changed: the seed, 1 before, 2 now: it is measured again.
                dice: changed: the parameter sides, 6 before, 8 now: it is measured again.

                """)
        try book.write("{{largest}} {{throws}} [](claim:D-1)\n", to: "templates/dice.md")
        #expect(await book.runWords("why dice").output == "dice: changed: its prose: its page is made again.\n")
        #expect(await book.runWords("why grey").output == "grey: nothing has changed since its last build.\n")
        try book.write("- {id: a}\n", to: "templates/references.yml")
        try book.write("p {}\n", to: "templates/style.css")
        #expect(
            await book.runWords("why grey").output == """
                grey: changed: the layouts or the style sheet: its page is made again.
                grey: changed: the references: its page is made again.

                """)
        try book.write("[]\n", to: "templates/references.yml")
        try book.remove("templates/style.css")
        #expect(await book.runWords("why grey").output == "grey: nothing has changed since its last build.\n")
        try book.remove(".regbook/results")
        #expect(
            await book.runWords("why grey").output
                == "grey: it is measured again, for its stored results are gone or damaged.\n")
    }

    @Test func cleanListsAndRemoves() async throws {
        _ = await book.runWords("build --format html")
        let listed = await book.runWords("clean")
        #expect(listed.output.hasPrefix("results: 2 entries, "))
        #expect(listed.output.contains("items: 4 entries, "))
        #expect(try book.storedItems() == 4)
        #expect(await book.runWords("clean --older-than 1").output.contains("Removed 0 entries"))
        #expect(await book.runWords("clean --down-to 1T").output.contains("Removed 0 entries"))
        #expect(await book.runWords("clean --down-to much").errors.hasPrefix("error: Can't read the size 'much'."))
        let shrunk = await book.runWords("clean --down-to 0.001K").output
        #expect(shrunk.contains("Removed ") && !shrunk.contains("Removed 0 entries"))
        _ = await book.runWords("build --format html --output other")
        #expect(await book.runWords("clean --all").code == 0)
        #expect(try book.storedItems() == 0)
        #expect(book.exists("output/index.html"))
    }
}

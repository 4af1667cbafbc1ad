import FixtureBook
import Foundation
import Testing

/// What other programs get from one section.
struct RunCommandTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    @Test func printsResultsValuesAndClaimsAsJSON() async throws {
        let outcome = await book.run("run", "dice", "--json", "--set", "dice.throws=3", "--quiet")
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let results = try #require(object["results"] as? [String: [Int]])
        let faces = try #require(results["faces"])
        #expect(faces.count == 3)
        let values = try #require(object["values"] as? [String: Int])
        #expect(values == ["throws": 3, "largest": try #require(faces.max())])
        let claims = try #require(object["claims"] as? [[String: Any]])
        #expect(claims.map { $0["id"] as? String } == ["D-1"])
        #expect(claims.map { $0["verdict"] as? String } == ["holds"])
        #expect(object["isAsWritten"] as? Bool == false)
    }

    @Test func aLongProfileNeedsImagesOnlyForStudiesThatReadThem() async throws {
        let dice = await book.run("run", "dice", "--profile", "full", "--quiet")
        #expect(dice.code == 0, "\(dice.errors)")
        let grey = await book.run("run", "grey", "--profile", "full", "--quiet")
        #expect(grey.errors.hasPrefix("error: The study 'grey' reads MNIST in the profile 'full'."))
        #expect(grey.code == 64)
    }

    @Test func theSeedDecidesTheResults() async throws {
        let one = await book.run("run", "dice", "--json", "--seed", "5")
        let same = await book.run("run", "dice", "--json", "--seed", "5")
        let other = await book.run("run", "dice", "--json", "--seed", "6")
        #expect(one.output == same.output)
        #expect(one.output != other.output)
    }

    @Test func anUnknownSectionIsExplained() async {
        let outcome = await book.run("run", "gray")
        #expect(outcome.errors == "error: Unknown section 'gray'. Did you mean 'grey'?\n")
        #expect(outcome.code == 64)
    }

    @Test func listNamesSectionsAndParameters() async {
        let short = await book.run("list")
        #expect(short.output == "1.1\tdice  Dice\n1.2\tgrey  Grey\n")
        let long = await book.run("list", "--verbose")
        #expect(
            long.output == """
                1.1\tdice  Dice
                \t  dice.awaited=""
                \t  dice.bias=0.5
                \t  dice.diary=""
                \t  dice.failing=-1
                \t  dice.label="die"
                \t  dice.sides=6
                \t  dice.throws=4
                1.2\tgrey  Grey
                \t  grey.count=2

                """)
    }
}

import Foundation
import Testing

@Suite struct DiagnosticsTests {
    private struct Transcript: Decodable {
        let diagnostics: [Entry]
        let fails: Bool

        struct Entry: Decodable, Equatable {
            let severity: String
            let file: String
            let line: Int
            let column: Int
            let message: String
            let source: String
        }
    }

    private func transcript(_ outcome: FixtureFolder.Outcome) throws -> Transcript {
        try JSONDecoder().decode(Transcript.self, from: Data(outcome.output.utf8))
    }

    @Test func jsonTellsEveryMistakeWithItsPlace() async throws {
        let book = try FixtureFolder()
        try book.write("Of {{throws}}, {{largset}}.\n\n[](claim:D-1) $\\frac{1$\n", to: "templates/dice.md")
        let outcome = await book.runWords("build --format html --json")
        #expect(outcome.code == 1)
        #expect(outcome.errors == "")
        let said = try transcript(outcome)
        #expect(said.fails)
        #expect(
            said.diagnostics.first
                == .init(
                    severity: "error", file: "templates/dice.md", line: 1, column: 16,
                    message: "unknown value 'largset'; did you mean 'largest'?", source: "Of {{throws}}, {{largset}}."))
        #expect(said.diagnostics.map(\.line) == [1, 3])
    }

    @Test func jsonTellsWarningsOfAGoodBuild() async throws {
        let book = try FixtureFolder()
        try book.write("Only {{throws}}. [](claim:D-1)\n\n![All](figure:sequence)\n", to: "templates/dice.md")
        let outcome = await book.runWords("build --format html --json")
        #expect(outcome.code == 0)
        let said = try transcript(outcome)
        #expect(said.diagnostics.map(\.severity) == ["warning"])
        #expect(said.diagnostics.map(\.message) == ["the value 'largest' is not used"])
        // The same again out of the store.
        let again = try transcript(await book.runWords("build --format html --json"))
        #expect(again.diagnostics == said.diagnostics)
    }

    @Test func jsonTellsWhatHasNoPlace() async throws {
        let book = try FixtureFolder()
        let outcome = await book.runWords("build --format html --json --seed minus-one")
        #expect(outcome.code == 64)
        #expect(try transcript(outcome).diagnostics.first?.message.contains("minus-one") == true)
    }

    @Test func strictMakesWarningsErrors() async throws {
        let book = try FixtureFolder()
        try book.write("Only {{throws}}. [](claim:D-1)\n", to: "templates/dice.md")
        let lenient = await book.runWords("build --format html")
        #expect(lenient.code == 0)
        #expect(lenient.errors.contains("templates/dice.md: warning: the value 'largest' is not used"))
        let strict = await book.runWords("build --format html --strict")
        #expect(strict.code == 1)
        #expect(strict.errors.contains("templates/dice.md: error: the value 'largest' is not used"))
    }

    @Test func unknownPaperIsTold() async throws {
        let book = try FixtureFolder()
        let outcome = await book.runWords("build --paper leter")
        #expect(outcome.code == 64)
        #expect(outcome.errors == "error: Unknown paper 'leter'. Did you mean 'letter'?\n")
    }
}

import Foundation
import Plots
import Testing

/// Words of scripts whose letters join, run from right to left or carry marks.
struct ScriptTests {
    /// The letters of a text from left to right: their outlines.
    private func letters(_ text: String) throws -> [String] {
        let run = TextRun(text, face: .sans, size: 9, at: XY(10, 20))
        let svg = try Drawing(width: 200, height: 50, commands: [.text(run)], title: "t", altText: "a").svg(id: "f")
        let outlines = Dictionary(
            uniqueKeysWithValues: svg.matches(of: /<path id="([^"]+)" d="([^"]+)"/).map { (String($0.1), String($0.2)) }
        )
        return try svg.matches(of: /<use href="#([^"]+)"/).map { try #require(outlines[String($0.1)]) }
    }

    @Test func hebrewRunsFromRightToLeft() throws {
        let one = try letters("שלום")
        #expect(one.count == 4 && Set(one).count == 4)
        #expect(try one == Array("שלום".reversed()).flatMap { try letters(String($0)) })
    }

    @Test func arabicLettersJoin() throws {
        let word = try letters("سلام")
        let alone = try "سلام".flatMap { try letters(String($0)) }
        // Lam and alef are one letter, and no letter has its lonely form but the last.
        #expect(word.count == 3 && alone.count == 4)
        #expect(word.filter(alone.contains).count <= 1)
        let measure = SystemTextMeasure()
        let joined = try measure.extent(of: "سلام", face: .sans, size: 10).width
        let apart = try "سلام".reduce(0.0) { try $0 + measure.extent(of: String($1), face: .sans, size: 10).width }
        #expect(joined < 0.9 * apart)
    }

    @Test func linesOfTwoDirectionsAreInOrder() throws {
        let latin = try letters("abc")
        let hebrew = try letters("של")
        let digits = try letters("123")
        // A number after a Hebrew word is read after it, to its left.
        #expect(try letters("abc של 123") == latin + digits + hebrew)
        // The first letter decides where the line starts.
        #expect(try letters("של abc") == latin + hebrew)
        // Parentheses turn with their line.
        let parentheses = try letters("()")
        #expect(try letters("(של)") == [parentheses[0]] + hebrew + [parentheses[1]])
    }

    @Test func marksStandOnTheirLetters() throws {
        let measure = SystemTextMeasure()
        for text in ["x\u{327}", "q\u{323}", "ш\u{301}", "נ\u{5B8}"] {
            let bare = String(text.unicodeScalars.prefix(1).map(Character.init))
            let width = try measure.extent(of: text, face: .fallback, size: 10).width
            #expect(try abs(width - measure.extent(of: bare, face: .fallback, size: 10).width) < 0.01, "\(text)")
            #expect(try letters(text).count == 2, "\(text)")
        }
        #expect(try letters("e\u{301}").count <= 2)
    }

    @Test func formulasStandLeftOfWhatComesBeforeThem() throws {
        let figure = Figure(width: 300, height: 120) {
            Panel(x: .hidden(0...1), y: .hidden(0...1), frame: .none) { Text("דיוק $x^2$ (ב־%)", x: 0.5, y: 0.5) }
        }
        let runs = try figure.drawing().commands.compactMap { if case .text(let run) = $0 { run } else { nil } }
        let word = try #require(runs.first { $0.string.contains("דיוק") })
        let formula = try #require(runs.first { $0.string == "x" })
        let unit = try #require(runs.first { $0.string.contains("%") })
        #expect(unit.origin.x < formula.origin.x && formula.origin.x < word.origin.x)
    }

    @Test func theLocaleDecidesNothing() throws {
        let word = try letters("ـهـ کتاب")
        #expect(try letters("ـهـ کتاب") == word)
    }

    /// Letters that no installed face has are named with their place in mind.
    @Test func scriptsWithoutAFaceAreErrors() {
        #expect(throws: PlotError.missingLetter("क", label: "क")) { try letters("क") }
    }
}

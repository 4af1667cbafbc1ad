import Plots
import Testing

/// Letters are set as they are written, or refused with their place.
struct LetterTests {
    private func runs(_ label: String) throws -> [TextRun] {
        let figure = Figure(width: 300, height: 120) {
            Panel(x: .hidden(0...1), y: .hidden(0...1), frame: .none) { Text(label, x: 0.5, y: 0.5) }
        }
        return try figure.drawing(measuring: FixedWidthMeasure()).commands.compactMap {
            if case .text(let run) = $0 { run } else { nil }
        }
    }

    @Test func lettersAndTheirAccentsAreOne() throws {
        #expect(try runs("Gro\u{308}ße").map(\.string) == ["Größe"])
        let hat = try runs("x\u{302}y")
        #expect(hat.map(\.string) == ["x", "ˆ", "y"])
        #expect(hat[1].size == hat[0].size && abs(hat[1].origin.x - hat[0].origin.x) < hat[0].size)
        // A sign that formulas don't have is the face's own to place.
        #expect(try runs("x\u{327}").map(\.string) == ["x\u{327}"])
    }

    @Test func linesBreakWhereTheLabelSaysSo() throws {
        let lines = try runs("first\nsecond $x$")
        #expect(lines.map(\.string) == ["first", "second ", "x"])
        #expect(lines[1].origin.y > lines[0].origin.y + lines[0].size && lines[1].origin.x == lines[0].origin.x)
        #expect(try runs("a\tb\u{200B}c\u{AD}d").map(\.string) == ["a bcd"])
    }

    @Test func amountsOfMoneyAreNoFormulas() throws {
        #expect(try runs("from $5 to $10 a month").map(\.string) == ["from $5 to $10 a month"])
        #expect(try runs("$5").map(\.string) == ["$5"])
        #expect(try runs("$5-$10").map(\.string) == ["$5-$10"])
        #expect(try runs("$2x$").map(\.string) == ["2", "x"])
        #expect(PlainText.of("$5 to $10") == "$5 to $10")
    }

    @Test(arguments: [
        "\\operatorname*{argmin}_w", "\\big( x \\big)", "\\underset{x}{y}", "x_{\\text{a {b} c}}",
        "\\sum\\limits_{i=1}^n x_i",
    ])
    func commandsOfPapersAreSet(formula: String) throws {
        #expect(try !runs("$\(formula)$").isEmpty)
    }

    /// Titles and labels of axes that are too long break into lines inside of the figure.
    @Test func longTitlesAndLabelsBreak() throws {
        let words = "a label of some length that is much longer than its axis"
        let figure = Figure(width: 200, height: 160) {
            Panel(words, x: Axis(words), y: Axis(words)) { Line(x: [0, 1], y: [0, 1]) }
        }
        let drawing = try figure.drawing(measuring: FixedWidthMeasure())
        let texts = drawing.commands.compactMap { if case .text(let run) = $0 { run } else { nil } }
        for face in [FontFace.sansBold, .sans] {
            let own = texts.filter { $0.face == face && $0.rotation == 0 && $0.string.contains(" ") }
            #expect(own.count > 1 && own.map(\.string).joined(separator: " ") == words)
        }
        #expect(texts.filter { $0.rotation == 90 }.count > 1)
    }
}

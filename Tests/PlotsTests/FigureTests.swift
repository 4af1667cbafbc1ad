import Plots
import Testing

struct FigureTests {
    let figure = Figure(width: 300, height: 150) {
        Panel(x: Axis("epoch"), y: Axis("loss", scale: .log)) {
            Line(x: [1, 2, 3, 4.0], y: [1, 0.3, 0.2, 0.4]).role(.validation).label("validation, $\\alpha$")
            Rule(x: 3).label("returned")
        }
    }

    @Test func theAlternativeTextNamesTheMinimum() {
        #expect(figure.altText.contains("minimum 0.2 at epoch 3"))
    }

    @Test func anEmptyAlternativeTextIsAnError() {
        #expect(throws: PlotError.emptyAltText) { try figure.described(as: "  ").drawing() }
    }

    @Test func filesAreMadeAndReproducible() throws {
        let svg = try figure.svg(id: "one")
        #expect(svg == (try figure.svg(id: "one")))
        #expect(svg.contains("var(--plot-validation,"))
        #expect(try figure.pdf() == figure.pdf())
        #expect(try figure.png(scale: 1).prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    }

    @Test func unknownCommandsAreErrorsWithTheirPlace() {
        let wrong = Figure { Panel("An $\\alhpa$") { Rule(x: 1) } }
        #expect(throws: PlotError.unknownCommand("\\alhpa", label: "An $\\alhpa$", offset: 4)) { try wrong.drawing() }
    }
}

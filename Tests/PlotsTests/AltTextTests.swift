import Plots
import Testing

@Suite struct AltTextTests {
    @Test(arguments: [
        ("$\\tilde{\\mathbf{w}}$", "w tilde"), ("$\\mathbf{w}^*$", "w*"), ("$w_1$", "w1"),
        ("decay $\\lambda/\\alpha$", "decay λ/α"), ("$\\hat{J}$ at $\\eta\\tau$", "J hat at ητ"),
    ])
    func labelsAreReadAsWords(label: String, words: String) throws {
        let figure = Figure(width: 200, height: 150) {
            Panel(x: Axis("epoch"), y: Axis("loss")) { Point(x: 1, y: 2).label(label) }
        }
        #expect(figure.altText.contains("“\(words)”"), "\(figure.altText)")
    }

    @Test func everyContentIsASentence() throws {
        let picture = try PixelImage(ink: [1.0], columns: 1)
        let figure = Figure {
            ImageGrid([picture, picture], columns: 2, title: "denoising")
            Schematic(title: "all units") { NodeRow { Node("a", "a") } }
            Panel("curves") { Rule(x: 1) }
        }
        let words = "Denoising: 2 pictures. All units: A diagram of a. Curves: a rule at x = 1."
        #expect(figure.altText == words)
    }

    @Test func symbolsKeepTheirCase() {
        func words(_ x: String, _ y: String) -> String {
            Figure { Panel(x: Axis(x), y: Axis(y)) { Rule(x: 1) } }.altText
        }
        #expect(words("$\\lambda$", "$\\tau\\eta$") == "τη against λ. A rule at x = 1.")
        #expect(words("epoch", "$w_1$") == "w1 against epoch. A rule at x = 1.")
        #expect(words("epoch", "validation loss") == "Validation loss against epoch. A rule at x = 1.")
    }
}

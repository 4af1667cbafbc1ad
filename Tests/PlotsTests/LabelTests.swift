import Plots
import Testing

struct LabelTests {
    private func failure(_ label: String) -> PlotError? {
        do {
            _ = try Figure { Panel(label) { Rule(x: 1) } }.drawing(measuring: FixedWidthMeasure())
            return nil
        } catch {
            return error as? PlotError
        }
    }

    @Test func wrongMathIsAnErrorWithItsPlace() {
        #expect(failure("a $x") == .badMath(reason: .unclosedDollar, label: "a $x", offset: 2))
        #expect(failure("$x_{1$") == .badMath(reason: .unclosedBrace, label: "$x_{1$", offset: 3))
        #expect(failure("$x}$") == .badMath(reason: .strayBrace, label: "$x}$", offset: 2))
        #expect(failure("$x^1^2$") == .badMath(reason: .doubleScript, label: "$x^1^2$", offset: 4))
        #expect(failure("$\\frac{1}$") == .badMath(reason: .missingArgument, label: "$\\frac{1}$", offset: 1))
        #expect(failure("$\\left(x$") == .badMath(reason: .unclosedDelimiter, label: "$\\left(x$", offset: 1))
        #expect(failure("costs \\$5") == nil)
    }

    /// Every command is set with letters that an installed face has.
    @Test(arguments: [
        "\\tilde{w}", "\\hat{w}", "\\bar{x}", "\\vec{v}", "\\dot{f}", "\\mathbb{E}", "\\mathbb{R}^n", "\\mathcal{L}",
        "\\mathbf{w}", "\\boldsymbol{\\theta}", "\\|w\\|_2^2", "\\frac{a}{b}", "\\sqrt{x}", "\\sqrt[3]{x}",
        "\\sum_{i=1}^n", "\\prod_i", "\\int_0^1",
        "\\alpha\\beta\\gamma\\delta\\epsilon\\varepsilon\\zeta\\eta\\theta\\vartheta\\iota\\kappa",
        "\\lambda\\mu\\nu\\xi\\pi\\varpi\\rho\\varrho\\sigma\\varsigma\\tau\\upsilon\\phi\\varphi\\chi\\psi\\omega",
        "\\Gamma\\Delta\\Theta\\Lambda\\Xi\\Pi\\Sigma\\Upsilon\\Phi\\Psi\\Omega", "\\nabla_\\theta J",
        "\\partial\\infty\\ell\\hbar",
        "\\forall\\exists\\emptyset\\top\\bot\\angle\\triangle\\ldots\\cdots\\vdots\\ddots\\Re\\Im\\dag\\star\\degree\\neg",
        "\\pm\\mp\\times\\div\\cdot\\ast\\circ\\bullet\\odot\\oplus\\otimes\\ominus\\cup\\cap\\wedge\\vee\\setminus",
        "\\le\\ge\\ll\\gg\\ne\\approx\\equiv\\sim\\simeq\\cong\\propto\\in\\notin\\ni\\subset\\subseteq\\supset\\supseteq",
        "\\prec\\succ\\preceq\\succeq\\to\\leftarrow\\leftrightarrow\\Rightarrow\\Leftarrow\\Leftrightarrow\\mapsto",
        "\\uparrow\\downarrow\\mid\\parallel\\perp", "\\langle x \\rangle\\lfloor x \\rfloor\\lceil x \\rceil",
        "\\bigcup\\bigcap\\bigoplus\\oint", "\\operatorname{sign}(x)\\max\\argmin", "\\overline{ab}\\underline{ab}",
        "\\binom{n}{k}", "\\left[\\left(\\frac{1}{k}\\sum_i \\epsilon_i\\right)^2\\right]",
        "\\mathfrak{g}\\mathsf{T}\\mathtt{x}",
    ])
    func everyCommandHasItsLetters(formula: String) throws {
        let drawing = try Figure(width: 400, height: 100) { Panel { Text("$\(formula)$", x: 0, y: 0) } }.drawing()
        #expect(try drawing.png(scale: 1).count > 100)
    }

    @Test func everyMessageSaysWhatIsWrong() {
        #expect(
            "\(PlotError.unknownCommand("\\foo", label: "$\\foo$", offset: 1))"
                == "label \"$\\foo$\", character 2: unknown TeX command \\foo")
        #expect("\(PlotError.logOfNonPositive(axis: "loss", value: 0))".contains("logarithmic axis can't reach 0"))
    }
}

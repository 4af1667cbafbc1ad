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

    @Test func everyMessageSaysWhatIsWrong() {
        #expect(
            "\(PlotError.unknownCommand("\\foo", label: "$\\foo$", offset: 1))"
                == "label \"$\\foo$\", character 2: unknown TeX command \\foo")
        #expect("\(PlotError.logOfNonPositive(axis: "loss", value: 0))".contains("logarithmic axis can't reach 0"))
    }
}

import Foundation
import Notebook

extension Check {
    /// The bound in characters: "≤ 1e-10"; empty where there is none.
    var boundText: String { boundNumber.plain }

    /// The bound beside a measurement, which a missed range does not hold: "not in 1.3 … 1.7".
    private var outcomeBound: NumberText {
        guard case .within = bound, verdict == .contradicted else { return boundNumber }
        return NumberText("not ") + boundNumber
    }

    /// The bound as it is typeset: "≤ 10⁻¹⁰".
    var boundNumber: NumberText {
        func limit(_ sign: String, _ value: Double) -> NumberText {
            NumberText(sign + " ") + NumberText(shortest: value)
        }
        return switch bound {
        case .atMost(let value): limit("≤", value)
        case .atLeast(let value): limit("≥", value)
        case .above(let value): limit(">", value)
        case .within(let range):
            NumberText("in ") + withinRange(range.lowerBound) + NumberText(" … ") + withinRange(range.upperBound)
        case .none: NumberText("")
        }
    }

    /// `value` to the decimal place at which the range's width has two digits, so that it is seen on which side of an end it
    /// lies.
    private func withinRange(_ value: Double) -> NumberText {
        guard case .within(let range) = bound, range.upperBound > range.lowerBound else {
            return NumberText(value, digits: 3)
        }
        let decimals = 1 - Int(log10(range.upperBound - range.lowerBound).rounded(.down))
        return (-4...8).contains(decimals)
            ? NumberText(value, decimals: max(0, decimals)) : NumberText(value, digits: 3)
    }

    /// What was measured and what it had to meet, between which a line may end: "0.12 ± 0.03", "> 0"; or "20 of 20" where cases
    /// were counted.
    var outcome: [NumberText] {
        if isCount { return [NumberText("\(Int(measured)) of \(n)")] }
        if case .within(let range) = bound, range.lowerBound == range.upperBound, measured == range.lowerBound {
            return [NumberText("= ") + NumberText(shortest: measured)]
        }
        return [measuredNumber, outcomeBound].filter { !$0.plain.isEmpty }
    }

    /// The same in a few characters, for the margin: "exact" where nothing was off, and how far an erratum is.
    var outcomeInBrief: [NumberText] {
        if verdict == .erratum, let asPrinted, asPrinted.isFinite {
            return [NumberText("off by ") + NumberText(asPrinted, digits: 2, trimmed: true)]
        }
        if case .atMost = bound, measured == 0, halfWidth == 0 { return [NumberText("exact")] }
        return outcome
    }

    /// Whether it counts cases that must all agree.
    var isCount: Bool { n > 1 && halfWidth == 0 && bound == .atLeast(Double(n)) && measured == measured.rounded() }

    /// The measurement as it is typeset, with its interval when it has one.
    var measuredNumber: NumberText {
        guard !measured.isNaN else { return NumberText("–") }
        if halfWidth > 0 { return NumberText(mean: measured, halfWidth: halfWidth) }
        if case .within = bound { return withinRange(measured) }
        return measured == measured.rounded() && measured.magnitude < 1e6
            ? NumberText(measured, decimals: 0) : NumberText(measured, digits: 2, trimmed: true)
    }
}

extension NumberText {
    /// `value` with as few digits as tell it from its neighbours, at most six.
    init(shortest value: Double) {
        let digits = (1...6).first { digits in
            let text = NumberText(value, digits: digits)
            return text.isExactly(value)
        }
        let text = NumberText(value, digits: digits ?? 3)
        // 10⁻⁸ rather than 1 × 10⁻⁸
        self.init(text.parts.first == .text("1") && text.parts.count == 2 ? [.text(""), text.parts[1]] : text.parts)
    }

    private func isExactly(_ value: Double) -> Bool {
        let text = plain.replacing("−", with: "-").replacing("\u{202F}", with: "")
        return Double(text) == value
    }
}

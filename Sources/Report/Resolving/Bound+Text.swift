import Foundation
import Notebook

extension Check {
    /// The bound in characters: "≤ 1e-10"; empty where there is none.
    var boundText: String { boundNumber.plain }

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

import Foundation
import Notebook

/// A number as it is typeset, free of HTML and TeX.
public struct NumberText: Hashable, Sendable {
    public let parts: [Part]

    public enum Part: Hashable, Sendable {
        case text(String)
        /// "× 10" to this power.
        case power(Int)

        /// Whether it ends in a digit, so that a power after it is multiplied.
        var isDigits: Bool {
            if case .text(let text) = self { text.last?.isNumber == true } else { false }
        }
    }

    init(_ parts: [Part]) { self.parts = parts }
    init(_ text: String) { parts = [.text(text)] }

    /// Whether it has no words in it, so that no line may end inside it.
    var isNumber: Bool { !plain.contains { $0.isLetter && $0 != "e" } }

    /// The number in characters alone: "3.2e-9".
    public var plain: String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .power(let exponent): text += (text.last?.isNumber == true ? "e" : "1e") + String(exponent)
            }
        }
        return text
    }

    /// `value` to `digits` significant digits, with a power of ten where it would be long.
    ///
    /// - Parameter trimmed: whether zeros at the end are left out, as for a parameter that is exactly 0.1.
    init(_ value: Double, digits: Int, trimmed: Bool = false) {
        guard value.isFinite else {
            self.init(value.isNaN ? "–" : value < 0 ? "−∞" : "∞")
            return
        }
        guard value != 0 else {
            self.init("0")
            return
        }
        let digits = max(1, min(digits, 17))
        let scientific = String(format: "%.*e", digits - 1, value)
        let halves = scientific.split(separator: "e")
        let exponent = Int(halves.last ?? "0") ?? 0
        if (-4...max(5, digits - 1)).contains(exponent) {
            let rounded = Double(scientific) ?? value
            let text = String(format: "%.*f", max(0, digits - 1 - exponent), rounded)
            self.init(Self.signed(Self.grouped(trimmed ? Self.trimmed(text) : text)))
        } else {
            let digits = String(halves.first ?? "")
            let mantissa = Self.signed(trimmed ? Self.trimmed(digits) : digits)
            self.init([.text(mantissa), .power(exponent)])
        }
    }

    /// `value` with `decimals` digits after the point.
    init(_ value: Double, decimals: Int) {
        guard value.isFinite else {
            self.init(value, digits: 1)
            return
        }
        self.init(Self.signed(Self.grouped(String(format: "%.*f", max(0, min(decimals, 17)), value))))
    }

    static func + (a: NumberText, b: NumberText) -> NumberText { NumberText(a.parts + b.parts) }

    /// Without zeros at the end of its decimals.
    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// A true minus sign; no sign before a zero.
    private static func signed(_ text: String) -> String {
        guard text.hasPrefix("-") else { return text }
        let rest = text.dropFirst()
        return rest.contains { ("1"..."9").contains($0) } ? "−\(rest)" : String(rest)
    }

    /// Thin spaces between thousands of numbers of five digits and more.
    private static func grouped(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let unsigned = text.dropFirst(sign.count)
        let whole = unsigned.prefix { $0 != "." }
        guard whole.count > 4 else { return text }
        var groups = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { groups += "\u{202F}" }
            groups.append(digit)
        }
        return sign + groups + unsigned.dropFirst(whole.count)
    }
}

extension NumberText {
    /// A mean and the half-width of its interval, both to the decimal place at which the half-width has two digits.
    init(mean: Double, halfWidth: Double, scale: Double = 1) {
        let (mean, halfWidth) = (mean * scale, halfWidth * scale)
        let plusMinus = NumberText(" ± ")
        guard mean.isFinite, halfWidth.isFinite, halfWidth > 0 else {
            let mean = NumberText(mean, digits: 3)
            self = halfWidth == 0 ? mean : mean + plusMinus + NumberText(halfWidth, digits: 2)
            return
        }
        let decimals = 1 - Int(log10(halfWidth).rounded(.down))
        if (-4...8).contains(decimals) {
            let places = max(0, decimals)
            self = NumberText(mean, decimals: places) + plusMinus + NumberText(halfWidth, decimals: places)
        } else {
            self = NumberText(mean, digits: 3) + plusMinus + NumberText(halfWidth, digits: 2)
        }
    }
}

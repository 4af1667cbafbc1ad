import Foundation

/// Numbers as readers of a figure see them.
enum NumberFormat {
    /// `value` with this many digits after the point and a true minus sign; no sign for zero.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
        let text = digits(abs(value), decimals: max(0, decimals))
        let isZero = !text.contains { $0 != "0" && $0 != "." }
        return (value < 0 && !isZero ? "−" : "") + text
    }

    /// `value` to so many significant digits, without trailing zeros; TeX between dollar signs when it needs a power.
    static func short(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : fixed(value, decimals: 0) }
        let exponent = exponent(of: value, digits: digits)
        if exponent < -3 || exponent > 5 {
            let mantissa = trimmed(fixed(value / pow(10, Double(exponent)), decimals: digits - 1))
            let power = "10^{\(exponent)}"
            return mantissa == "1"
                ? "$\(power)$"
                : mantissa == "−1"
                    ? "$-\(power)$"
                    : "$\(mantissa.replacingOccurrences(of: "−", with: "-")){\\times}\(power)$"
        }
        return trimmed(fixed(value, decimals: max(0, digits - 1 - exponent)))
    }

    /// As `short`, without TeX: `2.1e−07`.
    static func plain(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : fixed(value, decimals: 0) }
        let exponent = exponent(of: value, digits: digits)
        if exponent < -3 || exponent > 5 {
            return trimmed(fixed(value / pow(10, Double(exponent)), decimals: digits - 1)) + " × 10^"
                + fixed(Double(exponent), decimals: 0)
        }
        return trimmed(fixed(value, decimals: max(0, digits - 1 - exponent)))
    }

    /// The power of ten of the first digit after rounding.
    private static func exponent(of value: Double, digits: Int) -> Int {
        let place = Int(floor(log10(abs(value))))
        let mantissa = abs(value) * pow(10, Double(-place))
        // Away from a power of ten, rounding to so many digits doesn't change the first one's place.
        if mantissa > 1 + 1e-9 && mantissa < 9.4 { return place }
        let text = String(format: "%.\(digits - 1)e", abs(value))
        return text.split(separator: "e").last.flatMap { Int($0) } ?? 0
    }

    /// As `%.<decimals>f`, which reads every digit of the binary number: that is needed only close to a tie.
    private static func digits(_ value: Double, decimals: Int) -> String {
        let scaled = value * pow(10, Double(decimals))
        let isTie = abs(scaled - scaled.rounded(.down) - 0.5) < 1e-6
        guard decimals < 10, scaled < 1e9, !isTie else { return String(format: "%.\(decimals)f", value) }
        let text = String(Int(scaled.rounded()))
        guard decimals > 0 else { return text }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}

import Foundation

/// Numbers of an axis as its labels show them: what they have in common stands apart, and those that differ look different.
struct TickNumbers {
    var texts: [String]
    /// A factor or a summand of all numbers, in parentheses; empty where there is none.
    var note = ""

    /// Multiples of a step.
    ///
    /// - Parameters:
    ///   - multiples: whole numbers.
    ///   - step: the step's first digits, 1, 2, 2.5 or 5, and its power of ten.
    ///   - domain: what the axis shows.
    init(_ multiples: [Double], step: (digits: Double, exponent: Int), domain: ClosedRange<Double>) {
        // Everything is counted in units of the last digit, which doubles do exactly.
        let unit = step.digits == 2.5 ? step.exponent - 1 : step.exponent
        var numbers = multiples.map { $0 * (step.digits == 2.5 ? 25 : step.digits) }
        var largest = max(abs(domain.lowerBound), abs(domain.upperBound))
        var summand: (value: Double, digits: Int)?
        if Int(floor(log10(largest))) - unit + 1 > 6, let found = Self.summand(domain, above: unit) {
            let units = (found.value / pow(10, Double(unit))).rounded()
            numbers = numbers.map { $0 - units }
            summand = found
            largest = (numbers.map { abs($0) }.max() ?? 0) * pow(10, Double(unit))
        }
        var factor = 0
        if largest > 0, largest >= 1e6 || largest < 1e-3 { factor = Int(floor(log10(largest) + 1e-9)) }
        let decimals = max(0, factor - unit)
        texts = numbers.map { NumberFormat.fixed($0 * pow(10, Double(unit - factor)), decimals: decimals) }
        var parts: [String] = []
        if factor != 0 { parts.append("$\\times 10^{\(factor)}$") }
        if let summand {
            let text = NumberFormat.short(abs(summand.value), digits: summand.digits)
            parts.append((summand.value < 0 ? "− " : "+ ") + text)
        }
        if !parts.isEmpty { note = "(\(parts.joined(separator: " ")))" }
    }

    /// The roundest number close to a domain, and how many digits it has.
    private static func summand(_ domain: ClosedRange<Double>, above unit: Int) -> (value: Double, digits: Int)? {
        let (low, high) = (domain.lowerBound, domain.upperBound)
        let middle = low / 2 + high / 2
        let top = Int(floor(log10(abs(middle))))
        for power in stride(from: top, through: unit, by: -1) {
            let size = pow(10, Double(power))
            let value =
                power < 0
                ? (middle * pow(10, Double(-power))).rounded() / pow(10, Double(-power))
                : (middle / size).rounded() * size
            if abs(value - middle) <= high - low { return (value, top - power + 2) }
        }
        return nil
    }

    /// Any numbers, with as many digits as they need to differ and to say by how much.
    init(_ values: [Double]) {
        let finite = values.filter(\.isFinite).sorted()
        let gap = zip(finite, finite.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? .infinity
        let sizes = finite.filter { $0 != 0 }.map { abs($0) }
        // Of numbers that differ by thousands each has the digits it needs.
        let isWide = (sizes.max() ?? 1) > 2000 * (sizes.min() ?? 1)
        for decimals in 0...(isWide ? 0 : 6) {
            let factor = pow(10, Double(decimals))
            let isExact = finite.allSatisfy {
                abs($0 - ($0 * factor).rounded() / factor) <= min(1e-9 * abs($0), gap / 20)
            }
            guard isExact, finite.allSatisfy({ abs($0) < 1e6 }) else { continue }
            texts = values.map { NumberFormat.fixed($0, decimals: decimals) }
            return
        }
        func isClose(_ value: Double, _ digits: Int) -> Bool {
            guard value != 0 else { return true }
            let unit = pow(10, floor(log10(abs(value))) - Double(digits - 1))
            return abs(value - (value / unit).rounded() * unit) <= gap / 20
        }
        let digits = (3...17).first { digits in finite.allSatisfy { isClose($0, digits) } } ?? 17
        texts = values.map { NumberFormat.short($0, digits: digits) }
    }
}

import Foundation

/// Seeded random numbers for property tests (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    mutating func uniform() -> Double { Double.random(in: 0..<1, using: &self) }

    /// A number of the standard normal distribution (Box and Muller's way).
    mutating func normal() -> Double {
        (-2 * log(max(1e-300, uniform()))).squareRoot() * cos(2 * .pi * uniform())
    }

    /// A number of either sign and any size that a double can have.
    mutating func anySize() -> Double {
        let size = pow(10, Double.random(in: -320...308, using: &self))
        return chance(0.5) ? size : -size
    }

    /// Mostly tame numbers, sometimes wild ones.
    mutating func number() -> Double {
        if chance(0.02) {
            return [.nan, .infinity, -.infinity, 0, 1e300, -1e300, 1e-300, .leastNonzeroMagnitude].randomElement(
                using: &self) ?? 0
        }
        let size = chance(0.1) ? Double.random(in: -12...12, using: &self) : 0
        return Double.random(in: -3...3, using: &self) * exp10(size)
    }

    /// A number of ordinary size.
    mutating func tame() -> Double { Double.random(in: -3...3, using: &self) }

    private func exp10(_ value: Double) -> Double {
        (0..<Int(abs(value))).reduce(1.0) { sum, _ in value < 0 ? sum / 10 : sum * 10 }
    }
}

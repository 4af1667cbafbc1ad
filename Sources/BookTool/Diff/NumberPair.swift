import Foundation

/// Two texts of numbers, set beside each other with no more digits than it takes to tell them apart.
package enum NumberPair {
    /// "22.35 ± 4.106 → 22.28 ± 4.040" for both in full; at least four digits of each number.
    package static func words(_ old: String, _ new: String) -> String {
        let pairs = (4...17).lazy.map { (rounded(old, digits: $0), rounded(new, digits: $0)) }
        let (before, after) = pairs.first { $0 != $1 } ?? (old, new)
        return "\(before) → \(after)"
    }

    /// `text` with its decimal fractions rounded to so many significant digits; what stands in quotes is no number.
    private static func rounded(_ text: String, digits: Int) -> String {
        guard !text.hasPrefix("\"") else { return text }
        return text.replacing(/-?\d+(\.\d+)?([eE][+-]?\d+)?/) { match in
            let number = String(match.0)
            guard number.contains(where: ".eE".contains), let value = Double(number) else { return number }
            let short = String(format: "%.*g", digits, value)
            return Double(short) == value ? number : short
        }
    }
}

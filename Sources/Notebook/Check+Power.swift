import Foundation
import Statistics

extension Check {
    /// Whether it compares replicates, so that more of them would narrow its interval.
    public var isComparison: Bool { bound == .above(0) && n > 1 && halfWidth > 0 && halfWidth.isFinite }

    /// The lowest number of replicates whose 99 % interval would exclude zero if mean and spread stayed as they are; nil where
    /// the mean is zero, or a million replicates would not do.
    public var replicatesToDecide: Int? {
        guard isComparison, measured != 0 else { return nil }
        let spread = halfWidth * Double(n).squareRoot() / Self.reach(n)
        func decides(_ count: Int) -> Bool {
            Self.reach(count) * spread / Double(count).squareRoot() < measured.magnitude
        }
        var (low, high) = (1, 2)
        while !decides(high) {
            guard high < 1_000_000 else { return nil }
            (low, high) = (high, 2 * high)
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            if decides(middle) { high = middle } else { low = middle }
        }
        return high
    }

    /// How many standard errors the 99 % t interval of so many replicates reaches.
    private static func reach(_ count: Int) -> Double {
        StudentT(degreesOfFreedom: Double(count - 1)).quantile(0.995)
    }
}

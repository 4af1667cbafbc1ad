/// Summaries of numbers. An array that is too short for a summary gives NaN.
extension [Double] {
    public var mean: Double { reduce(0, +) / Double(count) }

    /// The unbiased sample variance, by two passes; NaN for fewer than two numbers.
    public var variance: Double {
        guard count > 1 else { return .nan }
        let mean = mean
        var squares = 0.0
        var rest = 0.0
        for value in self {
            squares += (value - mean) * (value - mean)
            rest += value - mean
        }
        return (squares - rest * rest / Double(count)) / Double(count - 1)
    }

    /// The square root of the unbiased variance.
    public var standardDeviation: Double { variance.squareRoot() }

    /// The standard error of the mean.
    public var standardError: Double { (variance / Double(count)).squareRoot() }

    public var median: Double { quantile(0.5) }

    /// The value below which a share `p` lies, linear between the order statistics (type 7 of Hyndman and Fan 1996); NaN
    /// where one of the numbers is, and for a share outside [0, 1].
    public func quantile(_ p: Double) -> Double {
        guard !isEmpty, p >= 0 && p <= 1, !contains(where: \.isNaN) else { return .nan }
        let sorted = sorted()
        let place = p * Double(count - 1)
        let low = Int(place)
        guard low + 1 < count else { return sorted[count - 1] }
        let (below, above) = (sorted[low], sorted[low + 1])
        let share = place - Double(low)
        if share == 0 || below == above { return below }
        return (above - below).isFinite ? below + share * (above - below) : (1 - share) * below + share * above
    }

    /// The unbiased sample covariance with `other`, of the same length.
    public func covariance(with other: [Double]) -> Double {
        precondition(count == other.count, "samples of \(count) and \(other.count)")
        guard count > 1 else { return .nan }
        let (mean, otherMean) = (mean, other.mean)
        return zip(self, other).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - otherMean) } / Double(count - 1)
    }

    /// Pearson's correlation with `other`; NaN when one of them is constant.
    public func correlation(with other: [Double]) -> Double {
        covariance(with: other) / (standardDeviation * other.standardDeviation)
    }
}

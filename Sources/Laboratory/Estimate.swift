import Statistics

/// A mean with its 99 % t interval.
public struct Estimate: Sendable, Equatable, Codable {
    public let mean: Double
    /// The standard deviation of the mean; infinite for fewer than two samples.
    public let standardError: Double
    /// Half the width of the 99 % interval by Student's t with n − 1 degrees of freedom.
    public let halfWidth: Double
    public let n: Int

    /// The mean of `samples`. With fewer than two samples the interval is infinite: one run proves nothing.
    public init(of samples: [Double]) {
        n = samples.count
        let average = samples.reduce(0, +) / Double(n)
        mean = average
        guard n > 1 else {
            standardError = .infinity
            halfWidth = .infinity
            return
        }
        let variance = samples.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(n - 1)
        standardError = (variance / Double(n)).squareRoot()
        halfWidth = StudentT(degreesOfFreedom: Double(n - 1)).quantile(0.995) * standardError
    }
}

import Foundation

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// The expected squared error of an average of k errors of variance v and covariance c.
    public var ensembleError: @Sendable (_ k: Int, _ v: Double, _ c: Double) -> Double
    /// The expected share of distinct examples in a bootstrap sample of n draws from n.
    public var distinctShare: @Sendable (_ n: Int) -> Double
    /// The expected share of examples drawn at least twice.
    public var repeatedShare: @Sendable (_ n: Int) -> Double
    /// The probability that a bootstrap sample misses nothing.
    public var completeProbability: @Sendable (_ n: Int) -> Double

    // snippet.ensemble-error
    public static let chapter = Equations(
        ensembleError: { k, v, c in v / Double(k) + Double(k - 1) / Double(k) * c },
        distinctShare: { n in 1 - pow(1 - 1 / Double(n), Double(n)) },
        repeatedShare: { n in
            let missed = pow(1 - 1 / Double(n), Double(n))
            let once = pow(1 - 1 / Double(n), Double(n - 1))
            return 1 - missed - once
        },
        completeProbability: { n in (1...n).reduce(1) { $0 * Double($1) / Double(n) } })
    // snippet.end
}

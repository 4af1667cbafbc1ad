import CStudentT

/// Student's t distribution, by Boost.Math: right to 13 digits, in the tails too. With infinitely many degrees of freedom it
/// is the standard normal distribution.
public struct StudentT: Sendable {
    /// ν; unless it is above 0, all that follows is NaN.
    public let degreesOfFreedom: Double

    public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

    /// P(T ≤ t).
    public func cumulative(_ t: Double) -> Double { student_t_cumulative(degreesOfFreedom, t) }

    /// The t below which a share `p` of the distribution lies; infinite for 0 and 1, NaN outside.
    public func quantile(_ p: Double) -> Double { student_t_quantile(degreesOfFreedom, p) }
}

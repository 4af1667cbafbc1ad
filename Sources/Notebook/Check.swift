/// One measurement held against its bound.
public struct Check: Sendable, Equatable {
    /// What was measured: "largest residual of the normal equations".
    public let what: String
    /// The measured number.
    public let measured: Double
    /// The half-width of the measurement's interval; 0 for an exact one.
    public let halfWidth: Double
    /// The number of replicates behind it; 1 for an exact one.
    public let n: Int
    /// The same quantity with the chapter's statement taken as printed; only for errata.
    public let asPrinted: Double?
    /// What `measured` had to meet.
    public let bound: Bound
    public let verdict: Verdict
    /// Why nothing could be decided; empty otherwise.
    public let reason: String

    /// A condition on a number.
    public enum Bound: Sendable, Equatable {
        case atMost(Double)
        case atLeast(Double)
        case above(Double)
        case within(ClosedRange<Double>)
        case none

        func admits(_ value: Double) -> Bool {
            switch self {
            case .atMost(let limit): value <= limit
            case .atLeast(let limit): value >= limit
            case .above(let limit): value > limit
            case .within(let range): range.contains(value)
            case .none: true
            }
        }
    }

    private init(
        _ what: String, _ measured: Double, halfWidth: Double = 0, n: Int = 1, asPrinted: Double? = nil,
        bound: Bound, verdict: Verdict, reason: String = ""
    ) {
        self.what = what
        self.measured = measured
        self.halfWidth = halfWidth
        self.n = n
        self.asPrinted = asPrinted
        self.bound = bound
        self.verdict = verdict
        self.reason = reason
    }

    /// An exact number that must meet `bound`. NaN meets none.
    public static func number(_ what: String, _ measured: Double, _ bound: Bound) -> Check {
        Check(what, measured, bound: bound, verdict: bound.admits(measured) ? .holds : .contradicted)
    }

    /// An error that an identity must keep below `tolerance`.
    public static func error(_ what: String, _ error: Double, atMost tolerance: Double) -> Check {
        .number(what, error.magnitude, .atMost(tolerance))
    }

    /// The number of cases, out of `total`, in which a statement was seen to be true; all of them must be.
    public static func all(_ what: String, _ count: Int, of total: Int) -> Check {
        let holds = total > 0 && count == total
        return Check(
            what, Double(count), n: total, bound: .atLeast(Double(max(total, 1))),
            verdict: holds ? .holds : .contradicted)
    }

    /// A draft's error: the statement as printed misses by `asPrinted`, the corrected one by `corrected`.
    ///
    /// An erratum when only the corrected statement keeps within `tolerance`; `holds` when the printed one does;
    /// `contradicted` when neither does.
    public static func erratum(
        _ what: String, asPrinted: Double, corrected: Double, tolerance: Double
    ) -> Check {
        let verdict: Verdict =
            asPrinted.magnitude <= tolerance ? .holds : corrected.magnitude <= tolerance ? .erratum : .contradicted
        return Check(
            what, corrected.magnitude, asPrinted: asPrinted.magnitude, bound: .atMost(tolerance), verdict: verdict)
    }

    /// A Monte Carlo mean that must lie within three standard errors of `target`.
    public static func mean(_ what: String, of samples: [Double], equals target: Double) -> Check {
        .mean(what, Estimate(of: samples), equals: target)
    }

    /// The same for a mean that was taken before.
    public static func mean(_ what: String, _ estimate: Estimate, equals target: Double) -> Check {
        let reach = 3 * estimate.standardError
        let near = (estimate.mean - target).magnitude <= reach
        return Check(
            what, estimate.mean, halfWidth: reach, n: estimate.n,
            bound: .within(ClosedRange(around: target, reach: reach)), verdict: near ? .holds : .contradicted)
    }

    /// A paired comparison: the mean of `differences` must be above zero, by its 99 % t interval.
    ///
    /// `contradicted` when the whole interval lies below zero, `inconclusive` when it covers zero.
    public static func positive(_ what: String, differences: [Double]) -> Check {
        let estimate = Estimate(of: differences)
        let verdict: Verdict =
            estimate.mean - estimate.halfWidth > 0
            ? .holds : estimate.mean + estimate.halfWidth < 0 ? .contradicted : .inconclusive
        return Check(
            what, estimate.mean, halfWidth: estimate.halfWidth, n: estimate.n, bound: .above(0), verdict: verdict)
    }

    /// Something that can't be decided here, and why.
    public static func undecided(_ what: String, because reason: String) -> Check {
        Check(what, .nan, bound: .none, verdict: .undecided, reason: reason)
    }
}

extension ClosedRange where Bound == Double {
    fileprivate init(around centre: Double, reach: Double) {
        self = reach.isFinite ? (centre - reach)...(centre + reach) : centre...centre
    }
}

import Notebook
import Plots

extension Noise: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("polynomial", Estimate(of: results.polynomial))
        Value("spline", Estimate(of: results.spline))
        Claim(
            "spline-noise", "A spline changes less than a polynomial through the same points.",
            method: "The largest change of either curve for the same errors of the values, compared in pairs."
        ) {
            Check.positive("difference", differences: zip(results.polynomial, results.spline).map { $0 - $1 })
        }
        Claim(
            "spline-bounded", "Errors of the values grow by less than two in a spline.",
            method: "The largest change of the curve, in units of the largest possible error."
        ) {
            Check.number("largest change", results.spline.max() ?? .nan, .atMost(2))
        }
    }

    /// Results that are wrong, and the claims that must notice.
    public static let wrongResults: [Mutant<Results>] = [
        Mutant("spline-noise") { swap(&$0.polynomial, &$0.spline) },
        Mutant("spline-bounded") { $0.spline = $0.polynomial },
    ]
}

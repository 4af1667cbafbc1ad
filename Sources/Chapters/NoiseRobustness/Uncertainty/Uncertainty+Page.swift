import Notebook
import Plots
import Statistics

extension Uncertainty: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("posterior", Self.figure(results.picture))
        Value("fit-ratio", Estimate(of: results.fitRatios))
        Value("matched-ratio", Estimate(of: results.matchedRatios))
        Value("fit-error", Estimate(of: results.fitErrors))
        Value("isotropic-error", Estimate(of: results.isotropicErrors))
        Value("isotropic-even-ratio", Estimate(of: results.isotropicRatios))
        Claim(
            "6-14X",
            "Noise on the weights shows their uncertainty if it has the posterior's covariance; independent noise of one variance does not, unless the posterior is isotropic.",
            method: """
                Bayesian linear regression: variance of predictions over closed form, for fits to perturbed targets (exact posterior \
                draws), for Gaussian noise of the posterior's covariance, and for isotropic noise of equal total variance.
                """
        ) {
            Check.positive(
                "error of isotropic noise minus error of posterior draws, mean $\\lvert\\ln\\rvert$ of the ratio",
                differences: zip(results.isotropicErrors, results.fitErrors).map { $0 - $1 })
            Check.error("posterior draws: mean ratio minus 1", results.fitRatios.averageError, atMost: 0.03)
            Check.error("matched noise: mean ratio minus 1", results.matchedRatios.averageError, atMost: 0.03)
            Check.error(
                "isotropic noise, isotropic posterior: mean ratio minus 1", results.isotropicRatios.averageError,
                atMost: 0.03)
        }
    }

    private static func figure(_ picture: Picture) -> Figure {
        Figure(width: 420, height: 190, title: "Spread of predictions under weight noise") {
            Row {
                panel("posterior covariance", picture, picture.matched)
                panel("one variance for all", picture, picture.isotropic)
            }
        }
    }

    /// The closed form as an area of two standard deviations, the noise's spread as lines.
    private static func panel(_ title: String, _ picture: Picture, _ deviations: [Double]) -> Panel {
        let places = picture.places.indices
        return Panel(title, x: Axis("$x$"), y: Axis("$y$", in: -2...5), legend: .top) {
            Band(
                x: picture.places, low: places.map { picture.means[$0] - 2 * picture.exact[$0] },
                high: places.map { picture.means[$0] + 2 * picture.exact[$0] }
            ).role(.truth).label("posterior")
            Line(x: picture.places, y: places.map { picture.means[$0] + 2 * deviations[$0] }).role(.series(3)).dash(
                .solid
            )
            .label("noise")
            Line(x: picture.places, y: places.map { picture.means[$0] - 2 * deviations[$0] }).role(.series(3)).dash(
                .solid)
            Points(x: picture.inputs, y: picture.targets).role(.ink)
        }
    }
}

extension [Double] {
    /// The mean's distance from 1.
    fileprivate var averageError: Double { mean - 1 }
}

extension Uncertainty {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-14X") { swap(&$0.fitErrors, &$0.isotropicErrors) },
        Mutant("6-14X") { $0.fitRatios[0] = 3 },
        Mutant("6-14X") { $0.matchedRatios[0] = 3 },
        Mutant("6-14X") { $0.isotropicRatios[0] = 3 },
    ]
}

import Learning
import Notebook

extension NoiseRobustnessSection {
    static func weightClaims(_ results: Results) -> [Claim] {
        let (weight, minimizers) = (results.weight, results.minimizers)
        return [
            Claim(
                "6-9E", equation: "7.18–7.21",
                "The expected cost under weight noise splits into three means and expands as the one under input noise does.",
                method:
                    "Random tanh networks: both sides of 7.19 on the same draws, the remainders of 7.20 and, on pairs $\\pm\\boldsymbol\\epsilon$, of 7.21 when the noise is halved."
            ) {
                Check.error("relative error of the three means", weight.termsError, atMost: 1e-12)
                Check.number("power of the remainder of 7.20", weight.taylorPower, .within(2.9...3.1))
                Check.number("power of the remainder of 7.21", weight.drawPower, .within(3.8...4.2))
            },
            Claim(
                "6-10D", equation: "7.22",
                "Weight noise of variance $\\eta$ adds $\\eta\\,\\mathbb E[(\\hat y-y)\\operatorname{tr}\\nabla^2_{\\mathbf W}\\hat y]+\\eta\\,\\mathbb E\\lVert\\nabla_{\\mathbf W}\\hat y\\rVert^2$; the draft has the input noise's $\\nu$.",
                method:
                    "The noise averaged out by quadrature for random networks of four weights. Errors relative to the effect of the noise.",
                expecting: .erratum
            ) {
                Check.erratum(
                    "relative error with ν; with η", asPrinted: weight.printedMiss, corrected: weight.correctedMiss,
                    tolerance: 0.05)
                Check.number("power of the remainder with $\\eta$", weight.objectivePower, .within(1.9...2.1))
            },
            Claim(
                "6-11D", equation: "after 7.22",
                "Minimizing with weight noise is minimizing 7.22, middle term included; dropping that term moves the minimizer by as much as the noise does.",
                method: """
                    $\\hat y=w^2x$, $y=x$, $\\mathbb E x^2=1$: the rates at which the minimizing $w^2$ leaves 1 as $\\eta$ grows. As \
                    printed: noise against the penalty alone. Corrected: noise against the whole of 7.22.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "difference of the rates: penalty alone; all of 7.22",
                    asPrinted: minimizers.weightNoisyRate - minimizers.weightPenalizedRate,
                    corrected: minimizers.weightNoisyRate - minimizers.weightExpandedRate, tolerance: 1e-3)
            },
        ]
    }

    static func flatnessClaim(_ results: Results) -> Claim {
        let networks = results.networks
        return Claim(
            "6-12X", "Training with weight noise leads to flatter regions.",
            method:
                "Networks of 30 tanh units trained on the same data without and with weight noise: the rise of the training error under noise of another variance, the same draws for both."
        ) {
            for (place, radius) in networks.radii.enumerated() {
                Check.positive(
                    "rise under noise of deviation \(radius), without minus with",
                    differences: zip(networks.plainRises, networks.noisyRises).map { $0[place] - $1[place] })
            }
        }
    }
}

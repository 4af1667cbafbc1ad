import Learning
import Notebook

extension NoiseRobustnessSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        inputClaims(results) + [sensitivityClaim(results), linearClaim(results)] + weightClaims(results)
            + [flatnessClaim(results), offsetClaim(results), posteriorClaim(results)]
    }

    private static func inputClaims(_ results: Results) -> [Claim] {
        let (input, minimizers) = (results.input, results.minimizers)
        return [
            Claim(
                "6-2E", equation: "7.14–7.16",
                "The expected cost under input noise splits into three means; $\\hat y(\\mathbf x+\\boldsymbol\\epsilon)$ has a second-order model with a remainder of third order.",
                method:
                    "Random tanh networks with analytic derivatives: both sides of 7.15 on the same draws; the remainder of 7.16 when $\\boldsymbol\\epsilon$ is halved."
            ) {
                Check.error("relative error of the three means", input.termsError, atMost: 1e-12)
                Check.number("power of the remainder", input.taylorPower, .within(2.9...3.1))
            },
            Claim(
                "6-3E", equation: "7.17",
                "Noise of variance $\\nu$ adds $\\nu\\,\\mathbb E[(\\hat y-y)\\operatorname{tr}\\nabla^2\\hat y]+\\nu\\,\\mathbb E\\lVert\\nabla\\hat y\\rVert^2$ to the objective, up to $O(\\nu^2)$.",
                method:
                    "The noise averaged out by Gauss–Hermite quadrature, for random tanh networks; and for $\\hat y=ax^2$, where the remainder is $3a^2\\nu^2$ at any $\\nu$."
            ) {
                Check.number("power of the remainder", input.objectivePower, .within(1.9...2.1))
                Check.error("for $\\hat y=ax^2$, remainder minus $3a^2\\nu^2$", input.exactError, atMost: 1e-12)
            },
            Claim(
                "6-4E", equation: "after 7.17",
                "The function that minimizes the noisy objective is $\\mathbb E[y\\mid\\mathbf x]+O(\\nu)$.",
                method:
                    "Polynomials of degree 6 fitted to noisy normal inputs for $y=x^2$, where the shift is $\\nu(1-2x^2)$ to first order."
            ) {
                Check.number("power of the distance", minimizers.functionPower, .within(0.9...1.1))
                Check.error("distance from the first-order shift, over $\\nu$", minimizers.shiftError, atMost: 5e-3)
            },
            Claim(
                "6-5E", equation: "after 7.17",
                "At that minimizer the middle term of 7.17 is $O(\\nu)$, so the penalized objective has the same *value* up to $O(\\nu^2)$.",
                method: "The term and the two values, at the fitted minimizers for $\\nu$ and $2\\nu$."
            ) {
                Check.number("power of the middle term", minimizers.middlePower, .within(0.9...1.1))
                Check.number("power of the difference in value", minimizers.valuePower, .within(1.9...2.1))
            },
            Claim(
                "6-6D", equation: "after 7.17",
                "Minimizing with input noise is minimizing 7.17, middle term included; dropping that term moves the minimizer by as much as the noise does, unless the target is linear.",
                method: """
                    $\\hat y=ax^2$, $y=x^2$, normal $x$: the rates at which the minimizing $a$ leaves 1 as $\\nu$ grows. As printed: \
                    noise against the penalty alone. Corrected: noise against the whole of 7.17.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "difference of the rates: penalty alone; all of 7.17",
                    asPrinted: minimizers.noisyRate - minimizers.penalizedRate,
                    corrected: minimizers.noisyRate - minimizers.expandedRate, tolerance: 1e-3)
                Check.number(
                    "excess noisy loss of the penalty's minimizer, over $\\nu^2$", minimizers.excess,
                    .within(0.32...0.35))
                Check.number("distance of the two functions, over $\\nu$", minimizers.functionGap, .above(0.5))
                Check.error("difference when the target is linear", minimizers.linearGap, atMost: 1e-9)
            },
        ]
    }

    private static func sensitivityClaim(_ results: Results) -> Claim {
        let variances = results.parameters.networkVariances
        return Claim(
            "6-7X", "Training with input noise lowers the sensitivity of the network to its inputs.",
            method:
                "Networks of 30 tanh units trained on the same data under noise of rising variance: mean $\\lVert\\nabla_{\\mathbf x}\\hat y\\rVert^2$ on test inputs, each variance against the next."
        ) {
            for step in 1..<variances.count {
                Check.positive(
                    "fall from $\\nu=\(variances[step - 1])$ to $\(variances[step])$",
                    differences: results.networks.sensitivities.map { $0[step - 1] - $0[step] })
            }
        }
    }

    private static func linearClaim(_ results: Results) -> Claim {
        let linear = results.linear
        return Claim(
            "6-8E",
            "For a linear network the penalty is weight decay: $\\tilde J-J=\\nu\\lVert\\mathbf w\\rVert^2$, at any $\\nu$.",
            method: """
                The noise averaged out by quadrature at $\\nu$ from 0.01 to 100; the noisy minimizer on $m$ examples against ridge \
                regression with $m\\nu\\mathbf I$; two linear layers against $\\nu\\lVert\\mathbf W_2\\mathbf W_1\\rVert^2$.
                """
        ) {
            Check.error("relative error", linear.penaltyError, atMost: 1e-12)
            Check.error("distance from ridge regression", linear.ridgeError, atMost: 1e-8)
            Check.error("two layers", linear.deepError, atMost: 1e-10)
            Check.error("change when the layers are rescaled", linear.rescaledPenalty - 1, atMost: 1e-10)
        }
    }

    private static func offsetClaim(_ results: Results) -> Claim {
        let linear = results.linear
        return Claim(
            "6-13E", equation: "after 7.22",
            "For linear regression noise on $\\mathbf w$ adds $\\eta\\,\\mathbb E\\lVert\\mathbf x\\rVert^2$, which has no gradient; noise on the offset adds another $\\eta$.",
            method: "The noise averaged out by quadrature at several $\\mathbf w$ and $b$."
        ) {
            Check.error("error of the constant", linear.weightPenaltyError, atMost: 1e-12)
            Check.error("change with the weights", linear.weightGradient, atMost: 1e-12)
            Check.error("error with noise on the offset", linear.offsetError, atMost: 1e-12)
        }
    }

    private static func posteriorClaim(_ results: Results) -> Claim {
        let posterior = results.posterior
        return Claim(
            "6-14X",
            "Noise on the weights shows their uncertainty if it has the posterior's covariance; independent noise of one variance does not, unless the posterior is isotropic.",
            method: """
                Bayesian linear regression: variance of predictions over closed form, for fits to perturbed targets (exact posterior \
                draws), for Gaussian noise of the posterior's covariance, and for isotropic noise of equal total variance.
                """
        ) {
            Check.positive(
                "error of isotropic noise minus error of posterior draws, mean $\\lvert\\ln\\rvert$ of the ratio",
                differences: zip(posterior.isotropicErrors, posterior.fitErrors).map { $0 - $1 })
            Check.error("posterior draws: mean ratio minus 1", posterior.fitRatios.averageError, atMost: 0.03)
            Check.error("matched noise: mean ratio minus 1", posterior.matchedRatios.averageError, atMost: 0.03)
            Check.error(
                "isotropic noise, isotropic posterior: mean ratio minus 1", posterior.isotropicRatios.averageError,
                atMost: 0.03)
        }
    }
}

extension [Double] {
    /// The mean's distance from 1.
    var averageError: Double { mean - 1 }
}

import Notebook

extension NormPenaltiesSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        decayClaims(results) + comparisonClaims(results) + shrinkageClaims(results) + lassoClaims(results)
            + [selectionClaim(results.selection)] + priorClaims(results)
    }

    private static func decayClaims(_ results: Results) -> [Claim] {
        let decay = results.decay
        return [
            Claim(
                "2-1E", equation: "7.2",
                "Adding $\\alpha\\Omega$ to $J$ regularizes more the larger $\\alpha$ is, and not at all at $\\alpha = 0$.",
                method:
                    "Ridge and lasso paths: $\\Omega$ of the minimizer may never rise with $\\alpha$, $J$ may never fall."
            ) {
                Check.error("largest step in the wrong direction", decay.pathViolation, atMost: 1e-10)
            },
            Claim(
                "2-2D",
                "Minimizing $\\tilde J$ lowers $\\Omega$ and raises $J$ compared with the unpenalized minimizer; it need not lower both.",
                method: """
                    Gradient descent on $\\tilde J$ from the origin. As printed: how far $\\lVert\\mathbf w\\rVert$ rises. Corrected: by how \
                    much the minimizers break $\\Omega(\\hat{\\mathbf w}_\\alpha)\\le\\Omega(\\hat{\\mathbf w}_0)$ or $J(\\hat{\\mathbf w}_\\alpha)\\ge J(\\hat{\\mathbf w}_0)$.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "rise of the norm; violation by the minimizers", asPrinted: decay.endNorm,
                    corrected: decay.minimizerViolation, tolerance: 1e-10)
            },
            Claim(
                "2-6E", equation: "7.3", "The gradient of the penalized objective is $\\alpha\\mathbf w + \\nabla J$.",
                method: "Central differences of a penalized logistic loss at random weights."
            ) {
                Check.error("relative error", decay.gradientError, atMost: 1e-6)
            },
            Claim(
                "2-7E", equation: "after 7.3",
                "A step of weight decay multiplies the weights by $1-\\epsilon\\alpha$ and then follows the gradient at the old weights.",
                method:
                    "Both forms of the step from the same weights; then the step with the gradient at the shrunk weights."
            ) {
                Check.error("largest difference", decay.stepError, atMost: 1e-15)
                Check.error(
                    "shrinking first: measured change minus $\\epsilon^2\\alpha\\mathbf{Hw}$",
                    decay.shrinkFirstGap - decay.shrinkFirstPredicted, atMost: 1e-12)
            },
            Claim(
                "2-8E", equation: "7.4, 7.5",
                "The quadratic model has no linear term at $\\mathbf w^*$, a positive semi-definite $\\mathbf H$, and is exact for least squares.",
                method:
                    "Least squares at random weights; logistic regression at distances that halve, in double precision."
            ) {
                Check.error("relative error of 7.4", decay.quadraticError, atMost: 1e-12)
                Check.error("relative error of 7.5", decay.quadraticGradientError, atMost: 1e-12)
                Check.number("order of the remainder", decay.remainderSlope, .within(2.9...3.1))
                Check.number("smallest eigenvalue over largest", decay.leastEigenvalue, .atLeast(-1e-10))
            },
        ]
    }

    private static func shrinkageClaims(_ results: Results) -> [Claim] {
        let shrinkage = results.shrinkage
        return [
            Claim(
                "2-9E", equation: "7.6",
                "The penalized minimizer is $(\\mathbf H+\\alpha\\mathbf I)^{-1}\\mathbf H\\mathbf w^*$.",
                method:
                    "Gradient descent on $\\hat J+\\tfrac\\alpha2\\lVert\\mathbf w\\rVert^2$ for random positive definite $\\mathbf H$."
            ) {
                Check.error("largest distance", shrinkage.optimumError, atMost: 1e-8)
            },
            Claim(
                "2-10D", equation: "7.6",
                "As $\\alpha\\to0$ the minimizer tends to the projection of $\\mathbf w^*$ onto the range of $\\mathbf H$; to $\\mathbf w^*$ only if $\\mathbf H$ is nonsingular.",
                method: "$\\mathbf H=\\operatorname{diag}(1,0)$, $\\mathbf w^*=(1,1)$, $\\alpha=10^{-12}$.",
                expecting: .erratum
            ) {
                Check.erratum(
                    "distance from w*; from the projection", asPrinted: shrinkage.limitDistance,
                    corrected: shrinkage.limitProjectionError, tolerance: 1e-10)
            },
            Claim(
                "2-11E", equation: "7.7",
                "In the eigenbasis of $\\mathbf H$ each component is scaled by $\\lambda_i/(\\lambda_i+\\alpha)$.",
                method: "Components of minimizers found by gradient descent, in an eigenbasis computed separately."
            ) {
                Check.error("largest deviation", shrinkage.rotatedError, atMost: 1e-8)
            },
            Claim(
                "2-12E", equation: "7.7",
                "Steep directions are almost unaffected, flat ones almost removed; during training a component relaxes at rate $\\epsilon(\\lambda+\\alpha)$.",
                method:
                    "Minimizers at $\\lambda/\\alpha$ of 100 and 0.01; trajectories of gradient descent with weight decay."
            ) {
                Check.number("share kept at λ/α = 100", shrinkage.steepFactor, .within(0.9900...0.9902))
                Check.number("share kept at λ/α = 0.01", shrinkage.flatFactor, .within(0.0098...0.0100))
                Check.error("relative deviation of the rate", shrinkage.relaxationError, atMost: 0.01)
            },
            Claim(
                "2-13E", equation: "7.8",
                "The effective number of parameters $\\sum_i\\lambda_i/(\\lambda_i+\\alpha)$ falls with $\\alpha$, from the rank of $\\mathbf H$ to zero.",
                method: "Against the trace of the hat matrix, which maps targets to fitted values."
            ) {
                Check.error("largest difference from the trace", shrinkage.effectiveError, atMost: 1e-10)
                Check.error("largest increase with α", shrinkage.effectiveIncrease, atMost: 0)
                Check.error(
                    "at α = 0, minus the rank", shrinkage.effectiveAtZero - Double(shrinkage.rank), atMost: 1e-10)
                Check.error("at α = 10¹²", shrinkage.effectiveAtInfinity, atMost: 1e-6)
            },
            Claim(
                "2-16D", equation: "after 7.8",
                "The objective $\\lVert\\mathbf{Xw}-\\mathbf y\\rVert^2+\\tfrac12\\alpha\\mathbf w^\\top\\mathbf w$ is minimized by $(\\mathbf X^\\top\\mathbf X+\\tfrac\\alpha2\\mathbf I)^{-1}\\mathbf X^\\top\\mathbf y$; the draft has $\\alpha$ for $\\alpha/2$.",
                method: "Numerical minimization of the objective as printed.", expecting: .erratum
            ) {
                Check.erratum(
                    "distance from the printed solution; from the corrected one", asPrinted: shrinkage.factorTwoPrinted,
                    corrected: shrinkage.factorTwoCorrected, tolerance: 1e-7)
            },
            Claim(
                "2-17E", equation: "after 7.8", "Ridge regression sees the inputs as if their variance were larger.",
                method:
                    "Least squares with $\\sqrt\\alpha\\,\\mathbf I$ appended to $\\mathbf X$; the normal equations of inputs with noise of variance $\\alpha/m$, taken at the ridge solution, over draws."
            ) {
                Check.error("appended rows against ridge", shrinkage.augmentationError, atMost: 1e-10)
                Check.mean("noisy inputs minus ridge, first weight", of: shrinkage.noiseSamples, equals: 0)
            },
            Claim(
                "2-18D", equation: "after 7.8",
                "Ridge regression shrinks the weights of features with low variance; how a feature covaries with the target plays no part.",
                method: """
                    Orthogonal features of random variances and random covariances with the target: the share of pairs in which the \
                    weight that shrinks more has the higher covariance (as printed), or the higher variance (corrected).
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "share of pairs in the wrong order: by covariance; by variance",
                    asPrinted: results.bases.covarianceDisorder, corrected: results.bases.varianceDisorder, tolerance: 0
                )
                Check.error(
                    "equal variances: largest deviation of a weight's share from the factor", shrinkage.factorDeviation,
                    atMost: 1e-10)
            },
            Claim(
                "2-19E",
                "Weight decay drives the parameter vector toward the origin; a single coordinate may grow and change its sign along the path.",
                method:
                    "The norm along the path; then two weights with $\\mathbf H=\\begin{pmatrix}1&.9\\\\.9&1\\end{pmatrix}$, $\\mathbf w^*=(1,-.2)$."
            ) {
                Check.error("largest increase of the norm", shrinkage.normIncrease, atMost: 1e-12)
                Check.number("rise of the single weight", shrinkage.singleWeightRise, .above(0.1))
            },
            Claim(
                "2-20E", equation: "Figure 7.1",
                "Along the flat axis the penalty pulls the optimum close to zero, along the steep one it moves it little.",
                method:
                    "The minimizer of the objective whose contours the section's first figure shows, found by gradient descent."
            ) {
                Check.error("surviving shares minus λ/(λ+α)", results.landscapes.shareError, atMost: 1e-8)
                Check.error(
                    "cosine of the two gradients at the balance, plus 1", results.landscapes.balanceCosine + 1,
                    atMost: 1e-8)
            },
        ]
    }
}

extension ShrinkageMeasurements {
    /// The largest deviation of a shrink factor from the one its variance predicts.
    var factorDeviation: Double {
        covarianceFactors.map { abs($0 - covarianceFactor) }.max() ?? .nan
    }

    /// By how much the single weight rises above its start somewhere along the path.
    var singleWeightRise: Double {
        (singleWeight.max() ?? .nan) - (singleWeight.first ?? .nan)
    }
}

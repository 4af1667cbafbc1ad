import Notebook

extension WhyRegularizeSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        let (trade, sweep, widths) = (results.trade, results.sweep, results.widths)
        return [
            Claim(
                "0-1X", "Regularization may raise the training error and lower the test error.",
                method: """
                    Ridge regression with few examples. The coefficient is chosen on one fresh sample and judged on another, \
                    paired over data sets.
                    """
            ) {
                Check.positive("test error without penalty minus with", differences: sweep.gainOverNone)
                Check.positive(
                    "test error at the largest penalty minus with the chosen one", differences: sweep.gainOverMost)
                Check.positive("training error with penalty minus without", differences: sweep.trainingCost)
                Check.number("largest fall of a training error as α grows", sweep.trainingFall, .atMost(1e-12))
            },
            Claim(
                "0-2E",
                "Regularizing an estimator trades bias for variance; ridge regression gains for every $0<\\alpha<2\\sigma^2/\\lVert\\boldsymbol\\beta\\rVert^2$.",
                method: """
                    Fixed inputs: bias and variance from the eigenvalues of $\\mathbf X^\\top\\mathbf X$, the squared error from the \
                    matrices themselves and from redrawn targets.
                    """
            ) {
                Check.error("bias² + variance minus squared error", trade.identityError, atMost: 1e-10)
                Check.number("largest fall of bias² as α grows", trade.biasFall, .atMost(0))
                Check.number("largest rise of variance as α grows", trade.varianceRise, .atMost(0))
                Check.all("coefficients below the limit that lower the error", trade.profitable, of: trade.tried)
                Check.number("excess error just beyond the limit, one weight", trade.excessBeyondLimit, .above(0))
                Check.mean("redrawn squared error minus closed form", of: trade.redrawnErrors, equals: 0)
            },
            Claim(
                "0-3X",
                "The model that generalizes best is a large one that is regularized, rather than a smaller one of the right size.",
                method: """
                    Networks of one hidden layer on a regression problem; width, and width with weight decay, chosen on one sample \
                    and judged on another, paired over data sets.
                    """
            ) {
                Check.positive("best plain error minus best error with decay", differences: widths.gains)
                Check.positive("doublings of the width from the one to the other", differences: widths.doublings)
            },
        ]
    }
}

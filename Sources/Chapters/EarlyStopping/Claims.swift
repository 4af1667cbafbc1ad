import Notebook

extension EarlyStoppingSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        curveClaims(results) + stoppingClaims(results) + algorithmClaims(results) + retrainingClaims(results)
            + quadraticClaims(results)
            + equivalenceClaims(results)
    }

    private static func curveClaims(_ results: Results) -> [Claim] {
        let curves = Curves(runs: results.runs)
        return [
            Claim(
                "7-1X", equation: "Figure 7.3",
                "Training loss keeps falling while validation loss turns and rises again, in an asymmetric U.",
                method: """
                    Paired over runs, on curves smoothed over a tenth of the run. The minimum's epoch is taken from the mean of the *other* runs, so that a run's own \
                    fluctuations cannot choose it.
                    """
            ) {
                Check.positive("validation loss, end minus minimum", differences: curves.rises(of: \.validationLoss))
                Check.positive(
                    "training loss, minimum's epoch minus end",
                    differences: curves.rises(of: \.trainingLoss).map { -$0 })
                Check.positive("fall per epoch minus rise per epoch", differences: curves.asymmetries)
            },
            Claim(
                "7-2Q", "The validation loss turns \"very reliably\".",
                method: """
                    The share of runs whose smoothed validation loss ends more than 1 % above its minimum: for the network of \
                    Figure 7.3, and for small networks of several kinds on few and on many images.
                    """,
                expecting: .undecided
            ) {
                let shapes = results.shapes
                Check.undecided(
                    "runs that turn: \(curves.turning) of \(results.runs.count); of small networks \(shapes.turned) of \(shapes.runs)",
                    because:
                        "which share is \"very reliable\" is a matter of words, and few kinds of network were tried"
                )
            },
            Claim(
                "7-8X", "The best generalization is not at a local minimum of the training objective.",
                method: """
                    The same runs at the epoch of lowest validation loss and at the end: the training loss, and the norm of its \
                    gradient, both without dropout.
                    """,
                expecting: Expectation(.holds, except: [.full: .inconclusive])
            ) {
                Check.positive(
                    "fall of the training loss still to come", differences: curves.rises(of: \.trainingLoss).map { -$0 }
                )
                Check.positive(
                    "gradient norm at the best epoch minus that at the end",
                    differences: results.runs.map { $0.slopeAtBest - $0.slopeAtEnd })
            },
        ]
    }

    private static func algorithmClaims(_ results: Results) -> [Claim] {
        let algorithm = results.algorithm
        let monitor = results.monitor
        return [
            Claim(
                "7-3E", equation: "Algorithm 7.1",
                "Early stopping returns the best parameters seen so far and stops after $p$ evaluations in a row without improvement.",
                method: """
                    Random sequences of validation errors, with ties and undefined values, against the definition applied to the whole \
                    sequence. The initial parameters are never evaluated; a dip beyond the patience is not found.
                    """
            ) {
                Check.all(
                    "sequences that returned the first minimum of what was seen", algorithm.rightReturns,
                    of: algorithm.sequences)
                Check.all(
                    "sequences that stopped after exactly $p$ failures", algorithm.rightStops, of: algorithm.sequences)
                Check.all("of them irregular, counted as failures", algorithm.irregularRight, of: algorithm.irregular)
            },
            Claim(
                "7-4X", equation: "Algorithm 7.1",
                "One run tries every training time, at little cost and without touching objective or dynamics.",
                method: """
                    The same runs with and without monitor, compared bit by bit. Multiplications of validation relative to those of \
                    training with one look after as many training examples as there are validation examples; little is a tenth of \
                    training, with a look once every ten validation sets at most.
                    """
            ) {
                Check.all("runs with identical parameters", monitor.identical.count { $0 }, of: monitor.identical.count)
                Check.number(
                    "validation sets of training examples between looks, from which validation costs a tenth",
                    monitor.overhead / 0.1, .atMost(10))
            },
        ]
    }

    private static func quadraticClaims(_ results: Results) -> [Claim] {
        let quadratic = results.analysis.quadratic
        return [
            Claim(
                "7-13E",
                "With bounded gradients, $\\tau$ steps of size $\\eta$ reach no farther than $\\eta\\tau$ times the bound.",
                method:
                    "Distance from the start against $\\eta$ times the summed gradient norms, at every step of random problems."
            ) {
                Check.error("largest excess", quadratic.reachViolation, atMost: 1e-12)
            },
            Claim(
                "7-14E", equation: "7.23, 7.24, 7.25",
                "The quadratic model, its gradient, and the contraction of the distance to $\\mathbf w^*$ by each step.",
                method: "Least squares at random weights, loss and gradient computed from the data."
            ) {
                Check.error("relative error of 7.23", quadratic.modelError, atMost: 1e-12)
                Check.error("relative error of 7.24", quadratic.gradientError, atMost: 1e-12)
                Check.error("relative error of 7.25", quadratic.recursionError, atMost: 1e-12)
            },
            Claim(
                "7-15E", equation: "7.26",
                "From the origin, $\\tau$ steps learn the share $1-(1-\\eta\\lambda_i)^\\tau$ of each component.",
                method:
                    "Gradient descent on random quadratic objectives, at each of 200 steps; and a component that diverges, to which the formula applies as well."
            ) {
                Check.error("largest deviation", quadratic.trajectoryError, atMost: 1e-10)
                Check.error("relative deviation where it diverges", quadratic.divergingError, atMost: 1e-10)
            },
            Claim(
                "7-16D", equation: "footnote 9",
                "From another start the stopped solution resembles weight decay toward that start, not toward the origin.",
                method:
                    "Gradient descent from a random start; distances to decay toward the origin and toward the start, $\\alpha=1/(\\eta\\tau)$, relative to the distance between start and origin.",
                expecting: .erratum
            ) {
                Check.error("the trajectory's formula", quadratic.startFormulaError, atMost: 1e-10)
                Check.erratum(
                    "distance to decay toward the origin; toward the start", asPrinted: quadratic.gapToOrigin,
                    corrected: quadratic.gapToOwnStart, tolerance: 0.2)
            },
            Claim(
                "7-17E", equation: "7.27",
                "Weight decay can be written $\\mathbf I-(\\boldsymbol\\Lambda+\\alpha\\mathbf I)^{-1}\\alpha$ in the eigenbasis.",
                method: "Against minimizers under weight decay that gradient descent found."
            ) {
                Check.error("largest deviation", quadratic.decayError, atMost: 1e-10)
            },
            Claim(
                "7-22E", "Directions of large curvature are learned first.",
                method:
                    "The step at which gradient descent has learned 63 % of a component, against $1/(\\eta\\lambda)$, for $\\eta\\lambda\\le0.02$."
            ) {
                Check.error("largest relative deviation", quadratic.learningTimeError, atMost: 0.011)
            },
        ]
    }
}

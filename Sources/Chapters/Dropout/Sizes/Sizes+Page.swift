import Notebook
import Plots
import Statistics

extension Sizes: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (middle, last) = (results.middlePlace, results.sizes.count - 1)
        PageFigure("sizes", Self.figure(results))
        Value("lowest-size", results.sizes[0])
        Value("middle-size", results.sizes[middle])
        Value("highest-size", results.sizes[last])
        Value("lowest-gain", Estimate(of: results.gains(0)))
        Value("middle-gain", Estimate(of: results.gains(middle)))
        Value("highest-gain", Estimate(of: results.gains(last)))
        Value("few-dropout", Estimate(of: results.dropoutErrors[0]))
        Value("few-bayesian", Estimate(of: results.bayesianErrors))
        Value("few-features", Estimate(of: results.featureErrors))
        Value("unlabelled", results.unlabelled)
        Self.claims(results)
    }

    private static func figure(_ sizes: Results) -> Figure {
        let axis = Axis("training images", scale: .log)
        let gains = sizes.sizes.indices.map { Estimate(of: sizes.gains($0)) }
        return Figure(width: 420, height: 200, title: "Dropout against the size of the training set") {
            Row {
                Panel(x: axis, y: Axis("misclassified share", including: [0]), legend: .top) {
                    Band(x: sizes.sizes, replicates: [[Double]](columnsOf: sizes.plainErrors)).role(.series(0)).label(
                        "plain")
                    Band(x: sizes.sizes, replicates: [[Double]](columnsOf: sizes.dropoutErrors)).role(.series(1)).label(
                        "dropout")
                    Points(x: [Double(sizes.sizes[0])], y: [sizes.bayesianErrors.mean]).role(.series(2))
                        .marker(.triangle).label("Bayesian")
                    Points(x: [Double(sizes.sizes[0])], y: [sizes.featureErrors.mean]).role(.series(3))
                        .marker(.diamond).label("features")
                }
                Panel(x: axis, y: Axis("gain of dropout")) {
                    Band(
                        x: sizes.sizes.map(Double.init), low: gains.map { $0.mean - $0.halfWidth },
                        high: gains.map { $0.mean + $0.halfWidth }
                    ).role(.series(1))
                    Line(x: sizes.sizes, y: gains.map(\.mean)).role(.series(1)).dash(.solid)
                    Rule(y: 0).role(.muted).dash(.dotted)
                }
            }
        }
    }

    @PageBuilder
    private static func claims(_ sizes: Results) -> [PageElement] {
        let (middle, last) = (sizes.middlePlace, sizes.sizes.count - 1)
        Claim(
            "11-15X", "On very large data sets dropout gains little.",
            method: """
                Error without minus with dropout at \(sizes.sizes[middle]) training images minus the same at \
                \(sizes.sizes[last]), nested training sets.
                """
        ) {
            Check.positive(
                "fall of the gain", differences: zip(sizes.gains(middle), sizes.gains(last)).map { $0 - $1 })
        }
        Claim(
            "11-16X", "With extremely few labels dropout is less effective.",
            method: """
                Error without minus with dropout at \(sizes.sizes[middle]) training images minus the same at \(sizes.sizes[0]).
                """,
            expecting: Expectation(.inconclusive, except: [.full: .contradicted])
        ) {
            Check.positive("rise of the gain", differences: zip(sizes.gains(middle), sizes.gains(0)).map { $0 - $1 })
        }
        Claim(
            "11-25X", "On splicing data with fewer than 5000 cases Bayesian networks are better than dropout.",
            method: """
                The data are not in this book. What was tried instead is on the page: digits with \(sizes.sizes[0]) labels and a \
                Bayesian network of infinite width, which is a Gaussian process.
                """,
            expecting: .undecided
        ) {
            Check.undecided(
                "Bayesian networks on splicing data",
                because: "the data set is not at hand, and digits are no stand-in for it")
        }
        Claim(
            "11-26X", "With further images without labels, learned features can overtake dropout.",
            method: """
                At \(sizes.sizes[0]) labels: the error of dropout minus that of softmax regression on principal components of \
                \(sizes.unlabelled) images without labels, the number of components fixed and the decay chosen on validation images.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "dropout minus learned features",
                differences: zip(sizes.dropoutErrors[0], sizes.featureErrors).map { $0 - $1 })
        }
    }
}

extension Sizes {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-15X") { $0.plainErrors[$0.sizes.count - 1] = $0.plainErrors[0] },
        Mutant("11-16X") { $0.dropoutErrors[0] = $0.plainErrors[0].map { $0 + 0.5 } },
        Mutant("11-26X") { $0.featureErrors = $0.featureErrors.map { $0 - 0.2 } },
        Mutant("11-26X") { $0.featureErrors = $0.dropoutErrors[0] },
    ]
}

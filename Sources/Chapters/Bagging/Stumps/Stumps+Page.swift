import Notebook
import Plots
import Statistics

extension Stumps: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("stumps", Self.figure(results))
        Value("boosted-test", results.boostedTest.compactMap(\.last).mean)
        Value("bagged-training", results.baggedTraining.compactMap(\.last).mean)
        Value("bagged-test", results.baggedTest.compactMap(\.last).mean)
        Value("learned-by", results.learnedBy)
        Claim(
            "10-11X", "Boosting raises the capacity of its members instead of regularizing them.",
            method: """
                Stumps on two classes of the waveform problem, boosted by AdaBoost and bagged: misclassified share of the training set, \
                over training sets drawn anew.
                """
        ) {
            Check.all(
                "training sets that boosted stumps learn without an error",
                results.boostedTraining.count { $0.last == 0 },
                of: results.boostedTraining.count)
            Check.positive(
                "training error of bagged stumps minus that of boosted ones",
                differences: zip(results.baggedTraining, results.boostedTraining).map {
                    ($0.last ?? .nan) - ($1.last ?? .nan)
                })
        }
    }

    /// Error on training and fresh examples of boosted and of bagged stumps.
    private static func figure(_ results: Results) -> Figure {
        Figure(width: 420, height: 200) {
            Row {
                curves("boosted stumps", results.rounds, results.boostedTraining, results.boostedTest, limit: 0.26)
                curves("bagged stumps", results.rounds, results.baggedTraining, results.baggedTest, limit: 0.26)
            }
        }
    }

    private static func curves(
        _ title: String, _ rounds: [Int], _ training: [[Double]], _ test: [[Double]], limit: Double
    ) -> Panel {
        Panel(title, x: Axis("stumps", scale: .log), y: Axis("misclassified share", in: 0...limit)) {
            Band(x: rounds, replicates: training, .standardError).role(.training).label("training")
            Band(x: rounds, replicates: test, .standardError).role(.test).label("fresh")
        }
    }
}

extension Stumps {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-11X") { $0.boostedTraining[0] = $0.baggedTraining[0] },
        Mutant("10-11X") { swap(&$0.boostedTraining, &$0.baggedTraining) },
        Mutant("10-11X") { $0.baggedTraining = $0.boostedTraining },
    ]
}

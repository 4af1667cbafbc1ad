import Notebook
import Plots

extension Sweep: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("sweep", Self.figure(results))
        Value("training-cost", Estimate(of: results.trainingCost))
        Value("test-gain", Estimate(of: results.gainOverNone))
        Claim(
            "0-1X", "Regularization may raise the training error and lower the test error.",
            method: """
                Ridge regression with few examples. The coefficient is chosen on one fresh sample and judged on another, \
                paired over data sets.
                """
        ) {
            Check.positive("test error without penalty minus with", differences: results.gainOverNone)
            Check.positive(
                "test error at the largest penalty minus with the chosen one",
                differences: results.gainOverMost)
            Check.positive("training error with penalty minus without", differences: results.trainingCost)
            Check.number(
                "largest fall of a training error as α grows", results.trainingFall, .atMost(1e-12))
        }
    }

    private static func figure(_ sweep: Results) -> Figure {
        let alphas = Array(sweep.alphas.dropFirst())
        return Figure(width: 420, height: 200, title: "Training and test error along alpha") {
            Panel(
                x: Axis("weight decay $\\alpha$", scale: .log),
                y: Axis("mean squared error", including: [0]),
                legend: .top
            ) {
                Band(x: alphas, replicates: sweep.training.map { Array($0.dropFirst()) }, .standardError)
                    .role(.training).label("training")
                Band(x: alphas, replicates: sweep.test.map { Array($0.dropFirst()) }, .standardError)
                    .role(.test).label("test")
            }
        }
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("0-1X") { $0.gainOverNone = [1, -1, 2, -2] },
        Mutant("0-1X") { $0.gainOverNone = $0.gainOverNone.map { -$0 } },
        Mutant("0-1X") { $0.gainOverMost = [-1, -1.1, -0.9] },
        Mutant("0-1X") { $0.trainingCost = $0.trainingCost.map { -$0 } },
        Mutant("0-1X") { $0.trainingFall = 0.1 },
    ]
}

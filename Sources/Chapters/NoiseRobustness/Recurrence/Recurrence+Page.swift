import Notebook
import Plots

extension Recurrence: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("recurrent", Self.figure(results, parameters.variances))
        Value("recurrent-gain", Estimate(of: results.gains))
        Value("recurrent-plain", Estimate(of: results.testErrors.map { $0[0] }))
        Value("recurrent-plain-training", Estimate(of: results.trainingErrors.map { $0[0] }))
        Claim(
            "6-16X", "Noise on the weights is an effective regularizer of recurrent networks.",
            method: """
                Recurrent tanh networks that learn a fading memory of noisy sequences: squared error on fresh sequences without noise \
                minus that with the noise, of three variances, that does best on validation data, paired over data sets.
                """
        ) {
            Check.positive("test error without noise minus with", differences: results.gains)
        }
    }

    private static func figure(_ results: Results, _ variances: [Double]) -> Figure {
        Figure(width: 420, height: 190, title: "Errors of recurrent networks against noise on their weights") {
            Panel(
                x: Axis(
                    "variance of the noise on the weights $\\eta$",
                    scale: .symmetricLog(linear: variances.dropFirst().first ?? 1),
                    ticks: .labelled(variances.map { Tick($0, $0 == 0 ? "0" : "\($0)") })),
                y: Axis("mean squared error", including: [0]), legend: .top
            ) {
                Band(x: variances, replicates: results.trainingErrors).role(.training).marker(.dot).label("training")
                Band(x: variances, replicates: results.testErrors).role(.test).marker(.openDot).label("fresh")
            }
        }
    }
}

extension Recurrence {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-16X") { $0.testErrors = $0.testErrors.map { row in [row[0]] + row.dropFirst().map { $0 + 10 } } }
    ]
}

import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Surrogate: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let runs = results.runs
        PageFigure("surrogate", Self.figure(runs))
        Value("surrogate-runs", runs.count)
        Value("perfect-epoch", runs.compactMap(\.perfect).map { Double($0 + 1) }.mean)
        Value("error-fall", Estimate(of: runs.map { $0.fall(of: $0.validationError) }))
        Value("loss-fall", Estimate(of: runs.map { -$0.fall(of: $0.validationLoss) }))
        Value("loss-turn", runs.map(\.validationLoss).turn + 1)
        Value("error-turn", runs.map(\.validationError).turn + 1)
        Self.claim(runs)
    }

    private static func claim(_ runs: [Run]) -> Claim {
        let perfect = runs.filter { $0.perfect != nil }
        return Claim(
            "7-12X",
            "After the last training image is classified correctly, the log-likelihood of the training set continues to improve, and with it the error on new images.",
            method: """
                Networks without dropout or decay, each on images of its own. The first epoch without a training error against the mean \
                over the last tenth of the run.
                """
        ) {
            Check.all("runs that reach training error 0", perfect.count, of: runs.count)
            Check.positive(
                "fall of the error on new images since then",
                differences: perfect.map { $0.fall(of: $0.validationError) })
            Check.positive(
                "fall of the training loss since then", differences: perfect.map { $0.fall(of: $0.trainingLoss) })
        }
    }

    /// Loss and error of networks that train on after their last training error.
    private static func figure(_ runs: [Run]) -> Figure {
        let epochs = Array(1...runs[0].trainingError.count)
        let perfect = runs.compactMap(\.perfect).map { Double($0 + 1) }.mean
        return Figure(width: 420, height: 200) {
            Row {
                Panel("0–1 loss", x: Axis("epoch"), y: Axis("", including: [0])) {
                    Band(x: epochs, replicates: runs.map(\.trainingError), .standardError).role(.training)
                        .label("training")
                    Band(x: epochs, replicates: runs.map(\.validationError), .standardError).role(.test)
                        .label("new images")
                    Rule(x: perfect).role(.muted).label("last training error")
                }
                Panel("negative log-likelihood", x: Axis("epoch"), y: Axis("", including: [0])) {
                    Band(x: epochs, replicates: runs.map(\.trainingLoss), .standardError).role(.training)
                        .label("training")
                    Band(x: epochs, replicates: runs.map(\.validationLoss), .standardError).role(.test)
                        .label("new images")
                    Rule(x: perfect).role(.muted).label("last training error")
                }
            }
        }
    }
}

extension Surrogate.Run {
    /// How far `curve` has fallen from the first epoch without a training error to the last tenth of the run.
    func fall(of curve: [Double]) -> Double {
        guard let perfect else { return .nan }
        let last = curve.suffix(max(1, curve.count / 10))
        return curve[perfect] - last.reduce(0, +) / Double(last.count)
    }
}

extension Surrogate {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-12X") { $0.runs.updateEach { $0.validationError.reverse() } },
        Mutant("7-12X") { $0.runs.updateEach { $0.trainingLoss.reverse() } },
    ]
}

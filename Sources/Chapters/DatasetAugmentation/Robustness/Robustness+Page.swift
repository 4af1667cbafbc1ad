import Notebook
import Plots

extension Robustness: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let place = results.testNoise.firstIndex(of: parameters.comparedNoise) ?? results.testNoise.count - 1
        let last = results.trainingNoise.count - 1
        PageFigure("robustness", Self.figure(results))
        Value("compared-noise", results.testNoise[place])
        Value("some-noise", results.trainingNoise[1])
        Value("most-noise", results.trainingNoise[last])
        Value("clean-clean", Estimate(of: results.errors.map { $0[0][0] }))
        Value("clean-noisy", Estimate(of: results.errors.map { $0[0][place] }))
        Value("some-noisy", Estimate(of: results.errors.map { $0[1][place] }))
        Value("some-cost", Estimate(of: results.errors.map { $0[1][0] - $0[0][0] }))
        Value("most-cost", Estimate(of: results.errors.map { $0[last][0] - $0[0][0] }))
        Self.claim(results, comparedAt: place)
    }

    private static func figure(_ robustness: Results) -> Figure {
        Figure(width: 420, height: 210, title: "Test error under noise") {
            Panel(
                x: Axis("standard deviation of the noise in testing"), y: Axis("test error", in: 0...0.8),
                legend: .top
            ) {
                for (arm, deviation) in robustness.trainingNoise.enumerated() {
                    Band(x: robustness.testNoise, replicates: robustness.errors.map { $0[arm] }).role(.series(arm))
                        .marker(Role.series(arm).marker)
                        .label(deviation == 0 ? "trained without" : "trained at \(deviation)")
                }
            }
        }
    }

    private static func claim(_ robustness: Results, comparedAt place: Int) -> Claim {
        let deviation = robustness.testNoise[place]
        return Claim(
            "5-6X", "Networks are not robust to noise on their inputs; training with noise makes them more so.",
            method: """
                Networks trained without noise and with normal noise on each pixel, tested under noise of several sizes.
                """
        ) {
            Check.positive(
                "rise of the error under noise of deviation \(deviation), trained without noise",
                differences: robustness.errors.map { $0[0][place] - $0[0][0] })
            Check.positive(
                "error at deviation \(deviation), trained without noise minus trained at \(robustness.trainingNoise[1])",
                differences: robustness.errors.map { $0[0][place] - $0[1][place] })
        }
    }
}

extension Robustness {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-6X") { $0.errors = $0.errors.map { [$0[1], $0[0]] + $0.dropFirst(2) } },
        Mutant("5-6X") { $0.errors = $0.errors.map { $0.map { $0.reversed() } } },
    ]
}

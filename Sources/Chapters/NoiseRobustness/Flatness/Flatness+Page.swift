import Notebook
import Plots

extension Flatness: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("sharpness", Self.figure(results))
        Value("plain-rise", Estimate(of: results.plainRises.map { $0[2] }))
        Value("noisy-rise", Estimate(of: results.noisyRises.map { $0[2] }))
        Value("rise-radius", results.radii[2])
        Value("plain-training", Estimate(of: results.plainLosses))
        Value("noisy-training", Estimate(of: results.noisyLosses))
        Claim(
            "6-12X", "Training with weight noise leads to flatter regions.",
            method:
                "Networks of 30 tanh units trained on the same data without and with weight noise: the rise of the training error under noise of another variance, the same draws for both."
        ) {
            for (place, radius) in results.radii.enumerated() {
                Check.positive(
                    "rise under noise of deviation \(radius), without minus with",
                    differences: zip(results.plainRises, results.noisyRises).map { $0[place] - $1[place] })
            }
        }
    }

    private static func figure(_ networks: Results) -> Figure {
        Figure(width: 420, height: 180, title: "Rise of the training error under noise on the weights") {
            Panel(
                x: Axis("standard deviation of the noise", in: 0.02...0.2),
                y: Axis("rise of the training error", scale: .log), legend: .top
            ) {
                Band(x: networks.radii, replicates: networks.plainRises).role(.training).label("trained without noise")
                    .marker(.dot)
                Band(x: networks.radii, replicates: networks.noisyRises).role(.series(3)).dash(.solid)
                    .label("trained with noise on the weights").marker(.openDot)
            }
        }
    }
}

extension Flatness {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-12X") { swap(&$0.plainRises, &$0.noisyRises) },
        Mutant("6-12X") { $0.noisyRises = $0.plainRises },
    ]
}

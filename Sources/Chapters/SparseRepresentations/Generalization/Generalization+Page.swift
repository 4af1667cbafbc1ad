import Notebook
import Plots

extension Generalization: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("generalization", Self.figure(results, parameters.penalties))
        Value("plain-loss", Estimate(of: results.losses.map { $0[0] }))
        Value("loss-gain", Estimate(of: results.gains))
        Value("error-gain", Estimate(of: results.errorGains))
        Value("autoencoder-gain", Estimate(of: results.autoencoderGains))
        Claim(
            "9-6X", "Penalizing the representation improves generalization.",
            method: """
                Classifiers of few digits with one hidden layer, and the autoencoders with rectifiers: loss on fresh images without the \
                $L^1$ penalty on the hidden units minus that with the penalty, of several strengths, that does best on validation images, \
                paired over training sets.
                """,
            expecting: .contradicted
        ) {
            Check.positive("classifier: gain in cross-entropy", differences: results.gains)
            Check.positive("autoencoder: gain in variance left over", differences: results.autoencoderGains)
        }
    }

    private static func figure(_ results: Results, _ penalties: [Double]) -> Figure {
        let axis = Axis(
            "penalty $\\alpha$", scale: .symmetricLog(linear: penalties.dropFirst().first ?? 1),
            ticks: .labelled(penalties.map { Tick($0, $0 == 0 ? "0" : "\($0)") }))
        return Figure(width: 420, height: 180, title: "Classifiers with a penalty on their hidden units") {
            Row(spacing: 24) {
                Panel(x: axis, y: Axis("cross-entropy")) {
                    Band(x: penalties, replicates: results.losses).role(.test).marker(.dot)
                }
                Panel(x: axis, y: Axis("misclassified share")) {
                    Band(x: penalties, replicates: results.errors).role(.test).marker(.dot)
                }
            }
        }
    }
}

extension Generalization {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        // Autoencoders that gain.
        Mutant("9-6X") { $0.autoencoderGains = $0.autoencoderGains.map { -$0 } }
    ]
}

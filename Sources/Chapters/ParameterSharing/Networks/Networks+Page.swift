import LinearAlgebra
import Notebook
import Plots

extension Networks: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let last = results.counts.count - 1
        PageFigure("networks", Self.figure(results))
        Value("network-data", results.dataName)
        Value("convolution-rate", results.rates[0])
        Value("local-rate", results.rates[1])
        Value("dense-rate", results.rates[2])
        Value("fewest-images", results.counts[0])
        Value("most-images", results.counts[last])
        Value("few-convolution", Estimate(of: results.convolution[0]))
        Value("few-local", Estimate(of: results.local[0]))
        Value("few-dense", Estimate(of: results.dense[0]))
        Value("many-convolution", Estimate(of: results.convolution[last]))
        Value("many-local", Estimate(of: results.local[last]))
        Value("many-dense", Estimate(of: results.dense[last]))
        Value("few-gap", Estimate(of: results.gaps(0)))
        Value("many-gap", Estimate(of: results.gaps(last)))
        Value("convolution-changes", Estimate(of: results.convolutionChanges))
        Value("local-changes", Estimate(of: results.localChanges))
        Value("dense-changes", Estimate(of: results.denseChanges))
        Claim(
            "8-6X", "Sharing lets a network be large without more training data.",
            method: """
                Networks with the same hidden units and shared weights, weights for each place or all connections, trained on the same \
                images: error rates on test images. Each kind has the learning rate that is best on validation images.
                """,
            expecting: Expectation(.inconclusive, except: [.paper: .holds])
        ) {
            for (place, count) in results.counts.enumerated() {
                Check.positive("\(count) images: all connections minus shared", differences: results.gaps(place))
            }
            Check.positive(
                "\(results.counts[0]) images: weights for each place minus shared",
                differences: results.local[0].subtracting(results.convolution[0]))
            Check.positive(
                "fall of the gap from \(results.counts.first ?? 0) to \(results.counts.last ?? 0) images",
                differences: results.gaps(0).subtracting(results.gaps(last)))
        }
    }

    private static func figure(_ networks: Results) -> Figure {
        let counts = networks.counts.map(Double.init)
        return Figure(width: 420, height: 200, title: "Networks with the same units, connected in three ways") {
            Panel(
                x: Axis("training images", scale: .log, ticks: .values(counts)), y: Axis("test error", including: [0]),
                legend: .top
            ) {
                Band(x: counts, replicates: networks.dense.transposedRows).role(.series(0)).label("all connections")
                Band(x: counts, replicates: networks.local.transposedRows).role(.series(1)).label("for each place")
                Band(x: counts, replicates: networks.convolution.transposedRows).role(.series(2)).label("shared")
            }
        }
    }
}

extension Networks {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-6X") { $0.convolution[0] = $0.dense[0].map { $0 + 0.1 } },
        Mutant("8-6X") { $0.local[0] = $0.convolution[0].map { $0 - 0.1 } },
        Mutant("8-6X") { $0.dense[$0.dense.count - 1] = $0.dense[$0.dense.count - 1].map { $0 + 0.5 } },
    ]
}

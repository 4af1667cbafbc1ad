import LinearAlgebra
import Notebook
import Plots

extension HiddenNoise: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("hidden-noise", Self.figure(results))
        Value("hidden-plain", Estimate(of: results.test[results.place(of: .multiplied)].map { $0[0] }))
        Value("hidden-gain", Estimate(of: results.gains(.multiplied)))
        Value("hidden-excess", Estimate(of: results.excess(.multiplied)))
        Value("dropout-gain", Estimate(of: results.gains(.dropped)))
        Value("added-gain", Estimate(of: results.gains(.added)))
        Claim(
            "5-7X", "Noise on hidden units helps if its magnitude is tuned.",
            method: """
                Normal factors on the hidden units, their deviation chosen on validation images for each training set; test \
                errors at that deviation against none and against the largest.
                """
        ) {
            Check.positive(
                "test error without noise minus at the chosen deviation", differences: results.gains(.multiplied))
            Check.positive(
                "test error at the largest deviation minus at the chosen one",
                differences: results.excess(.multiplied))
        }
    }

    private static func figure(_ hidden: Results) -> Figure {
        let best = hidden.test.flatMap { $0.joined() }.min() ?? 0
        return Figure(width: 420, height: 210, title: "Noise on hidden units") {
            Panel(
                x: Axis("standard deviation of the noise in training"),
                y: Axis("test error", in: 0.9 * best...1.5 * best), legend: .top
            ) {
                for (place, kind) in hidden.kinds.enumerated() {
                    Band(x: hidden.deviations, replicates: hidden.test[place]).role(.series(place))
                        .marker(Role.series(place).marker).label(kind == .dropped ? "dropout" : kind.rawValue)
                }
            }
        }
    }
}

extension HiddenNoise.Results {
    /// For each replicate the place of the deviation with the lowest validation error, the smaller of equals.
    func chosen(_ kind: NoiseKind) -> [Int] {
        validation[place(of: kind)].map(\.placeOfLowest)
    }

    /// Test error without noise minus at the chosen deviation.
    func gains(_ kind: NoiseKind) -> [Double] {
        zip(test[place(of: kind)], chosen(kind)).map { $0[0] - $0[$1] }
    }

    /// Test error at the largest deviation minus at the chosen one.
    func excess(_ kind: NoiseKind) -> [Double] {
        zip(test[place(of: kind)], chosen(kind)).map { $0[$0.count - 1] - $0[$1] }
    }

    func place(of kind: NoiseKind) -> Int { kinds.firstIndex(of: kind) ?? 0 }
}

extension HiddenNoise {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-7X") { $0.test[1] = $0.test[1].map { [0] + $0.dropFirst().map { $0 + 1 } } },
        Mutant("5-7X") { $0.test[1] = $0.test[1].map { $0.dropLast() + [-1] } },
    ]
}

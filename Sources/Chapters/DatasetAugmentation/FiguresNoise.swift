import Learning
import Notebook
import Plots

extension DatasetAugmentationSection {
    static func robustness(_ robustness: RobustnessMeasurements) -> Figure {
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

    static func hiddenNoise(_ hidden: HiddenNoiseMeasurements) -> Figure {
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

    /// Incoming weights of the first units, both autoencoders' on one scale.
    static func filters(_ codes: CodeMeasurements) throws -> Figure {
        let reach = Double((codes.plainFilters + codes.denoisingFilters).map(\.magnitude).max() ?? 1)
        let size = codes.side * codes.side
        let pictures = { (weights: [Float]) in
            try stride(from: 0, to: weights.count, by: size).map {
                try PixelImage(
                    values: Array(weights[$0..<$0 + size]), columns: codes.side, range: -reach...reach, map: .diverging)
            }
        }
        let plain = ImageGrid(try pictures(codes.plainFilters), columns: 6, title: "plain")
        let denoising = ImageGrid(try pictures(codes.denoisingFilters), columns: 6, title: "denoising")
        return Figure(width: 420, height: 110, title: "Weights of two autoencoders") {
            Row {
                plain
                denoising
            }
        }
    }

    static func comparison(_ schemes: SchemeMeasurements) -> Figure {
        let shown: [Scheme] = [.none, .translation, .combined]
        let bars = { (errors: [[Double]]) in
            let estimates = shown.map { scheme in
                Estimate(of: errors.map { $0[schemes.place(of: scheme)] })
            }
            return Bars(
                ["no copies", "translations", "all together"], y: estimates.map(\.mean),
                errors: estimates.map(\.halfWidth))
        }
        return Figure(width: 420, height: 190, title: "Two algorithms under three augmentations") {
            Panel(x: Axis(""), y: Axis("test error"), legend: .top) {
                bars(schemes.connected).group(0, of: 2).role(.series(0)).label("connected")
                bars(schemes.convolutional).group(1, of: 2).role(.series(1)).label("convolutional")
            }
        }
    }
}

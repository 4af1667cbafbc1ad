import LinearAlgebra

/// Dropout: in training each number is kept with probability `keep` and divided by it, or set to 0.
///
/// This is the inverted convention: what is kept grows by 1/keep in training, so that prediction, which keeps everything
/// and multiplies by nothing, already is the weight scaling rule (train without scaling, multiply outgoing weights by `keep`).
public struct Dropout: Layer {
    public let keep: Double
    /// What a kept number is multiplied by in training.
    public let scale: Double

    /// - Parameters:
    ///   - keep: in (0, 1]; at 1 and without a scale nothing happens.
    ///   - scale: 1/`keep` by default. With 1, numbers are masked and no more, as a denoising autoencoder's inputs.
    public init(keep: Double, scale: Double? = nil) {
        self.keep = keep
        self.scale = scale ?? 1 / keep
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard keep > 0, keep <= 1 else {
            throw LearningError.outOfRange(setting: "keep-probability", value: keep, allowed: "above 0 and at most 1")
        }
        guard scale > 0, scale.isFinite else {
            throw LearningError.outOfRange(setting: "dropout scale", value: scale, allowed: "above 0 and finite")
        }
        return input
    }

    /// The mask: 0 or `scale`.
    public func memoryPerExample(for input: FeatureShape) -> Int { input.count }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        let count = pass.rows * pass.inputs
        pass.team.forTiles(of: count) { tile in
            if let stream = pass.stream {
                let mask = pass.memory
                var bits = BitSource(stream, tile.lowerBound)
                bits.fillMask(mask + tile.lowerBound, count: tile.count, keep: keep, kept: Scalar(scale))
                for i in tile { pass.output[i] = pass.input[i] * mask[i] }
            } else {
                for i in tile { pass.output[i] = pass.input[i] }
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        let random = pass.stream != nil
        pass.team.forTiles(of: pass.rows * pass.inputs) { tile in
            for i in tile { inputDelta[i] = random ? delta[i] * pass.memory[i] : delta[i] }
        }
    }
}

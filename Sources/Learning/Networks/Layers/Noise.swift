import LinearAlgebra

/// Normal noise on each number that passes, in training only.
///
/// Added noise keeps the mean; multiplied noise has mean 1, and with deviation √((1 − p)/p) the first two moments
/// of dropout with keep-probability p.
public struct Noise: Layer {
    public enum Kind: String, Sendable, Hashable, Codable {
        case added, multiplied
    }

    public let kind: Kind
    /// Standard deviation.
    public let deviation: Double

    public init(_ kind: Kind = .added, deviation: Double) {
        self.kind = kind
        self.deviation = deviation
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard deviation >= 0, deviation.isFinite else {
            throw LearningError.outOfRange(setting: "noise deviation", value: deviation, allowed: "at least 0")
        }
        return input
    }

    /// The noise.
    public func memoryPerExample(for input: FeatureShape) -> Int { input.count }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        pass.team.forTiles(of: pass.rows * pass.inputs) { tile in
            guard let stream = pass.stream else {
                for i in tile { pass.output[i] = pass.input[i] }
                return
            }
            var own = stream.split("noise", tile.lowerBound)
            for i in tile { pass.memory[i] = Scalar(deviation * own.normal()) }
            switch kind {
            case .added: for i in tile { pass.output[i] = pass.input[i] + pass.memory[i] }
            case .multiplied: for i in tile { pass.output[i] = pass.input[i] * (1 + pass.memory[i]) }
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        let factors = kind == .multiplied && pass.stream != nil
        pass.team.forTiles(of: pass.rows * pass.inputs) { tile in
            for i in tile { inputDelta[i] = factors ? delta[i] * (1 + pass.memory[i]) : delta[i] }
        }
    }
}

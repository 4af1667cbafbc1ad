import LinearAlgebra

/// The largest number of each `side` × `side` square of places, channel by channel; squares don't overlap, and a rest
/// at the right and bottom is left out. Of equal numbers the first counts.
public struct MaxPooling: Layer {
    public let side: Int

    public init(side: Int = 2) { self.side = side }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard side > 0 else {
            throw LearningError.outOfRange(setting: "pooling side", value: Double(side), allowed: "at least 1")
        }
        guard input.height >= side, input.width >= side else {
            throw LearningError.shape(what: "MaxPooling", input, needed: "at least \(side)×\(side) places")
        }
        return FeatureShape(height: input.height / side, width: input.width / side, channels: input.channels)
    }

    /// Which place of its square won, counted from 0 line by line.
    public func memoryPerExample(for input: FeatureShape) -> Int {
        input.height / side * (input.width / side) * input.channels
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                Scalar.pool(
                    pass.input + row * pass.inputs, pass.inputShape, side: side, best: pass.output + row * pass.outputs,
                    winner: pass.memory + row * pass.outputs)
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let image = inputDelta + row * pass.inputs
                // Places that no square covers get no derivative.
                if pass.inputs != pass.outputs * side * side { image.update(repeating: 0, count: pass.inputs) }
                Scalar.unpool(
                    delta + row * pass.outputs, winner: pass.memory + row * pass.outputs, side: side, into: image,
                    pass.inputShape)
            }
        }
    }
}

import LinearAlgebra

/// The greatest number of each `side` × `side` square of places, channel by channel; squares don't overlap, and a rest
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
        let channels = pass.inputShape.channels
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let image = pass.input + row * pass.inputs
                forMembers(pass.inputShape, pass.outputShape) { square, number, source in
                    let start = row * pass.outputs + square
                    let greatest = GreatestOf(count: channels, best: pass.output + start, winner: pass.memory + start)
                    if number == 0 {
                        greatest.begin(with: image + source)
                    } else {
                        greatest.join(image + source, number: number)
                    }
                }
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        let channels = pass.inputShape.channels
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let image = inputDelta + row * pass.inputs
                // Places that no square covers get no derivative.
                if pass.inputs != pass.outputs * side * side { image.update(repeating: 0, count: pass.inputs) }
                forMembers(pass.inputShape, pass.outputShape) { square, number, source in
                    let start = row * pass.outputs + square
                    GreatestOf.share(
                        delta + start, ofRow: number, pass.memory + start, into: image + source, count: channels)
                }
            }
        }
    }

    /// Calls `body` for each member of each square: where the square's channels start in the output, the member's number in
    /// the square, and where its channels start on the image.
    @inline(__always)
    private func forMembers(_ input: FeatureShape, _ output: FeatureShape, _ body: (Int, Int, Int) -> Void) {
        for top in 0..<output.height {
            for left in 0..<output.width {
                let square = (top * output.width + left) * output.channels
                for line in 0..<side {
                    for column in 0..<side {
                        let place = (top * side + line) * input.width + left * side + column
                        body(square, line * side + column, place * input.channels)
                    }
                }
            }
        }
    }
}

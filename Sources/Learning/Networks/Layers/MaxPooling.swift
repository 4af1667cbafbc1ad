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
                for place in 0..<pass.outputs / channels {
                    let start = row * pass.outputs + place * channels
                    let greatest = GreatestOf(
                        count: channels, best: pass.output + start, winner: pass.memory + start)
                    greatest.begin(with: image + source(place, 0, pass))
                    for member in 1..<max(1, side * side) {
                        greatest.join(image + source(place, member, pass), number: member)
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
                for place in 0..<pass.outputs / channels {
                    let d = delta + (row * pass.outputs + place * channels)
                    let winner = pass.memory + (row * pass.outputs + place * channels)
                    for member in 0..<side * side {
                        GreatestOf.share(
                            d, ofRow: member, winner, into: image + source(place, member, pass), count: channels)
                    }
                }
            }
        }
    }

    /// Where member `member` of the square at output place `place` starts in its image.
    @inline(__always)
    private func source<Scalar: NetworkScalar>(_ place: Int, _ member: Int, _ pass: LayerPass<Scalar>) -> Int {
        let row = place / pass.outputShape.width * side + member / side
        let column = place % pass.outputShape.width * side + member % side
        return (row * pass.inputShape.width + column) * pass.inputShape.channels
    }
}

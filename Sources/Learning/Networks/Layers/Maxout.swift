import LinearAlgebra

/// Maxout units: each gives the largest of `pieces` affine functions of its inputs (Goodfellow et al. 2013).
///
/// Column `piece * units + unit` of the weights belongs to that piece of that unit. Of equal pieces the first counts.
public struct Maxout: Layer {
    public let units: Int
    public let pieces: Int
    public let initialization: Initialization?

    /// - Parameter initialization: of the weights; Glorot's for one piece by default. Offsets start at 0.
    public init(units: Int, pieces: Int, initialization: Initialization? = nil) {
        self.units = units
        self.pieces = pieces
        self.initialization = initialization
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard units > 0, pieces > 0 else {
            throw LearningError.outOfRange(
                setting: "Maxout units", value: Double(min(units, pieces)), allowed: "at least 1")
        }
        return .vector(units)
    }

    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] {
        let start = initialization ?? .glorot(inputs: input.count, outputs: units)
        return [
            ParameterBlock(.weights, rows: input.count, columns: units * pieces, initialization: start),
            ParameterBlock(.offsets, rows: 1, columns: units * pieces, initialization: .constant(0)),
        ]
    }

    /// Every piece's value, then the winner's number for each unit.
    public func memoryPerExample(for input: FeatureShape) -> Int { units * pieces + units }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        let columns = units * pieces
        let map = AffineMap(rows: pass.rows, inputs: pass.inputs, units: columns)
        let offsets = pass.parameters + pass.inputs * columns
        let sums = pass.memory
        let winners = sums + pass.rows * columns
        pass.team.forTiles(of: columns) { tile in
            map.forward(pass.input, pass.parameters, into: sums, tile: tile)
            for row in 0..<pass.rows {
                ActivationFunction.identity.apply(to: sums + row * columns, adding: offsets, tile)
            }
        }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let largest = LargestOf(count: units, best: pass.output + row * units, winner: winners + row * units)
                largest.begin(with: sums + row * columns)
                for piece in 1..<max(1, pieces) {
                    largest.join(sums + (row * columns + piece * units), number: piece)
                }
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let outputDelta = pass.outputDelta else { return }
        let columns = units * pieces
        let map = AffineMap(rows: pass.rows, inputs: pass.inputs, units: columns)
        let delta = pass.memory
        let winners = delta + pass.rows * columns
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let winner = winners + row * units
                let source = outputDelta + row * units
                for piece in 0..<pieces {
                    LargestOf.share(
                        source, ofRow: piece, winner, into: delta + (row * columns + piece * units), count: units)
                }
            }
        }
        if let gradients = pass.gradients {
            pass.team.forTiles(of: columns) { tile in
                map.gradient(pass.input, delta, addingTo: gradients, tile: tile)
            }
        }
        guard let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.inputs) { tile in
            map.backward(delta, pass.parameters, into: inputDelta, tile: tile)
        }
    }
}

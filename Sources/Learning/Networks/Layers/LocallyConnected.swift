import LinearAlgebra

/// As a convolution, but every place has weights of its own: no sharing.
///
/// The weights of place p are rows p · patch ..< (p + 1) · patch of the weights, one column a channel;
/// its offsets are likewise columns p · channels ..< (p + 1) · channels.
public struct LocallyConnected: Layer {
    private let shared: Convolution

    public var channels: Int { shared.channels }
    public var side: Int { shared.side }

    /// - Parameters: as for `Convolution`.
    public init(
        channels: Int, side: Int, padding: Padding = .same, activation: ActivationFunction = .rectifier,
        initialization: Initialization? = nil
    ) {
        shared = Convolution(
            channels: channels, side: side, padding: padding, activation: activation, initialization: initialization)
    }

    public func output(for input: FeatureShape) throws -> FeatureShape { try shared.output(for: input) }

    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] {
        let grid = PatchGrid(input, side: side, padding: shared.padding)
        let blocks = shared.parameterBlocks(for: input)
        return [
            ParameterBlock(
                .weights, rows: grid.places * grid.patch, columns: channels, initialization: blocks[0].initialization),
            ParameterBlock(.offsets, rows: 1, columns: grid.places * channels, initialization: .constant(0)),
        ]
    }

    /// The patches of the image.
    public func memoryPerExample(for input: FeatureShape) -> Int {
        let grid = PatchGrid(input, side: side, padding: shared.padding)
        return grid.places * grid.patch
    }

    /// An image with its border for each of two threads.
    public func workspace(for input: FeatureShape, examples: Int) -> Int {
        2 * PatchGrid(input, side: side, padding: shared.padding).frame
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        let grid = PatchGrid(pass.inputShape, side: side, padding: shared.padding)
        let stride = grid.places * grid.patch
        let offsets = pass.parameters + stride * channels
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            let frame = pass.workspace + (tile.lowerBound == 0 ? 0 : grid.frame)
            for row in tile {
                grid.gather(pass.input + row * pass.inputs, into: pass.memory + row * stride, frame: frame)
            }
        }
        pass.team.forTiles(of: grid.places, multipleOf: 1) { tile in
            for place in tile {
                Scalar.multiply(
                    rows: pass.rows, columns: channels, inner: grid.patch, alpha: 1, pass.memory + place * grid.patch,
                    stride: stride, transposed: false, pass.parameters + place * grid.patch * channels,
                    stride: channels,
                    transposed: false, beta: 0, into: pass.output + place * channels, stride: pass.outputs)
            }
        }
        for row in 0..<pass.rows {
            shared.activation.apply(to: pass.output + row * pass.outputs, adding: offsets, 0..<pass.outputs)
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta else { return }
        let grid = PatchGrid(pass.inputShape, side: side, padding: shared.padding)
        let stride = grid.places * grid.patch
        shared.activation.multiplySlope(into: delta, at: pass.output, 0..<pass.rows * pass.outputs)
        pass.team.forTiles(of: grid.places, multipleOf: 1) { tile in
            for place in tile {
                let patches = pass.memory + place * grid.patch
                let weights = place * grid.patch * channels
                if let gradients = pass.gradients {
                    Scalar.multiply(
                        rows: grid.patch, columns: channels, inner: pass.rows, alpha: 1, patches, stride: stride,
                        transposed: true, delta + place * channels, stride: pass.outputs, transposed: false,
                        beta: 1, into: gradients + weights, stride: channels)
                }
                guard pass.inputDelta != nil else { continue }
                // The patches are not needed any more; their place takes the derivative by them.
                Scalar.multiply(
                    rows: pass.rows, columns: grid.patch, inner: channels, alpha: 1, delta + place * channels,
                    stride: pass.outputs, transposed: false, pass.parameters + weights, stride: channels,
                    transposed: true, beta: 0, into: patches, stride: stride)
            }
        }
        if let offsets = pass.gradients.map({ $0 + stride * channels }) {
            for row in 0..<pass.rows {
                for j in 0..<pass.outputs { offsets[j] += delta[row * pass.outputs + j] }
            }
        }
        guard let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            let frame = pass.workspace + (tile.lowerBound == 0 ? 0 : grid.frame)
            for row in tile {
                grid.scatter(pass.memory + row * stride, into: inputDelta + row * pass.inputs, frame: frame)
            }
        }
    }
}

/// A convolution: the same `channels` affine functions of every square patch, followed by an activation.
///
/// Row (line · side + column) · input channels + channel of the weights belongs to that place of the patch.
public struct Convolution: Layer {
    public let channels: Int
    /// The patch's width and height.
    public let side: Int
    public let padding: Padding
    public let activation: ActivationFunction
    public let initialization: Initialization?

    public init(
        channels: Int, side: Int, padding: Padding = .same, activation: ActivationFunction = .rectifier,
        initialization: Initialization? = nil
    ) {
        self.channels = channels
        self.side = side
        self.padding = padding
        self.activation = activation
        self.initialization = initialization
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard channels > 0, side > 0 else {
            throw LearningError.outOfRange(
                setting: "Convolution channels and side", value: Double(min(channels, side)), allowed: "at least 1")
        }
        let grid = PatchGrid(input, side: side, padding: padding)
        guard grid.height > 0, grid.width > 0 else {
            throw LearningError.shape(what: "Convolution", input, needed: "at least \(side)×\(side) places")
        }
        return FeatureShape(height: grid.height, width: grid.width, channels: channels)
    }

    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] {
        let patch = side * side * input.channels
        let start = initialization ?? activation.initialization(inputs: patch, outputs: side * side * channels)
        return [
            ParameterBlock(.weights, rows: patch, columns: channels, initialization: start),
            ParameterBlock(.offsets, rows: 1, columns: channels, initialization: .constant(0)),
        ]
    }

    /// The patches of the image.
    public func memoryPerExample(for input: FeatureShape) -> Int {
        let grid = PatchGrid(input, side: side, padding: padding)
        return grid.places * grid.patch
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        let grid = PatchGrid(pass.inputShape, side: side, padding: padding)
        let map = AffineMap(rows: grid.places, inputs: grid.patch, units: channels)
        let offsets = pass.parameters + grid.patch * channels
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            // Image by image, so that patches and sums are still in the core's own cache when they are used.
            for row in tile {
                let patches = pass.memory + row * grid.places * grid.patch
                let sums = pass.output + row * pass.outputs
                grid.gather(pass.input + row * pass.inputs, into: patches)
                map.forward(patches, pass.parameters, into: sums, tile: 0..<channels)
                for place in 0..<grid.places {
                    activation.apply(to: sums + place * channels, adding: offsets, 0..<channels)
                }
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta else { return }
        let grid = PatchGrid(pass.inputShape, side: side, padding: padding)
        let map = AffineMap(rows: pass.rows * grid.places, inputs: grid.patch, units: channels)
        pass.team.forTiles(of: pass.rows * pass.outputs) { activation.multiplySlope(into: delta, at: pass.output, $0) }
        if let gradients = pass.gradients {
            pass.team.forTiles(of: channels) { tile in
                map.gradient(pass.memory, delta, addingTo: gradients, tile: tile)
            }
        }
        guard let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                // The patches are not needed any more; their place takes the derivative by them.
                let patches = pass.memory + row * grid.places * grid.patch
                let single = AffineMap(rows: grid.places, inputs: grid.patch, units: channels)
                single.backward(
                    delta + row * pass.outputs, pass.parameters, into: patches, tile: 0..<grid.patch)
                let image = inputDelta + row * pass.inputs
                image.update(repeating: 0, count: pass.inputs)
                grid.scatter(patches, addingTo: image)
            }
        }
    }
}

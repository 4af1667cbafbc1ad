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

    /// The patches of two images, one for each thread; in the backward pass as many patches as are gathered at a time. Or what
    /// the convolution by tiles needs.
    public func workspace(for input: FeatureShape, examples: Int) -> Int {
        let grid = PatchGrid(input, side: side, padding: padding)
        if let tiled = TiledConvolution(grid, channels: channels) { return tiled.workspace }
        let most = min(examples * grid.places, 2 * Convolution.patchesAtATime(grid))
        return max(2 * grid.places, most) * grid.patch
    }

    /// About a million numbers, which the processor's last cache still holds when they are used. A multiple of 320, at which
    /// OpenBLAS cuts long sums on most processors, too.
    private static func patchesAtATime(_ grid: PatchGrid) -> Int { max(1, (1 << 20) / grid.patch / 320) * 320 }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        let grid = PatchGrid(pass.inputShape, side: side, padding: padding)
        let map = AffineMap(rows: grid.places, inputs: grid.patch, units: channels)
        let offsets = pass.parameters + grid.patch * channels
        if let tiled = TiledConvolution(grid, channels: channels) {
            tiled.forward(pass) { activation.apply(to: $0, adding: offsets, 0..<channels) }
            return
        }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            // Image by image in one place, so that patches and sums are still in the core's own cache when they are used.
            let patches = pass.workspace + (tile.lowerBound == 0 ? 0 : grid.places * grid.patch)
            for row in tile {
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
        pass.team.forTiles(of: pass.rows * pass.outputs) { activation.multiplySlope(into: delta, at: pass.output, $0) }
        if let gradients = pass.gradients {
            let map = AffineMap(rows: pass.rows * grid.places, inputs: grid.patch, units: channels)
            pass.team.forTiles(of: channels) { tile in
                map.offsetGradient(delta, addingTo: gradients + grid.patch * channels, tile: tile)
            }
        }
        if let tiled = TiledConvolution(grid, channels: channels) {
            tiled.backward(pass, delta)
            return
        }
        if let gradients = pass.gradients { add(to: gradients, grid, delta, pass) }
        guard let inputDelta = pass.inputDelta else { return }
        let map = AffineMap(rows: grid.places, inputs: grid.patch, units: channels)
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            let patches = pass.workspace + (tile.lowerBound == 0 ? 0 : grid.places * grid.patch)
            for row in tile {
                map.backward(delta + row * pass.outputs, pass.parameters, into: patches, tile: 0..<grid.patch)
                let image = inputDelta + row * pass.inputs
                image.update(repeating: 0, count: pass.inputs)
                grid.scatter(patches, addingTo: image)
            }
        }
    }

    /// Adds the derivative by the weights. The patches are gathered anew: to keep them from the forward pass would take
    /// more memory than all else, and longer.
    @inline(__always)
    private func add<Scalar: NetworkScalar>(
        to gradients: UnsafeMutablePointer<Scalar>, _ grid: PatchGrid, _ delta: UnsafeMutablePointer<Scalar>,
        _ pass: LayerPass<Scalar>
    ) {
        let all = pass.rows * grid.places
        let some = Convolution.patchesAtATime(grid)
        var first = 0
        while first < all {
            let count = all - first < 2 * some ? all - first : some
            let map = AffineMap(rows: count, inputs: grid.patch, units: channels)
            let delta = delta + first * channels
            pass.team.forTiles(of: count) { tile in
                grid.gather(
                    rows: first + tile.lowerBound..<first + tile.upperBound, of: pass.input,
                    into: pass.workspace + tile.lowerBound * grid.patch)
            }
            if grid.patch > channels, grid.patch * channels >= 1 << 13 {
                // The longer side is cut, so that both threads together read the patches once. Not of small products:
                // OpenBLAS has another way for those, with other last bits.
                pass.team.forTiles(of: grid.patch) { tile in
                    map.weightGradient(pass.workspace, delta, addingTo: gradients, inputs: tile)
                }
            } else {
                pass.team.forTiles(of: channels) { tile in
                    map.weightGradient(pass.workspace, delta, addingTo: gradients, tile: tile)
                }
            }
            first += count
        }
    }
}

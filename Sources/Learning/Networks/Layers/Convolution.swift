import LinearAlgebra

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

    /// For each of two threads the patches that are gathered at a time, the gradients of half the images, and the offsets of
    /// some places. Or what the convolution by tiles needs.
    public func workspace(for input: FeatureShape, examples: Int) -> Int {
        let grid = PatchGrid(input, side: side, padding: padding)
        if let tiled = TiledConvolution(grid, channels: channels) { return tiled.workspace }
        let repeated = placesAtATime(grid) * channels
        return (grid.patch + 1) * channels + 2 * Convolution.threadSpace(grid) + repeated
    }

    private static func threadSpace(_ grid: PatchGrid) -> Int {
        grid.frame + imagesAtATime(grid) * grid.places * grid.patch
    }

    /// Neighbouring places whose offsets are added in one loop: of few channels each, a loop takes longer to begin than to run.
    private func placesAtATime(_ grid: PatchGrid) -> Int { min(max(1, 64 / channels), grid.places) }

    /// Images whose patches are as many as one of OpenBLAS's sums takes in at once on most processors, or more.
    private static func imagesAtATime(_ grid: PatchGrid) -> Int { (320 + grid.places - 1) / grid.places }

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
        let some = placesAtATime(grid)
        let repeated = pass.workspace + 2 * Convolution.threadSpace(grid)
        for place in 0..<some { (repeated + place * channels).update(from: offsets, count: channels) }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            // Image by image in one place, so that patches and sums are still in the core's own cache when they are used.
            let frame = pass.workspace + (tile.lowerBound == 0 ? 0 : Convolution.threadSpace(grid))
            let patches = frame + grid.frame
            for row in tile {
                let sums = pass.output + row * pass.outputs
                grid.gather(pass.input + row * pass.inputs, into: patches, frame: frame)
                map.forward(patches, pass.parameters, into: sums, tile: 0..<channels)
                for place in stride(from: 0, to: grid.places, by: some) {
                    let count = min(some, grid.places - place) * channels
                    activation.apply(to: sums + place * channels, adding: repeated, 0..<count)
                }
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta else { return }
        let grid = PatchGrid(pass.inputShape, side: side, padding: padding)
        if let tiled = TiledConvolution(grid, channels: channels) {
            tiled.backward(pass, delta) { activation.multiplySlope(into: delta, at: pass.output, $0) }
            return
        }
        let map = AffineMap(rows: grid.places, inputs: grid.patch, units: channels)
        let (part, count) = (pass.workspace, (grid.patch + 1) * channels)
        if pass.gradients != nil { part.update(repeating: 0, count: count) }
        let images = Convolution.imagesAtATime(grid)
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { rows in
            // The second half's sums stand apart until they are added to those of the first.
            let gradients = pass.gradients.map { rows.lowerBound == 0 ? $0 : part }
            let frame = part + count + (rows.lowerBound == 0 ? 0 : Convolution.threadSpace(grid))
            let patches = frame + grid.frame
            for first in stride(from: rows.lowerBound, to: rows.upperBound, by: images) {
                let some = first..<min(first + images, rows.upperBound)
                activation.multiplySlope(
                    into: delta, at: pass.output, some.lowerBound * pass.outputs..<some.upperBound * pass.outputs)
                if let gradients {
                    // The patches are gathered anew: to keep them from the forward pass would take more memory than all
                    // else, and longer.
                    for row in some {
                        grid.gather(
                            pass.input + row * pass.inputs, into: patches + (row - first) * grid.places * grid.patch,
                            frame: frame)
                    }
                    AffineMap(rows: some.count * grid.places, inputs: grid.patch, units: channels).gradient(
                        patches, delta + first * pass.outputs, addingTo: gradients, tile: 0..<channels)
                }
                guard let inputDelta = pass.inputDelta else { continue }
                for row in some {
                    map.backward(delta + row * pass.outputs, pass.parameters, into: patches, tile: 0..<grid.patch)
                    grid.scatter(patches, into: inputDelta + row * pass.inputs, frame: frame)
                }
            }
        }
        if let gradients = pass.gradients {
            for i in 0..<count { gradients[i] += part[i] }
        }
    }
}

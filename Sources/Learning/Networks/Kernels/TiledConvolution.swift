/// A convolution by minimal filtering, with fewer multiplications than its patches have.
///
/// The output is cut into squares of 9 − side places, tiles, which depend on 8 × 8 places of the input each. Transformed, the
/// filters, the tiles of the input and those of the output are 64 matrices each, and the convolution is 64 products, tiles ×
/// input channels by input channels × channels; its derivatives are products of the same matrices. A group of tiles at a
/// time, so that they are still in the core's own cache when they are used.
struct TiledConvolution {
    let grid: PatchGrid
    let channels: Int
    /// Places of a tile of the output, from one side to the other.
    let reach: Int
    let down: Int
    let across: Int

    /// - Returns: nil where patches take no longer: with few channels, or a side for which a tile saves little. The transforms
    ///   take four channels at a time.
    init?(_ grid: PatchGrid, channels: Int) {
        let inputs = grid.input.channels
        guard grid.side == 3 || grid.side == 5, min(inputs, channels) >= 16, inputs % 4 == 0, channels % 4 == 0 else {
            return nil
        }
        self.grid = grid
        self.channels = channels
        reach = 9 - grid.side
        down = (grid.height + reach - 1) / reach
        across = (grid.width + reach - 1) / reach
    }

    /// Tiles on one image.
    var tiles: Int { down * across }
    /// Numbers of the transformed filters.
    var filters: Int { 64 * grid.input.channels * channels }

    /// What the transforms of one thread work in.
    struct Scratch<Scalar: NetworkScalar> {
        /// Where the places of one tile stand on the images; negative outside.
        let places: UnsafeMutablePointer<Int>

        /// Scalars that it takes.
        static var count: Int { 64 * 2 }

        init(_ start: UnsafeMutablePointer<Scalar>) {
            places = UnsafeMutableRawPointer(start).assumingMemoryBound(to: Int.self)
        }
    }

    /// The number of a place of a square, line by line.
    @inline(__always)
    private static func place(_ row: Int, _ column: Int) -> Int { row &* 8 &+ column }

    /// From one matrix of a group of tiles to the next: not a power of two, at which a tile's places would drive each other
    /// out of the cache.
    static func matrixStride(_ tiles: Int, channels: Int) -> Int { tiles * channels + 16 }

    /// Calls `body` for each of `tiles`, counted on from image to image, with its number in the group, when the places of the
    /// input that it sees, or else its places of the output, are in `scratch`.
    @inline(__always)
    private func forEach<Scalar: NetworkScalar>(
        of tiles: Range<Int>, input: Bool, _ scratch: Scratch<Scalar>, _ body: (Int) -> Void
    ) {
        let (height, width) = input ? (grid.input.height, grid.input.width) : (grid.height, grid.width)
        let (side, border, channels) = input ? (8, grid.border, grid.input.channels) : (reach, 0, self.channels)
        for tile in tiles {
            let (image, place) = tile.quotientAndRemainder(dividingBy: self.tiles)
            let (top, left) = place.quotientAndRemainder(dividingBy: across)
            for row in 0..<side {
                for column in 0..<side {
                    let (y, x) = (top * reach + row - border, left * reach + column - border)
                    let inside = 0..<height ~= y && 0..<width ~= x
                    scratch.places[Self.place(row, column)] =
                        inside ? ((image * height + y) * width + x) * channels : -1
                }
            }
            body(tile - tiles.lowerBound)
        }
    }

    /// Transforms what the `tiles` see of the input `images`.
    @inline(__always)
    func transformInput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, of images: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>,
        _ scratch: Scratch<Scalar>
    ) {
        let inputs = grid.input.channels
        let apart = Self.matrixStride(tiles.count, channels: inputs)
        forEach(of: tiles, input: true, scratch) { tile in
            Scalar.transform(
                .input, side: grid.side, images, and: nil, places: scratch.places, into: target + tile * inputs,
                apart: apart,
                channels: inputs)
        }
    }

    /// Adds the derivative by the input of the `tiles` to that of `images`.
    @inline(__always)
    func addInput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, _ source: UnsafePointer<Scalar>, to images: UnsafeMutablePointer<Scalar>,
        _ scratch: Scratch<Scalar>
    ) {
        let inputs = grid.input.channels
        let apart = Self.matrixStride(tiles.count, channels: inputs)
        forEach(of: tiles, input: true, scratch) { tile in
            Scalar.transform(
                .addInput, side: grid.side, source + tile * inputs, and: nil, places: scratch.places, into: images,
                apart: apart,
                channels: inputs)
        }
    }

    /// Transforms the `tiles` of the derivative by the output, `images`.
    @inline(__always)
    func transformOutput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, of images: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>,
        _ scratch: Scratch<Scalar>
    ) {
        let apart = Self.matrixStride(tiles.count, channels: channels)
        forEach(of: tiles, input: false, scratch) { tile in
            Scalar.transform(
                .output, side: grid.side, images, and: nil, places: scratch.places, into: target + tile * channels,
                apart: apart,
                channels: channels)
        }
    }

    /// Writes the `tiles` of the output, `images`; `finish` is called with every place of them when all its channels are there.
    @inline(__always)
    func writeOutput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, _ source: UnsafePointer<Scalar>, to images: UnsafeMutablePointer<Scalar>,
        _ scratch: Scratch<Scalar>, finish: (UnsafeMutablePointer<Scalar>) -> Void
    ) {
        let apart = Self.matrixStride(tiles.count, channels: channels)
        forEach(of: tiles, input: false, scratch) { tile in
            Scalar.transform(
                .writeOutput, side: grid.side, source + tile * channels, and: nil, places: scratch.places, into: images,
                apart: apart, channels: channels)
            for row in 0..<reach {
                for column in 0..<reach {
                    let place = scratch.places[Self.place(row, column)]
                    if place >= 0 { finish(images + place) }
                }
            }
        }
    }

    /// Transforms the filters of the input channels `inputs`.
    @inline(__always)
    func transformFilters<Scalar: NetworkScalar>(
        _ inputs: Range<Int>, of weights: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>
    ) {
        for input in inputs {
            Scalar.transform(
                .filters, side: grid.side, weights + input * channels, and: nil, places: nil,
                into: target + input * channels, apart: grid.input.channels * channels, channels: channels)
        }
    }

    /// Adds to `gradients` the derivative by the filters of the input channels `inputs`: the sum of two parts.
    @inline(__always)
    func addFilters<Scalar: NetworkScalar>(
        _ inputs: Range<Int>, _ parts: (UnsafePointer<Scalar>, UnsafePointer<Scalar>),
        to gradients: UnsafeMutablePointer<Scalar>
    ) {
        for input in inputs {
            let start = input * channels
            Scalar.transform(
                .addFilters, side: grid.side, parts.0 + start, and: parts.1 + start, places: nil,
                into: gradients + start, apart: grid.input.channels * channels, channels: channels)
        }
    }
}

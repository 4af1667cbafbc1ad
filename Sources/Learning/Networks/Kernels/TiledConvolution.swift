/// A convolution by minimal filtering, with fewer multiplications than its patches have.
///
/// The output is cut into squares of 7 − side places, tiles, which depend on 6 × 6 places of the input each. Transformed, the
/// filters, the tiles of the input and those of the output are 36 matrices each, and the convolution is 36 products, tiles ×
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
    ///   take eight channels at a time.
    init?(_ grid: PatchGrid, channels: Int) {
        let inputs = grid.input.channels
        guard grid.side == 3 || grid.side == 5, min(inputs, channels) >= 16, inputs % 8 == 0, channels % 8 == 0 else {
            return nil
        }
        self.grid = grid
        self.channels = channels
        reach = 7 - grid.side
        down = (grid.height + reach - 1) / reach
        across = (grid.width + reach - 1) / reach
    }

    /// Tiles on one image.
    var tiles: Int { down * across }
    /// Numbers of the transformed filters.
    var filters: Int { 36 * grid.input.channels * channels }
    /// Tiles of a group; as many as the core's own cache holds transformed.
    var most: Int { max(16, (1 << 18) / (36 * (grid.input.channels + channels)) / 16 * 16) }

    /// The channels of the 36 places of a tile stand `tiles` × channels apart.
    private func transformed(_ place: Int, _ tile: Int, of count: Int, channels: Int) -> Int {
        (place * count + tile) * channels
    }

    /// Calls `body` for each of `tiles`, counted on from image to image: its number in the group, its image, and row and column
    /// of its first place of the output.
    @inline(__always)
    private func forEach(of tiles: Range<Int>, _ body: (Int, Int, Int, Int) -> Void) {
        for tile in tiles {
            let (image, place) = tile.quotientAndRemainder(dividingBy: self.tiles)
            let (row, column) = place.quotientAndRemainder(dividingBy: across)
            body(tile - tiles.lowerBound, image, row * reach, column * reach)
        }
    }

    /// Where the input's place stands that is `row` and `column` further than a tile's first; nil outside the image.
    @inline(__always)
    private func inputPlace(_ image: Int, _ row: Int, _ column: Int) -> Int? {
        let (row, column) = (row - grid.border, column - grid.border)
        guard row >= 0, row < grid.input.height, column >= 0, column < grid.input.width else { return nil }
        return ((image * grid.input.height + row) * grid.input.width + column) * grid.input.channels
    }

    @inline(__always)
    private func outputPlace(_ image: Int, _ row: Int, _ column: Int) -> Int? {
        guard row < grid.height, column < grid.width else { return nil }
        return ((image * grid.height + row) * grid.width + column) * channels
    }

    /// Transforms what the `tiles` see of the input `images`.
    @inline(__always)
    func transformInput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, of images: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>,
        scratch: UnsafeMutablePointer<SIMD8<Scalar>>
    ) {
        forEach(of: tiles) { tile, image, top, left in
            for channel in stride(from: 0, to: grid.input.channels, by: 8) {
                MinimalFiltering<Scalar>.transform(
                    .interpolateTransposed, columns: 6, rows: 6, scratch: scratch,
                    load: { row, column in
                        guard let place = inputPlace(image, top + row, left + column) else { return .zero }
                        return (images + place + channel).eight
                    },
                    store: { row, column, eight in
                        let place = transformed(
                            row * 6 + column, tile, of: tiles.count, channels: grid.input.channels)
                        (target + place + channel).eight = eight
                    })
            }
        }
    }

    /// Adds the derivative by the input of the `tiles` to that of `images`.
    @inline(__always)
    func addInput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, _ source: UnsafePointer<Scalar>, to images: UnsafeMutablePointer<Scalar>,
        scratch: UnsafeMutablePointer<SIMD8<Scalar>>
    ) {
        forEach(of: tiles) { tile, image, top, left in
            for channel in stride(from: 0, to: grid.input.channels, by: 8) {
                MinimalFiltering<Scalar>.transform(
                    .interpolate, columns: 6, rows: 6, scratch: scratch,
                    load: { row, column in
                        let place = transformed(
                            row * 6 + column, tile, of: tiles.count, channels: grid.input.channels)
                        return (source + place + channel).eight
                    },
                    store: { row, column, eight in
                        guard let place = inputPlace(image, top + row, left + column) else { return }
                        (images + place + channel).eight += eight
                    })
            }
        }
    }

    /// Transforms the `tiles` of the derivative by the output, `images`.
    @inline(__always)
    func transformOutput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, of images: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>,
        scratch: UnsafeMutablePointer<SIMD8<Scalar>>
    ) {
        forEach(of: tiles) { tile, image, top, left in
            for channel in stride(from: 0, to: channels, by: 8) {
                MinimalFiltering<Scalar>.transform(
                    .evaluate(reach), columns: reach, rows: 6, scratch: scratch,
                    load: { row, column in
                        guard let place = outputPlace(image, top + row, left + column) else { return .zero }
                        return (images + place + channel).eight
                    },
                    store: { row, column, eight in
                        let place = transformed(row * 6 + column, tile, of: tiles.count, channels: channels)
                        (target + place + channel).eight = eight
                    })
            }
        }
    }

    /// Writes the `tiles` of the output, `images`; `finish` is called with every place of them when all its channels are there.
    @inline(__always)
    func writeOutput<Scalar: NetworkScalar>(
        _ tiles: Range<Int>, _ source: UnsafePointer<Scalar>, to images: UnsafeMutablePointer<Scalar>,
        scratch: UnsafeMutablePointer<SIMD8<Scalar>>, finish: (UnsafeMutablePointer<Scalar>) -> Void
    ) {
        forEach(of: tiles) { tile, image, top, left in
            for channel in stride(from: 0, to: channels, by: 8) {
                MinimalFiltering<Scalar>.transform(
                    .evaluateTransposed(reach), columns: 6, rows: reach, scratch: scratch,
                    load: { row, column in
                        let place = transformed(row * 6 + column, tile, of: tiles.count, channels: channels)
                        return (source + place + channel).eight
                    },
                    store: { row, column, eight in
                        guard let place = outputPlace(image, top + row, left + column) else { return }
                        (images + place + channel).eight = eight
                    })
            }
            for row in top..<min(top + reach, grid.height) {
                for column in left..<min(left + reach, grid.width) {
                    finish(images + ((image * grid.height + row) * grid.width + column) * channels)
                }
            }
        }
    }

    /// Transforms the filters of the input channels `inputs`.
    @inline(__always)
    func transformFilters<Scalar: NetworkScalar>(
        _ inputs: Range<Int>, of weights: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>,
        scratch: UnsafeMutablePointer<SIMD8<Scalar>>
    ) {
        typealias Filtering = MinimalFiltering<Scalar>
        for input in inputs {
            for channel in stride(from: 0, to: channels, by: 8) {
                Filtering.transform(
                    .evaluate(grid.side), columns: grid.side, rows: 6, scratch: scratch,
                    load: { row, column in
                        (weights + ((row * grid.side + column) * grid.input.channels + input) * channels + channel)
                            .eight
                    },
                    store: { row, column, eight in
                        let place = ((row * 6 + column) * grid.input.channels + input) * channels
                        (target + place + channel).eight = Filtering.scale(row) * Filtering.scale(column) * eight
                    })
            }
        }
    }

    /// Adds to `gradients` the derivative by the filters of the input channels `inputs`: the sum of two parts.
    @inline(__always)
    func addFilters<Scalar: NetworkScalar>(
        _ inputs: Range<Int>, _ parts: (UnsafePointer<Scalar>, UnsafePointer<Scalar>),
        to gradients: UnsafeMutablePointer<Scalar>, scratch: UnsafeMutablePointer<SIMD8<Scalar>>
    ) {
        typealias Filtering = MinimalFiltering<Scalar>
        for input in inputs {
            for channel in stride(from: 0, to: channels, by: 8) {
                Filtering.transform(
                    .evaluateTransposed(grid.side), columns: 6, rows: grid.side, scratch: scratch,
                    load: { row, column in
                        let place = ((row * 6 + column) * grid.input.channels + input) * channels + channel
                        return Filtering.scale(row) * Filtering.scale(column)
                            * ((parts.0 + place).eight + (parts.1 + place).eight)
                    },
                    store: { row, column, eight in
                        let place = ((row * grid.side + column) * grid.input.channels + input) * channels
                        (gradients + place + channel).eight += eight
                    })
            }
        }
    }
}

extension UnsafePointer where Pointee: NetworkScalar {
    /// The eight numbers from here on.
    @inline(__always) fileprivate var eight: SIMD8<Pointee> {
        UnsafeRawPointer(self).loadUnaligned(as: SIMD8<Pointee>.self)
    }
}

extension UnsafeMutablePointer where Pointee: NetworkScalar {
    @inline(__always) fileprivate var eight: SIMD8<Pointee> {
        get { UnsafeRawPointer(self).loadUnaligned(as: SIMD8<Pointee>.self) }
        nonmutating set { UnsafeMutableRawPointer(self).storeBytes(of: newValue, as: SIMD8<Pointee>.self) }
    }
}

import LinearAlgebra

extension TiledConvolution {
    /// Tiles that make a group: OpenBLAS's products of fewer take longer each, and of more they are no longer in the core's own
    /// cache when they are used.
    private static let enough = 40

    /// Images of a group in the backward pass; 1 where a single one has enough tiles.
    private var images: Int { max(1, Self.enough / tiles) }

    /// Tiles of the largest group.
    private var most: Int { min(images * tiles, 2 * Self.enough) }

    /// The transformed filters, their derivatives and those by the offsets in two parts, and for each of two threads a group's
    /// tiles of the input and of the output.
    var workspace: Int { 3 * filters + 2 * channels + 2 * threadSpace }

    private var threadSpace: Int {
        // In whole lines of the cache.
        64 * (2 + Self.matrixStride(most, channels: grid.input.channels) + Self.matrixStride(most, channels: channels))
    }

    /// What one of two threads works in.
    private struct Space<Scalar: NetworkScalar> {
        let scratch: Scratch<Scalar>
        let inputs: UnsafeMutablePointer<Scalar>
        let outputs: UnsafeMutablePointer<Scalar>
    }

    @inline(__always)
    private func space<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>, first: Bool) -> Space<Scalar> {
        let start = pass.workspace + (first ? 0 : threadSpace)
        let inputs = start + Scratch<Scalar>.count
        return Space(
            scratch: Scratch(start), inputs: inputs,
            outputs: inputs + 64 * Self.matrixStride(most, channels: grid.input.channels))
    }

    /// Where the transformed filters stand.
    @inline(__always)
    private func filters<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) -> UnsafeMutablePointer<Scalar> {
        pass.workspace + 2 * threadSpace
    }

    /// The derivatives by the transformed filters and by the offsets of the first or the second half of the images.
    @inline(__always)
    private func part<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>, first: Bool) -> UnsafeMutablePointer<Scalar> {
        filters(pass) + filters + (first ? 0 : filters + channels)
    }

    @inline(__always)
    private func transformFilters<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        pass.team.forTiles(of: grid.input.channels, multipleOf: 1) { tile in
            transformFilters(tile, of: pass.parameters, into: filters(pass))
        }
    }

    /// Calls `body` with groups of the tiles `all`, of nearly the same size.
    @inline(__always)
    private func forGroups(of all: Range<Int>, _ body: (Range<Int>) -> Void) {
        let groups = (all.count + most - 1) / most
        for group in 0..<groups {
            body(all.lowerBound + group * all.count / groups..<all.lowerBound + (group + 1) * all.count / groups)
        }
    }

    /// Calls `body` for each of the 64 products: an affine map, and where its filters, its tiles of the input and those of the
    /// output stand.
    @inline(__always)
    private func forProducts(tiles: Int, _ body: (AffineMap, Int, Int, Int) -> Void) {
        let map = AffineMap(rows: tiles, inputs: grid.input.channels, units: channels)
        let (input, output) = (
            Self.matrixStride(tiles, channels: map.inputs), Self.matrixStride(tiles, channels: map.units)
        )
        for place in 0..<64 { body(map, place * map.inputs * map.units, place * input, place * output) }
    }

    /// Writes the sums of all places to the pass's output; `finish` is called with every place when its sums are there.
    @inline(__always)
    func forward<Scalar: NetworkScalar>(
        _ pass: LayerPass<Scalar>, finish: (UnsafeMutablePointer<Scalar>) -> Void
    ) {
        transformFilters(pass)
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { rows in
            let space = space(pass, first: rows.lowerBound == 0)
            // No group takes from two images, so that an image's last bits don't depend on its neighbours: within a product
            // they depend on where a row stands.
            for row in rows {
                forGroups(of: row * tiles..<(row + 1) * tiles) { group in
                    transformInput(group, of: pass.input, into: space.inputs, space.scratch)
                    forProducts(tiles: group.count) { map, filter, input, output in
                        map.forward(
                            space.inputs + input, filters(pass) + filter, into: space.outputs + output,
                            tile: 0..<channels)
                    }
                    writeOutput(group, space.outputs, to: pass.output, space.scratch, finish: finish)
                }
            }
        }
    }

    /// Adds the derivative by weights and offsets to the pass's gradients, and writes that by the input, where they are wanted.
    ///
    /// - Parameter finish: called with the range of each group of images of the derivative by the output, to make it one by
    ///   the sums.
    @inline(__always)
    func backward<Scalar: NetworkScalar>(
        _ pass: LayerPass<Scalar>, _ delta: UnsafePointer<Scalar>, finish: (Range<Int>) -> Void
    ) {
        if pass.inputDelta != nil { transformFilters(pass) }
        if pass.gradients != nil { part(pass, first: true).update(repeating: 0, count: 2 * (filters + channels)) }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { rows in
            let space = space(pass, first: rows.lowerBound == 0)
            let part = part(pass, first: rows.lowerBound == 0)
            for first in stride(from: rows.lowerBound, to: rows.upperBound, by: images) {
                let some = first..<min(first + images, rows.upperBound)
                finish(some.lowerBound * pass.outputs..<some.upperBound * pass.outputs)
                if pass.gradients != nil {
                    AffineMap(rows: some.count * grid.places, inputs: 0, units: channels).offsetGradient(
                        delta + some.lowerBound * pass.outputs, addingTo: part + filters, tile: 0..<channels)
                }
                if let inputDelta = pass.inputDelta {
                    (inputDelta + some.lowerBound * pass.inputs).update(
                        repeating: 0, count: some.count * pass.inputs)
                }
                forGroups(of: some.lowerBound * tiles..<some.upperBound * tiles) { group in
                    transformOutput(group, of: delta, into: space.outputs, space.scratch)
                    if pass.gradients != nil {
                        transformInput(group, of: pass.input, into: space.inputs, space.scratch)
                        forProducts(tiles: group.count) { map, filter, input, output in
                            map.weightGradient(
                                space.inputs + input, space.outputs + output, addingTo: part + filter,
                                tile: 0..<channels)
                        }
                    }
                    if let inputDelta = pass.inputDelta {
                        forProducts(tiles: group.count) { map, filter, input, output in
                            map.backward(
                                space.outputs + output, filters(pass) + filter, into: space.inputs + input,
                                tile: 0..<map.inputs)
                        }
                        addInput(group, space.inputs, to: inputDelta, space.scratch)
                    }
                }
            }
        }
        guard let gradients = pass.gradients else { return }
        let parts = (
            UnsafePointer(part(pass, first: true)), UnsafePointer(part(pass, first: false))
        )
        pass.team.forTiles(of: grid.input.channels, multipleOf: 1) { tile in
            addFilters(tile, parts, to: gradients)
        }
        let offsets = gradients + grid.patch * channels
        for channel in 0..<channels { offsets[channel] += parts.0[filters + channel] + parts.1[filters + channel] }
    }
}

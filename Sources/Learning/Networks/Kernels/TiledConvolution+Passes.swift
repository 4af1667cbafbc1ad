extension TiledConvolution {
    /// The transformed filters, their derivatives in two parts, and for each of two threads a group's tiles of the input and of
    /// the output.
    var workspace: Int { 3 * filters + 2 * threadSpace }

    private var threadSpace: Int { 36 * (8 + most * (grid.input.channels + channels)) }

    /// What one of two threads works in.
    private struct Space<Scalar: NetworkScalar> {
        let scratch: UnsafeMutablePointer<SIMD8<Scalar>>
        let inputs: UnsafeMutablePointer<Scalar>
        let outputs: UnsafeMutablePointer<Scalar>
    }

    @inline(__always)
    private func space<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>, first: Bool) -> Space<Scalar> {
        let start = pass.workspace + 3 * filters + (first ? 0 : threadSpace)
        return Space(
            scratch: UnsafeMutableRawPointer(start).assumingMemoryBound(to: SIMD8<Scalar>.self), inputs: start + 36 * 8,
            outputs: start + 36 * (8 + most * grid.input.channels))
    }

    @inline(__always)
    private func transformFilters<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        pass.team.forTiles(of: grid.input.channels, multipleOf: 1) { tile in
            transformFilters(
                tile, of: pass.parameters, into: pass.workspace,
                scratch: space(pass, first: tile.lowerBound == 0).scratch)
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

    /// Calls `body` for each of the 36 products: an affine map, and where its filters, its tiles of the input and those of the
    /// output stand.
    @inline(__always)
    private func forProducts(tiles: Int, _ body: (AffineMap, Int, Int, Int) -> Void) {
        let map = AffineMap(rows: tiles, inputs: grid.input.channels, units: channels)
        for place in 0..<36 {
            body(map, place * map.inputs * map.units, place * map.rows * map.inputs, place * map.rows * map.units)
        }
    }

    /// Writes the sums of all places to the pass's output; `finish` is called with every place when its sums are there.
    @inline(__always)
    func forward<Scalar: NetworkScalar>(
        _ pass: LayerPass<Scalar>, finish: (UnsafeMutablePointer<Scalar>) -> Void
    ) {
        transformFilters(pass)
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { rows in
            let space = space(pass, first: rows.lowerBound == 0)
            // No group takes from two images, so that an image's last bits don't depend on its neighbours.
            for row in rows {
                forGroups(of: row * tiles..<(row + 1) * tiles) { group in
                    transformInput(group, of: pass.input, into: space.inputs, scratch: space.scratch)
                    forProducts(tiles: group.count) { map, filter, input, output in
                        map.forward(
                            space.inputs + input, pass.workspace + filter, into: space.outputs + output,
                            tile: 0..<channels)
                    }
                    writeOutput(group, space.outputs, to: pass.output, scratch: space.scratch, finish: finish)
                }
            }
        }
    }

    /// Adds the derivative by the weights to the pass's gradients, and writes that by the input, where they are wanted.
    @inline(__always)
    func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>, _ delta: UnsafePointer<Scalar>) {
        if pass.inputDelta != nil { transformFilters(pass) }
        let parts = (pass.workspace + filters, pass.workspace + 2 * filters)
        if pass.gradients != nil { parts.0.update(repeating: 0, count: 2 * filters) }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { rows in
            let space = space(pass, first: rows.lowerBound == 0)
            let part = rows.lowerBound == 0 ? parts.0 : parts.1
            if let inputDelta = pass.inputDelta {
                (inputDelta + rows.lowerBound * pass.inputs).update(repeating: 0, count: rows.count * pass.inputs)
            }
            forGroups(of: rows.lowerBound * tiles..<rows.upperBound * tiles) { group in
                transformOutput(group, of: delta, into: space.outputs, scratch: space.scratch)
                if pass.gradients != nil {
                    transformInput(group, of: pass.input, into: space.inputs, scratch: space.scratch)
                    forProducts(tiles: group.count) { map, filter, input, output in
                        map.weightGradient(
                            space.inputs + input, space.outputs + output, addingTo: part + filter, tile: 0..<channels)
                    }
                }
                if let inputDelta = pass.inputDelta {
                    forProducts(tiles: group.count) { map, filter, input, output in
                        map.backward(
                            space.outputs + output, pass.workspace + filter, into: space.inputs + input,
                            tile: 0..<map.inputs)
                    }
                    addInput(group, space.inputs, to: inputDelta, scratch: space.scratch)
                }
            }
        }
        guard let gradients = pass.gradients else { return }
        pass.team.forTiles(of: grid.input.channels, multipleOf: 1) { tile in
            addFilters(
                tile, (UnsafePointer(parts.0), UnsafePointer(parts.1)), to: gradients,
                scratch: space(pass, first: tile.lowerBound == 0).scratch)
        }
    }
}

extension SGD {
    /// Moves one block of parameters against `velocity`, which already holds μv + g, cuts back long columns, and multiplies
    /// the velocity by the next step's μ, so that the next gradient need only be added.
    ///
    /// - Parameters:
    ///   - momentum: the next step's μ.
    ///   - norms: room for one scalar a column.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func move<Scalar: NetworkScalar>(
        _ block: ParameterBlock, _ parameters: UnsafeMutablePointer<Scalar>, _ velocity: UnsafeMutablePointer<Scalar>,
        rate: Double, momentum: Double, norms: UnsafeMutablePointer<Scalar>, team: Team
    ) {
        // To share a few numbers takes longer than to move them.
        let team = block.count < 1 << 14 ? .single : team
        let w = parameters + block.start
        let v = velocity + block.start
        let rate = Scalar(rate)
        let momentum = Scalar(momentum)
        let penalty = penalty(ofLayer: block.layer)
        let penalized = block.role == .weights || penalty.includesOffsets
        let l2 = penalized ? Scalar(penalty.l2) : 0
        let l1 = penalized ? Scalar(penalty.l1) : 0
        let zero = Scalar.zero
        team.forTiles(of: block.count) { tile in
            if l1 != 0 {
                for i in tile {
                    let side = w[i] > zero ? l1 : (w[i] < zero ? -l1 : zero)
                    let moved = v[i] + (l2 * w[i] + side)
                    w[i] -= rate * moved
                    v[i] = momentum * moved
                }
            } else if l2 != 0 {
                for i in tile {
                    let moved = v[i] + l2 * w[i]
                    w[i] -= rate * moved
                    v[i] = momentum * moved
                }
            } else {
                for i in tile {
                    let moved = v[i]
                    w[i] -= rate * moved
                    v[i] = momentum * moved
                }
            }
        }
        guard let maxNorm, block.role == .weights else { return }
        let limit = Scalar(maxNorm)
        team.forTiles(of: block.columns) { tile in
            for j in tile { norms[j] = 0 }
            for row in 0..<block.rows {
                let line = w + row * block.columns
                for j in tile { norms[j] += line[j] * line[j] }
            }
            var cut = false
            for j in tile {
                let norm = norms[j].squareRoot()
                if norm > limit { cut = true }
                norms[j] = norm > limit ? limit / norm : 1
            }
            guard cut else { return }
            for row in 0..<block.rows {
                let line = w + row * block.columns
                for j in tile { line[j] *= norms[j] }
            }
        }
    }
}

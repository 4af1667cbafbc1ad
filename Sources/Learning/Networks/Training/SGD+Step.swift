import LinearAlgebra

extension SGD {
    /// The schedules' values for one step.
    struct Settings {
        let rate: Double
        /// That of the step after it.
        let momentum: Double
    }

    /// - Throws: `LearningError.outOfRange` when a schedule left its range.
    func settings(at step: Int, of stepsPerEpoch: Int) throws(LearningError) -> Settings {
        func epoch(_ step: Int) -> Double { Double(step) / Double(stepsPerEpoch) }
        let settings = Settings(rate: try rate.rate(at: epoch(step)), momentum: momentum.value(at: epoch(step + 1)))
        guard settings.momentum >= 0, settings.momentum < 1 else {
            throw .outOfRange(
                setting: "momentum after \(epoch(step + 1)) epochs", value: settings.momentum,
                allowed: "at least 0 and below 1")
        }
        return settings
    }

    /// The largest coefficients among the penalties.
    var greatestPenalty: Penalty {
        layerPenalties.values.reduce(penalty) { Penalty(l2: max($0.l2, $1.l2), l1: max($0.l1, $1.l1)) }
    }

    /// Whether all parameters of a block are finite after the step.
    func staysFinite<Scalar: NetworkScalar>(
        _ block: ParameterBlock, _ parameters: UnsafePointer<Scalar>, _ velocity: UnsafeMutableBufferPointer<Scalar>,
        _ settings: Settings
    ) -> Bool {
        let rate = Scalar(settings.rate)
        let penalty = penalty(ofLayer: block.layer)
        let penalized = block.role == .weights || penalty.includesOffsets
        let (l2, l1) = penalized ? (Scalar(penalty.l2), Scalar(penalty.l1)) : (0, 0)
        return block.range.allSatisfy { i in
            let w = parameters[i]
            let moved = velocity[i] + (l2 * w + (w > 0 ? l1 : (w < 0 ? -l1 : 0)))
            return (w - rate * moved).isFinite
        }
    }

    /// Moves one block of parameters against `velocity`, which already holds μv + g, cuts back long columns, and multiplies
    /// the velocity by the next step's μ, so that the next gradient need only be added.
    ///
    /// - Parameter norms: room for one scalar a column.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func move<Scalar: NetworkScalar>(
        _ block: ParameterBlock, _ parameters: UnsafeMutablePointer<Scalar>, _ velocity: UnsafeMutablePointer<Scalar>,
        _ settings: Settings, norms: UnsafeMutablePointer<Scalar>, team: Team
    ) {
        // To share a few numbers takes longer than to move them.
        let team = block.count < 1 << 14 ? .single : team
        let w = parameters + block.start
        let v = velocity + block.start
        let rate = Scalar(settings.rate)
        let momentum = Scalar(settings.momentum)
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

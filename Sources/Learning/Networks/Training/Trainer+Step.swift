import LinearAlgebra

extension Trainer {
    /// One minibatch, gathered already: the sum of its losses before the parameters moved, and whether they did.
    ///
    /// - Throws: `LearningError.outOfRange` when a schedule left its range.
    func step(_ state: inout TrainingState<Scalar>, rows: Int) throws(LearningError) -> (sum: Double, isTaken: Bool) {
        switch optimizer {
        case .sgd(let optimizer):
            let settings = try optimizer.settings(at: state.step, of: stepsPerEpoch)
            return optimizer.clipNorm == nil
                ? step(&state, rows: rows, optimizer, settings)
                : clippedStep(&state, rows: rows, optimizer, settings)
        case .adam(let optimizer):
            let rate = try optimizer.rate.rate(at: Double(state.step) / Double(stepsPerEpoch))
            return step(&state, rows: rows, optimizer, rate: rate)
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func step(
        _ state: inout TrainingState<Scalar>, rows: Int, _ optimizer: SGD, _ settings: SGD.Settings
    ) -> (sum: Double, isTaken: Bool) {
        let noise = stream.split("noise", state.step)
        return state.parameters.values.withUnsafeMutableBufferPointer { parameters in
            state.velocity.withUnsafeMutableBufferPointer { velocity in
                guard let w = parameters.baseAddress, let v = velocity.baseAddress else { return (.nan, false) }
                // The gradient is added straight to the velocity and needs no memory of its own.
                let loss = addGradient(w, to: v, rows: rows, noise)
                guard loss.isFinite, staysFinite(optimizer, w, velocity, settings) else {
                    if loss.isAdded { velocity.update(repeating: 0) }
                    return (loss.sum, false)
                }
                move(optimizer, w, v, settings)
                return (loss.sum, true)
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func clippedStep(
        _ state: inout TrainingState<Scalar>, rows: Int, _ optimizer: SGD, _ settings: SGD.Settings
    ) -> (sum: Double, isTaken: Bool) {
        let (sum, scale) = clippedGradient(state.parameters, rows: rows, stream.split("noise", state.step))
        guard let scale else { return (sum, false) }
        return state.parameters.values.withUnsafeMutableBufferPointer { parameters in
            state.velocity.withUnsafeMutableBufferPointer { velocity in
                guard let w = parameters.baseAddress, let v = velocity.baseAddress else { return (.nan, false) }
                for i in velocity.indices { v[i] += scale * gradient[i] }
                guard staysFinite(optimizer, w, velocity, settings) else {
                    velocity.update(repeating: 0)
                    return (sum, false)
                }
                move(optimizer, w, v, settings)
                return (sum, true)
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func step(
        _ state: inout TrainingState<Scalar>, rows: Int, _ optimizer: Adam, rate: Double
    ) -> (sum: Double, isTaken: Bool) {
        let (sum, scale) = clippedGradient(state.parameters, rows: rows, stream.split("noise", state.step))
        guard let scale else { return (sum, false) }
        // Squares must be finite, too.
        let limit = Double(Scalar.greatestFiniteMagnitude).squareRoot()
        let longest = gradient.withUnsafeBufferPointer { largestMagnitude($0) } * Double(scale)
        reach += rate * (optimizer.longestStep + optimizer.weightDecay * reach)
        guard longest < limit, reach < limit else { return (sum, false) }
        if scale < 1 { for i in gradient.indices { gradient[i] *= scale } }
        let step = state.step + 1
        state.parameters.values.withUnsafeMutableBufferPointer { w in
            state.velocity.withUnsafeMutableBufferPointer { means in
                state.squares.withUnsafeMutableBufferPointer { squares in
                    gradient.withUnsafeBufferPointer { gradient in
                        guard let w = w.baseAddress, let means = means.baseAddress, let squares = squares.baseAddress,
                            let gradient = gradient.baseAddress
                        else { return }
                        for block in network.blocks {
                            optimizer.move(
                                block, w, along: gradient, means: means, squares: squares, rate: rate, step: step,
                                team: team)
                        }
                    }
                }
            }
        }
        return (sum, true)
    }

    /// Moves all parameters against the velocity.
    @inline(__always)
    private func move(
        _ optimizer: SGD, _ w: UnsafeMutablePointer<Scalar>, _ v: UnsafeMutablePointer<Scalar>,
        _ settings: SGD.Settings
    ) {
        norms.withUnsafeMutableBufferPointer { norms in
            guard let norms = norms.baseAddress else { return }
            for block in network.blocks { optimizer.move(block, w, v, settings, norms: norms, team: team) }
        }
    }

    /// Whether all parameters are finite after the step that `velocity` makes.
    ///
    /// A bound on their magnitude from what it was when the run began decides it as a rule; else each one is looked at.
    private func staysFinite(
        _ optimizer: SGD, _ w: UnsafePointer<Scalar>, _ velocity: UnsafeMutableBufferPointer<Scalar>,
        _ settings: SGD.Settings
    ) -> Bool {
        let longest = largestMagnitude(UnsafeBufferPointer(velocity))
        guard longest.isFinite else { return false }
        reach += settings.rate * (longest + greatestPenalty.l2 * reach + greatestPenalty.l1)
        if reach < Double(Scalar.greatestFiniteMagnitude).squareRoot() { return true }
        let isFinite = network.blocks.allSatisfy { optimizer.staysFinite($0, w, velocity, settings) }
        reach = largestMagnitude(UnsafeBufferPointer(start: w, count: network.parameterCount))
        reach += settings.rate * (longest + greatestPenalty.l2 * reach + greatestPenalty.l1)
        return isFinite
    }

    /// The largest magnitude of `numbers`; not finite when one of them isn't.
    func largestMagnitude(_ numbers: UnsafeBufferPointer<Scalar>) -> Double {
        guard let start = numbers.baseAddress else { return 0 }
        return norms.withUnsafeMutableBufferPointer { parts in
            guard let parts = parts.baseAddress else { return 0 }
            (parts[0], parts[1]) = (0, 0)
            team.forTiles(of: numbers.count) { tile in
                parts[tile.lowerBound == 0 ? 0 : 1] = Scalar.largestMagnitude(
                    start + tile.lowerBound, count: tile.count)
            }
            return parts[0].isFinite && parts[1].isFinite ? max(Double(parts[0]), Double(parts[1])) : .infinity
        }
    }
}

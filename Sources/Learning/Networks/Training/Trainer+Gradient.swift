import LinearAlgebra

/// What came of a minibatch's gradient.
struct MinibatchLoss {
    /// The sum of the losses: of the part that is not finite where there is one.
    let sum: Double
    /// Whether some of the gradient was added before that was known.
    var isAdded = true

    var isFinite: Bool { sum.isFinite }
}

extension Trainer {
    /// g ← g + gradient of the mean loss on the minibatch as it stands in `pass`, and on its adversarial copy.
    @inline(__always)
    func addGradient(
        _ w: UnsafePointer<Scalar>, to g: UnsafeMutablePointer<Scalar>, rows: Int, _ noise: RandomStream
    ) -> MinibatchLoss {
        let share = adversary?.share ?? 1
        let sum = forward(w, rows: rows, share: share, noise)
        guard sum.isFinite else { return MinibatchLoss(sum: sum, isAdded: false) }
        backward(w, addingTo: g, rows: rows, share: share, noise)
        guard let adversary else { return MinibatchLoss(sum: sum) }
        adversary.move(pass.input, along: pass.inputDelta, count: rows * network.input.count)
        let moved = forward(w, rows: rows, share: 1 - share, noise)
        guard moved.isFinite else { return MinibatchLoss(sum: moved) }
        backward(w, addingTo: g, rows: rows, share: 1 - share, noise)
        return MinibatchLoss(sum: sum)
    }

    /// The summed loss, and what the gradient, now in `gradient`, is to be multiplied by so that it is no longer than allowed;
    /// nil when one of the two isn't finite.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func clippedGradient(
        _ parameters: NetworkParameters<Scalar>, rows: Int, _ noise: RandomStream
    ) -> (sum: Double, scale: Scalar?) {
        let (loss, length) = gradient.withUnsafeMutableBufferPointer { gradient in
            parameters.values.withUnsafeBufferPointer { w in
                guard let g = gradient.baseAddress, let w = w.baseAddress else {
                    return (MinibatchLoss(sum: .nan), Double.nan)
                }
                gradient.update(repeating: 0)
                let loss = addGradient(w, to: g, rows: rows, noise)
                var squared = 0.0
                for value in gradient { squared += Double(value) * Double(value) }
                return (loss, squared.squareRoot())
            }
        }
        guard loss.isFinite, length.isFinite else { return (loss.sum, nil) }
        guard let clipNorm = optimizer.clipNorm, length > clipNorm else { return (loss.sum, 1) }
        return (loss.sum, Scalar(clipNorm / length))
    }

    /// The summed loss of the minibatch as it stands in `pass`, and its derivative by the outputs, times `share`, of the mean.
    @inline(__always)
    private func forward(_ w: UnsafePointer<Scalar>, rows: Int, share: Double, _ noise: RandomStream) -> Double {
        pass.forward(w, rows: rows, stream: noise)
        return withTargets { targets in
            loss.evaluate(
                pass.output, targets, rows: rows, columns: network.output.count, scale: Scalar(share) / Scalar(rows),
                delta: pass.outputDelta)
        }
    }

    /// v ← v + share · gradient of the mean loss on the minibatch that went forward.
    @inline(__always)
    private func backward(
        _ w: UnsafePointer<Scalar>, addingTo v: UnsafeMutablePointer<Scalar>, rows: Int, share: Double,
        _ noise: RandomStream
    ) {
        pass.backward(w, addingTo: v, rows: rows, stream: noise, penaltyShare: share, toInput: adversary != nil)
    }

    private func withTargets(_ body: (BatchTargets<Scalar>) -> Double) -> Double {
        switch examples.targets {
        case .labels:
            labels.withUnsafeBufferPointer { $0.baseAddress.map { body(.labels($0)) } ?? .nan }
        case .values:
            values.withUnsafeBufferPointer { $0.baseAddress.map { body(.values($0)) } ?? .nan }
        }
    }
}

/// Trains one network on one set of examples. It owns the working memory; where a run stands is a value outside it.
///
///     let trainer = try Trainer(network, SGD(rate: 0.1), on: images.examples, stream: lab.stream("maxout"))
///     var state = trainer.start()
///     try trainer.train(&state, steps: 100)
///     let score = try trainer.evaluate(state.parameters, on: validation)
///
/// The order of examples and all noise come from `stream` and the step's number, so a state that was stored goes on
/// to the same bytes, on any number of threads.
public final class Trainer<Scalar: NetworkScalar> {
    public let network: Network
    public let optimizer: SGD
    public let loss: Loss
    public let adversary: Adversary?
    public let examples: Examples<Scalar>
    let stream: RandomStream
    let team: Team
    private let pass: NetworkPass<Scalar>
    private var labels: [Int]
    private var values: [Scalar]
    private var norms: [Scalar]
    private var order: [Int] = []
    private var orderedEpoch = -1

    /// - Parameters:
    ///   - adversary: moves a copy of each minibatch against the network; none by default.
    ///   - team: the cores one minibatch is spread over.
    /// - Throws: `LearningError` when examples don't fit the network, or a setting makes no sense.
    public init(
        _ network: Network, _ optimizer: SGD, loss: Loss = .softmaxCrossEntropy,
        adversary: Adversary? = nil, on examples: Examples<Scalar>, stream: RandomStream,
        team: Team = .single
    ) throws {
        try optimizer.check()
        try examples.check(for: network, loss)
        self.network = network
        self.optimizer = optimizer
        self.loss = loss
        self.adversary = adversary
        self.examples = examples
        self.stream = stream
        self.team = team
        pass = NetworkPass(network, capacity: min(optimizer.batch, examples.count), team: team)
        labels = Array(repeating: 0, count: pass.capacity)
        values = Array(repeating: 0, count: pass.capacity * network.output.count)
        norms = Array(repeating: 0, count: network.blocks.map(\.columns).max() ?? 0)
    }

    /// Minibatches in an epoch.
    public var stepsPerEpoch: Int { (examples.count + optimizer.batch - 1) / optimizer.batch }

    /// Random parameters, step 0.
    public func start() -> TrainingState<Scalar> {
        TrainingState(network.initialParameters(stream.split("parameters")))
    }

    /// Runs `steps` minibatches from `state` on.
    ///
    /// - Returns: the mean loss of the examples that were seen, without penalties.
    /// - Throws: `LearningError.lossNotFinite`, `CancellationError`; then `state` stands at the step that failed or was next.
    ///   Also `LearningError.sizesDisagree` for the state of another network.
    @discardableResult
    public func train(_ state: inout TrainingState<Scalar>, steps: Int) throws -> Double {
        guard state.parameters.values.count == network.parameterCount else {
            throw LearningError.sizesDisagree(
                what: "Parameters of the state", state.parameters.values.count, other: "parameters of the network",
                network.parameterCount)
        }
        var total = 0.0
        var seen = 0
        for _ in 0..<steps {
            try Task.checkCancellation()
            let epoch = state.step / stepsPerEpoch
            if epoch != orderedEpoch {
                var shuffle = stream.split("epoch", epoch)
                order = shuffle.permutation(examples.count)
                orderedEpoch = epoch
            }
            let first = state.step % stepsPerEpoch * optimizer.batch
            let rows = min(optimizer.batch, examples.count - first)
            let sum = step(&state, order[first..<first + rows])
            guard sum.isFinite else {
                throw LearningError.lossNotFinite(loss: sum / Double(rows), step: state.step, epoch: epoch + 1)
            }
            total += sum
            seen += rows
            state.step += 1
        }
        return seen == 0 ? .nan : total / Double(seen)
    }

    /// One minibatch: the sum of its losses before the parameters moved.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func step(_ state: inout TrainingState<Scalar>, _ indices: ArraySlice<Int>) -> Double {
        let noise = stream.split("noise", state.step)
        let rows = indices.count
        let rate = optimizer.rate.value(at: epochs(state.step))
        let momentum = optimizer.momentum.value(at: epochs(state.step + 1))
        gather(indices)
        return state.parameters.values.withUnsafeMutableBufferPointer { parameters in
            state.velocity.withUnsafeMutableBufferPointer { velocity in
                guard let w = parameters.baseAddress, let v = velocity.baseAddress else { return .nan }
                // The gradient is added straight to the velocity and needs no memory of its own.
                let sum = addGradient(w, to: v, rows: rows, share: adversary?.share ?? 1, noise)
                if let adversary {
                    adversary.move(pass.input, along: pass.inputDelta, count: rows * network.input.count)
                    _ = addGradient(w, to: v, rows: rows, share: 1 - adversary.share, noise)
                }
                norms.withUnsafeMutableBufferPointer { norms in
                    guard let norms = norms.baseAddress else { return }
                    for block in network.blocks {
                        optimizer.move(block, w, v, rate: rate, momentum: momentum, norms: norms, team: team)
                    }
                }
                return sum
            }
        }
    }

    /// Epochs after `steps` minibatches.
    private func epochs(_ steps: Int) -> Double { Double(steps) / Double(stepsPerEpoch) }

    /// v ← v + share · gradient of the mean loss on the minibatch as it stands in `pass`; returns its summed loss.
    @inline(__always)
    private func addGradient(
        _ w: UnsafePointer<Scalar>, to v: UnsafeMutablePointer<Scalar>, rows: Int, share: Double, _ noise: RandomStream
    ) -> Double {
        pass.forward(w, rows: rows, stream: noise)
        let sum = withTargets { targets in
            loss.evaluate(
                pass.output, targets, rows: rows, columns: network.output.count, scale: Scalar(share) / Scalar(rows),
                delta: pass.outputDelta)
        }
        pass.backward(w, addingTo: v, rows: rows, stream: noise, toInput: adversary != nil)
        return sum
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func gather(_ indices: ArraySlice<Int>) {
        let size = network.input.count
        examples.inputs.withUnsafeBufferPointer { inputs in
            guard let source = inputs.baseAddress else { return }
            team.forTiles(of: indices.count, multipleOf: 1) { tile in
                for row in tile {
                    let index = indices[indices.startIndex + row]
                    (pass.input + row * size).update(from: source + index * size, count: size)
                }
            }
        }
        switch examples.targets {
        case .labels(let all):
            for (row, index) in indices.enumerated() { labels[row] = all[index] }
        case .values(let all, let columns):
            for (row, index) in indices.enumerated() {
                for j in 0..<columns { values[row * columns + j] = all[index * columns + j] }
            }
        }
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

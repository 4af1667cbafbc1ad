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
    private let greatestPenalty: Penalty
    private let pass: NetworkPass<Scalar>
    private var labels: [Int]
    private var values: [Scalar]
    private var norms: [Scalar]
    /// What no parameter's magnitude exceeds.
    private var reach = 0.0
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
        try optimizer.check(for: network)
        try adversary?.check()
        try examples.check(for: network, loss)
        self.network = network
        self.optimizer = optimizer
        self.loss = loss
        self.adversary = adversary
        self.examples = examples
        self.stream = stream
        self.team = team
        greatestPenalty = optimizer.greatestPenalty
        pass = NetworkPass(network, capacity: min(optimizer.batch, examples.count), team: team)
        labels = Array(repeating: 0, count: pass.capacity)
        values = Array(repeating: 0, count: pass.capacity * network.output.count)
        norms = Array(repeating: 0, count: max(2, network.blocks.map(\.columns).max() ?? 0))
    }

    /// Minibatches in an epoch.
    public var stepsPerEpoch: Int { (examples.count - 1) / optimizer.batch + 1 }

    /// Random parameters, step 0.
    public func start() -> TrainingState<Scalar> {
        TrainingState(network.initialParameters(stream.split("parameters")))
    }

    /// Runs `steps` minibatches from `state` on.
    ///
    /// - Returns: the mean loss of the examples that were seen, without penalties.
    /// - Throws: `LearningError.lossNotFinite` or `.stepNotFinite` when training runs away, `CancellationError`; then `state`
    ///   stands before the step that failed or was next, with finite parameters. Only where the loss was still finite and the
    ///   step was not, the velocity is no longer known and set to nought. Also `LearningError` for the state of another network
    ///   or one that is not finite, for fewer than no steps, and for a schedule that leaves its range.
    @discardableResult
    public func train(_ state: inout TrainingState<Scalar>, steps: Int) throws -> Double {
        guard steps >= 0, steps <= Int.max - max(0, state.step) else {
            throw LearningError.outOfRange(setting: "steps", value: Double(steps), allowed: "at least 0")
        }
        try network.check(state)
        guard steps > 0 else { return .nan }
        for (what, numbers) in [("Parameter", state.parameters.values), ("Velocity", state.velocity)] {
            guard let index = numbers.firstNotFinite() else { continue }
            throw LearningError.notFinite(what: what, index: index, value: Double(numbers[index]))
        }
        reach = state.parameters.values.withUnsafeBufferPointer { largestMagnitude($0) }
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
            let settings = try optimizer.settings(at: state.step, of: stepsPerEpoch)
            let (sum, isTaken) = step(&state, order[first..<first + rows], settings)
            guard sum.isFinite else {
                throw LearningError.lossNotFinite(loss: sum / Double(rows), step: state.step, epoch: epoch + 1)
            }
            guard isTaken else { throw LearningError.stepNotFinite(step: state.step, epoch: epoch + 1) }
            total += sum
            seen += rows
            state.step += 1
        }
        return seen == 0 ? .nan : total / Double(seen)
    }

    /// One minibatch: the sum of its losses before the parameters moved, and whether they did.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func step(
        _ state: inout TrainingState<Scalar>, _ indices: ArraySlice<Int>, _ settings: SGD.Settings
    ) -> (sum: Double, isTaken: Bool) {
        let noise = stream.split("noise", state.step)
        let rows = indices.count
        gather(indices)
        return state.parameters.values.withUnsafeMutableBufferPointer { parameters in
            state.velocity.withUnsafeMutableBufferPointer { velocity in
                guard let w = parameters.baseAddress, let v = velocity.baseAddress else { return (.nan, false) }
                // The gradient is added straight to the velocity and needs no memory of its own.
                let share = adversary?.share ?? 1
                let sum = forward(w, rows: rows, share: share, noise)
                guard sum.isFinite else { return (sum, false) }
                backward(w, addingTo: v, rows: rows, share: share, noise)
                if let adversary {
                    adversary.move(pass.input, along: pass.inputDelta, count: rows * network.input.count)
                    let moved = forward(w, rows: rows, share: 1 - share, noise)
                    guard moved.isFinite else {
                        velocity.update(repeating: 0)
                        return (moved, false)
                    }
                    backward(w, addingTo: v, rows: rows, share: 1 - share, noise)
                }
                guard staysFinite(w, velocity, settings) else {
                    velocity.update(repeating: 0)
                    return (sum, false)
                }
                norms.withUnsafeMutableBufferPointer { norms in
                    guard let norms = norms.baseAddress else { return }
                    for block in network.blocks {
                        optimizer.move(block, w, v, settings, norms: norms, team: team)
                    }
                }
                return (sum, true)
            }
        }
    }

    /// Whether all parameters are finite after the step that `velocity` makes.
    ///
    /// A bound on their magnitude from what it was when the run began decides it as a rule; else each one is looked at.
    private func staysFinite(
        _ w: UnsafePointer<Scalar>, _ velocity: UnsafeMutableBufferPointer<Scalar>, _ settings: SGD.Settings
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

    /// The greatest magnitude of `numbers`; not finite when one of them isn't.
    private func largestMagnitude(_ numbers: UnsafeBufferPointer<Scalar>) -> Double {
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
        pass.backward(
            w, addingTo: v, rows: rows, stream: noise, penaltyShare: share, toInput: adversary != nil)
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

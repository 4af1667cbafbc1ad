import LinearAlgebra

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
    public let optimizer: Optimizer
    public let loss: Loss
    public let adversary: Adversary?
    public let examples: Examples<Scalar>
    let stream: RandomStream
    let team: Team
    let greatestPenalty: Penalty
    let pass: NetworkPass<Scalar>
    var labels: [Int]
    var values: [Scalar]
    var norms: [Scalar]
    /// A minibatch's gradient, where it is needed by itself; else empty.
    var gradient: [Scalar]
    /// What no parameter's magnitude exceeds.
    var reach = 0.0
    private var order: [Int] = []
    private var orderedEpoch = -1

    /// - Parameters:
    ///   - adversary: moves a copy of each minibatch against the network; none by default.
    ///   - team: the cores one minibatch is spread over.
    /// - Throws: `LearningError` when examples don't fit the network, or a setting makes no sense.
    public convenience init(
        _ network: Network, _ optimizer: SGD, loss: Loss = .softmaxCrossEntropy,
        adversary: Adversary? = nil, on examples: Examples<Scalar>, stream: RandomStream,
        team: Team = .single
    ) throws {
        try self.init(
            network, .sgd(optimizer), loss: loss, adversary: adversary, on: examples, stream: stream, team: team)
    }

    /// As for `SGD`.
    public convenience init(
        _ network: Network, _ optimizer: Adam, loss: Loss = .softmaxCrossEntropy,
        adversary: Adversary? = nil, on examples: Examples<Scalar>, stream: RandomStream,
        team: Team = .single
    ) throws {
        try self.init(
            network, .adam(optimizer), loss: loss, adversary: adversary, on: examples, stream: stream, team: team)
    }

    /// As for `SGD`.
    public init(
        _ network: Network, _ optimizer: Optimizer, loss: Loss = .softmaxCrossEntropy,
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
        gradient = Array(repeating: 0, count: optimizer.needsGradient ? network.parameterCount : 0)
        norms = Array(repeating: 0, count: max(2, network.blocks.map(\.columns).max() ?? 0))
    }

    /// Minibatches in an epoch.
    public var stepsPerEpoch: Int { (examples.count - 1) / optimizer.batch + 1 }

    /// Random parameters, step 0.
    public func start() -> TrainingState<Scalar> {
        var state = TrainingState<Scalar>(network.initialParameters(stream.split("parameters")))
        if optimizer.usesSquares { state.squares = Array(repeating: 0, count: network.parameterCount) }
        return state
    }

    /// Runs `steps` minibatches from `state` on; after an interruption, from the checkpoint in `TrainingRuns.checkpoints`.
    ///
    /// - Returns: the mean loss of the examples that were seen, without penalties.
    /// - Throws: `LearningError.lossNotFinite` or `.stepNotFinite` when training runs away, `CancellationError`; then `state`
    ///   stands before the step that failed or was next, with finite parameters. Only where the loss was still finite and the
    ///   step was not, the velocity of `SGD` is no longer known and set to nought. Also `LearningError` for the state of another network
    ///   or one that is not finite, for fewer than no steps, and for a schedule that leaves its range.
    @discardableResult
    public func train(_ state: inout TrainingState<Scalar>, steps: Int) throws -> Double {
        guard steps >= 0, steps <= Int.max - max(0, state.step) else {
            throw LearningError.outOfRange(setting: "steps", value: Double(steps), allowed: "at least 0")
        }
        try check(state)
        guard steps > 0 else { return .nan }
        try requireFinite(state.parameters.values, "Parameter")
        try requireFinite(state.velocity, "Velocity")
        try requireFinite(state.squares, "Square of a gradient")
        var total = 0.0
        var seen = 0
        var taken = 0
        let run = ResumableRun(from: state, steps: steps)
        defer { run?.end() }
        if let saved = try run?.saved(), saved.steps <= steps {
            try check(saved.state)
            (state, total, seen, taken) = (saved.state, saved.loss, saved.examples, saved.steps)
        }
        reach = state.parameters.values.withUnsafeBufferPointer { largestMagnitude($0) }
        while taken < steps {
            try Task.checkCancellation()
            let epoch = state.step / stepsPerEpoch
            if epoch != orderedEpoch {
                var shuffle = stream.split("epoch", epoch)
                order = shuffle.permutation(examples.count)
                orderedEpoch = epoch
            }
            let first = state.step % stepsPerEpoch * optimizer.batch
            let rows = min(optimizer.batch, examples.count - first)
            gather(order[first..<first + rows])
            let (sum, isTaken) = try step(&state, rows: rows)
            guard sum.isFinite else {
                throw LearningError.lossNotFinite(loss: sum / Double(rows), step: state.step, epoch: epoch + 1)
            }
            guard isTaken else { throw LearningError.stepNotFinite(step: state.step, epoch: epoch + 1) }
            total += sum
            seen += rows
            state.step += 1
            taken += 1
            try run?.saveIfDue(.init(state: state, loss: total, examples: seen, steps: taken))
        }
        return seen == 0 ? .nan : total / Double(seen)
    }

    private func requireFinite(_ numbers: [Scalar], _ what: String) throws(LearningError) {
        // Which number it is takes longer to find than whether there is one.
        guard !numbers.withUnsafeBufferPointer({ largestMagnitude($0) }).isFinite,
            let index = numbers.firstNotFinite()
        else { return }
        throw .notFinite(what: what, index: index, value: Double(numbers[index]))
    }

    private func check(_ state: TrainingState<Scalar>) throws(LearningError) {
        try network.check(state)
        let squares = optimizer.usesSquares ? network.parameterCount : 0
        guard state.squares.count == squares else {
            throw .sizesDisagree(
                what: "Squares of gradients", state.squares.count, other: "those that the optimizer keeps", squares)
        }
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
}

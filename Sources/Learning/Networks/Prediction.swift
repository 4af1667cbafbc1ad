import LinearAlgebra

/// Answers of a network in prediction, where nothing is dropped and nothing is noisy, in chunks of examples.
public struct Prediction<Scalar: NetworkScalar>: Sendable {
    /// Examples in one chunk.
    static var rows: Int { 200 }

    public let network: Network
    public let parameters: NetworkParameters<Scalar>
    public let team: Team

    /// Parameters of another network are an error when it is asked.
    public init(_ network: Network, _ parameters: NetworkParameters<Scalar>, team: Team = .single) {
        self.network = network
        self.parameters = parameters
        self.team = team
    }

    /// The network's outputs for each row of `inputs`, before any softmax; row-major.
    ///
    /// - Parameter stream: when given, masks and noise are drawn as in training: one sub-network for each example.
    /// - Throws: `LearningError.sizesDisagree` when parameters or inputs don't fit the network.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func outputs(_ inputs: [Scalar], stream: RandomStream? = nil) throws -> [Scalar] {
        try network.check(parameters)
        let size = network.input.count
        guard inputs.count % size == 0 else {
            throw LearningError.sizesDisagree(what: "inputs", inputs.count, other: "numbers in an example", size)
        }
        var all: [Scalar] = []
        all.reserveCapacity(inputs.count / size * network.output.count)
        forChunks(inputs, stream: stream) { _, rows, outputs in
            all += UnsafeBufferPointer(start: outputs, count: rows * network.output.count)
        }
        return all
    }

    /// Mean loss and share of wrong answers on `examples`; both NaN where the network's outputs are.
    ///
    /// - Throws: `LearningError` when parameters or examples don't fit the network.
    public func evaluate(_ examples: Examples<Scalar>, loss: Loss = .softmaxCrossEntropy) throws -> Evaluation {
        try network.check(parameters)
        try examples.check(for: network, loss)
        let pass = NetworkPass<Scalar>(network, capacity: min(Prediction.rows, examples.count), team: team)
        return evaluate(examples, loss: loss, pass)
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func evaluate(_ examples: Examples<Scalar>, loss: Loss, _ pass: NetworkPass<Scalar>) -> Evaluation {
        let columns = network.output.count
        var total = 0.0
        var wrong = 0
        forChunks(examples.inputs, pass) { first, rows, outputs in
            switch examples.targets {
            case .labels(let labels):
                labels.withUnsafeBufferPointer { labels in
                    guard let labels = labels.baseAddress.map({ $0 + first }) else { return }
                    total += loss.evaluate(
                        outputs, .labels(labels), rows: rows, columns: columns, scale: 1, delta: nil)
                    for row in 0..<rows where largest(outputs + row * columns, columns) != labels[row] { wrong += 1 }
                }
            case .values(let values, _):
                values.withUnsafeBufferPointer { values in
                    guard let values = values.baseAddress.map({ $0 + first * columns }) else { return }
                    total += loss.evaluate(
                        outputs, .values(values), rows: rows, columns: columns, scale: 1, delta: nil)
                }
            }
        }
        let count = Double(examples.count)
        if case .values = examples.targets { return Evaluation(loss: total / count, error: .nan) }
        // Of outputs that are NaN none is the largest, so that there is no answer to be right or wrong.
        return Evaluation(loss: total / count, error: total.isNaN ? .nan : Double(wrong) / count)
    }

    private func forChunks(
        _ inputs: [Scalar], _ given: NetworkPass<Scalar>? = nil, stream: RandomStream? = nil,
        _ body: (Int, Int, UnsafePointer<Scalar>) -> Void
    ) {
        let size = network.input.count
        let pass = given ?? NetworkPass(network, capacity: Prediction.rows, team: team)
        parameters.values.withUnsafeBufferPointer { parameters in
            inputs.withUnsafeBufferPointer { inputs in
                guard let source = inputs.baseAddress, let parameters = parameters.baseAddress else { return }
                let count = inputs.count / size
                for first in stride(from: 0, to: count, by: Prediction.rows) {
                    let rows = min(Prediction.rows, count - first)
                    pass.input.update(from: source + first * size, count: rows * size)
                    pass.forward(parameters, rows: rows, stream: stream?.split("chunk", first))
                    body(first, rows, UnsafePointer(pass.output))
                }
            }
        }
    }

    @inline(__always)
    private func largest(_ y: UnsafePointer<Scalar>, _ columns: Int) -> Int {
        var best = 0
        for j in 1..<max(1, columns) where y[j] > y[best] { best = j }
        return best
    }
}

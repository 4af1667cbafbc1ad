import LinearAlgebra

/// The mean loss on some examples, with what layers add to it, and its derivatives.
public struct LossGradient<Scalar: NetworkScalar>: Sendable {
    public let loss: Double
    /// By the parameters, laid out as they are.
    public let parameters: [Scalar]
    /// By the inputs, row-major; each row is the derivative of the mean, so 1/count of its own example's.
    public let inputs: [Scalar]

    /// - Parameter stream: for masks and noise, the same for the same stream; nil for prediction, where nothing is random.
    /// - Throws: `LearningError` when the parameters or the examples don't fit the network.
    public init(
        of loss: Loss = .softmaxCrossEntropy, _ network: Network, at parameters: NetworkParameters<Scalar>,
        on examples: Examples<Scalar>, stream: RandomStream? = nil
    ) throws {
        try network.check(parameters)
        try examples.check(for: network, loss)
        let rows = examples.count
        let pass = NetworkPass<Scalar>(network, capacity: rows, team: .single)
        var gradient = [Scalar](repeating: 0, count: network.parameterCount)
        var total = Double.nan
        examples.inputs.withUnsafeBufferPointer { inputs in
            if let source = inputs.baseAddress { pass.input.update(from: source, count: inputs.count) }
        }
        parameters.values.withUnsafeBufferPointer { parameters in
            gradient.withUnsafeMutableBufferPointer { gradient in
                guard let w = parameters.baseAddress else { return }
                pass.forward(w, rows: rows, stream: stream)
                examples.withTargets { targets in
                    total = loss.evaluate(
                        pass.output, targets, rows: rows, columns: network.output.count, scale: 1 / Scalar(rows),
                        delta: pass.outputDelta)
                }
                total += Double(rows) * pass.penalty(w, rows: rows)
                pass.backward(
                    w, addingTo: gradient.baseAddress, rows: rows, stream: stream, toInput: true)
            }
        }
        self.loss = total / Double(rows)
        self.parameters = gradient
        inputs = Array(UnsafeBufferPointer(start: pass.inputDelta, count: rows * network.input.count))
    }
}

extension Examples {
    /// Calls `body` with all the targets as they stand in memory.
    func withTargets(_ body: (BatchTargets<Scalar>) -> Void) {
        switch targets {
        case .labels(let labels): labels.withUnsafeBufferPointer { $0.baseAddress.map { body(.labels($0)) } }
        case .values(let values, _): values.withUnsafeBufferPointer { $0.baseAddress.map { body(.values($0)) } }
        }
    }
}

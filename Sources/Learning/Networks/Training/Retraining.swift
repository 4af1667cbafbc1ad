/// The outcome of Algorithm 7.3.
public struct Continuation<Parameters> {
    public let parameters: Parameters
    /// The training loss at the early stop, which the validation loss should fall below.
    public let target: Double
    /// The validation loss at the end.
    public let validationLoss: Double
    /// Steps on all the data.
    public let steps: Int
    /// Whether the target was reached before the cap.
    public var reached: Bool { validationLoss <= target }
}

extension Continuation: Sendable where Parameters: Sendable {}

extension EarlyStopping {
    // snippet.retrain-from-scratch
    /// Algorithm 7.2: early stopping on part of the data, then the same number of steps from new parameters on all of it.
    ///
    /// - Parameters:
    ///   - start: random parameters, others at each call.
    ///   - trainOnAll: what a step is to all the data decides whether it is epochs or updates that stay the same.
    /// - Returns: the new parameters, and what the first stage had come to.
    public func retrain<Parameters>(
        start: () throws -> Parameters,
        train: (inout Parameters, _ steps: Int) throws -> Void,
        validationError: (Parameters) throws -> Double,
        trainOnAll: (inout Parameters, _ steps: Int) throws -> Void
    ) throws -> (parameters: Parameters, stopped: EarlyStopped<Parameters>) {
        let stopped = try run(from: start(), train: train, validationError: validationError)
        var parameters = try start()
        try trainOnAll(&parameters, stopped.step)
        return (parameters, stopped)
    }
    // snippet.end

    // snippet.continue-on-all
    /// Algorithm 7.3: go on from the early stop's best parameters on all the data, until the validation loss has fallen to
    /// the training loss there. It may never get there, so there is a cap.
    ///
    /// - Parameter cap: the most steps on all the data.
    public func goOn<Parameters>(
        from stopped: EarlyStopped<Parameters>,
        trainingLoss: (Parameters) throws -> Double,
        validationLoss: (Parameters) throws -> Double,
        trainOnAll: (inout Parameters, _ steps: Int) throws -> Void,
        cap: Int
    ) rethrows -> Continuation<Parameters> {
        var parameters = stopped.parameters
        let target = try trainingLoss(parameters)
        var loss = try validationLoss(parameters)
        var steps = 0
        while loss > target && evaluateEvery <= cap - steps {
            try trainOnAll(&parameters, evaluateEvery)
            steps += evaluateEvery
            loss = try validationLoss(parameters)
        }
        return Continuation(parameters: parameters, target: target, validationLoss: loss, steps: steps)
    }
    // snippet.end
}

import LinearAlgebra

extension Trainer {
    /// Runs one epoch from `state` on.
    ///
    /// - Returns: the mean loss of the minibatches as they were trained on.
    /// - Throws: `LearningError.lossNotFinite`, `CancellationError`.
    @discardableResult
    public func trainEpoch(_ state: inout TrainingState<Scalar>) throws -> Double {
        try train(&state, steps: stepsPerEpoch)
    }

    /// Mean loss and share of wrong answers of `parameters` on `examples`.
    public func evaluate(_ parameters: NetworkParameters<Scalar>, on examples: Examples<Scalar>) throws -> Evaluation {
        try Prediction(network, parameters, team: team).evaluate(examples, loss: loss)
    }

    /// Trains for `epochs` epochs, past any early stop, and measures after each.
    ///
    /// - Parameters:
    ///   - state: where to start; by default at random parameters. Ends where the run ends.
    ///   - monitor: training examples on which to measure without noise; none by default, which is cheaper.
    ///   - onEpoch: called after each epoch.
    /// - Throws: `LearningError.lossNotFinite`, `CancellationError`.
    public func learningCurve(
        from state: inout TrainingState<Scalar>, epochs: Int, validation: Examples<Scalar>,
        monitor: Examples<Scalar>? = nil,
        onEpoch: (LearningCurve.Epoch, TrainingState<Scalar>) throws -> Void = { _, _ in }
    ) throws -> LearningCurve {
        guard epochs >= 0 else {
            throw LearningError.outOfRange(setting: "epochs", value: Double(epochs), allowed: "at least 0")
        }
        var curve = LearningCurve()
        for epoch in 0..<epochs {
            let objective = try trainEpoch(&state)
            let measured = LearningCurve.Epoch(
                epoch: epoch + 1, objective: objective,
                training: try monitor.map { try evaluate(state.parameters, on: $0) },
                validation: try evaluate(state.parameters, on: validation))
            curve.epochs.append(measured)
            try onEpoch(measured, state)
        }
        return curve
    }

    /// As `learningCurve(from:)`, from random parameters.
    public func learningCurve(
        epochs: Int, validation: Examples<Scalar>, monitor: Examples<Scalar>? = nil
    ) throws -> LearningCurve {
        var state = start()
        return try learningCurve(from: &state, epochs: epochs, validation: validation, monitor: monitor)
    }

    /// Algorithm 7.1 with steps that are epochs.
    ///
    /// - Parameter measure: what of the validation's evaluation must fall: its error by default.
    public func stopEarly(
        _ rule: EarlyStopping, validation: Examples<Scalar>, by measure: (Evaluation) -> Double = { $0.error }
    ) throws -> EarlyStopped<TrainingState<Scalar>> {
        try rule.run(
            from: start(),
            train: { state, epochs in for _ in 0..<epochs { try self.trainEpoch(&state) } },
            validationError: { measure(try self.evaluate($0.parameters, on: validation)) })
    }
}

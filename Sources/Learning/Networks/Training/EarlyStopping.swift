import LinearAlgebra

/// Algorithm 7.1: train, look at the validation error every `evaluateEvery` steps, give up after `patience`
/// evaluations in a row that were no better than the best, and keep the parameters of the best.
///
/// Better means strictly lower: an equal error is no improvement, and neither is NaN. The initial parameters
/// are never evaluated. A dip that comes after the patience has run out is not seen.
public struct EarlyStopping: Sendable, Hashable, Codable {
    /// n, the number of steps between evaluations.
    public let evaluateEvery: Int
    /// p, the number of evaluations without improvement before giving up.
    public let patience: Int
    /// The most steps that are run, whatever the validation error does.
    public let limit: Int

    /// - Throws: `LearningError.outOfRange` when n or p is below 1, or the limit below 0.
    public init(evaluateEvery: Int = 1, patience: Int, limit: Int = .max) throws {
        guard limit >= 0 else {
            throw LearningError.outOfRange(setting: "limit of steps", value: Double(limit), allowed: "at least 0")
        }
        guard patience >= 1 else {
            throw LearningError.outOfRange(setting: "patience", value: Double(patience), allowed: "at least 1")
        }
        guard evaluateEvery >= 1 else {
            throw LearningError.outOfRange(
                setting: "steps between evaluations", value: Double(evaluateEvery), allowed: "at least 1")
        }
        self.evaluateEvery = evaluateEvery
        self.patience = patience
        self.limit = limit
    }

    private enum CodingKeys: CodingKey { case evaluateEvery, patience, limit }

    /// - Throws: as `init(evaluateEvery:patience:limit:)`, beside what decoding throws.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            evaluateEvery: values.decode(Int.self, forKey: .evaluateEvery),
            patience: values.decode(Int.self, forKey: .patience), limit: values.decode(Int.self, forKey: .limit))
    }

    // snippet.early-stopping
    /// Runs Algorithm 7.1 from the parameters θ₀ = `initial`.
    ///
    /// - Parameters:
    ///   - train: changes the parameters by running the training algorithm for that many steps.
    ///   - validationError: of the parameters it is given.
    /// - Returns: the best parameters, also of a run that ran away after them; one that did so before is an error.
    public func run<Parameters>(
        from initial: Parameters,
        train: (inout Parameters, _ steps: Int) throws -> Void,
        validationError: (Parameters) throws -> Double
    ) rethrows -> EarlyStopped<Parameters> {
        var parameters = initial
        var step = 0
        var failures = 0
        var bestError = Double.infinity
        var best = parameters
        var bestStep = step
        while failures < patience && step <= limit - evaluateEvery {
            do { try train(&parameters, evaluateEvery) } catch let error as LearningError
                where error.isDivergence && bestStep > 0
            {
                return EarlyStopped(
                    parameters: best, step: bestStep, error: bestError, stoppedAt: step, divergence: error)
            }
            step += evaluateEvery
            let error = try validationError(parameters)
            if error < bestError {
                failures = 0
                best = parameters
                bestStep = step
                bestError = error
            } else {
                failures += 1
            }
        }
        return EarlyStopped(parameters: best, step: bestStep, error: bestError, stoppedAt: step)
    }
    // snippet.end

    /// Where the algorithm would have stopped on a run whose evaluations gave `errors`, and which it would have returned.
    ///
    /// Its `parameters` are the place in `errors` of the best evaluation; nil when there was none.
    public func replay(_ errors: [Double]) -> EarlyStopped<Int?> {
        var finite = self
        let steps = errors.count.multipliedReportingOverflow(by: evaluateEvery)
        finite = finite.limited(to: steps.overflow ? .max : steps.partialValue)
        return finite.run(
            from: nil as Int?,
            train: { place, _ in place = place.map { $0 + 1 } ?? 0 },
            validationError: { place in place.map { errors[$0] } ?? .nan })
    }

    private func limited(to steps: Int) -> EarlyStopping {
        EarlyStopping(unchecked: evaluateEvery, patience, min(limit, steps))
    }

    private init(unchecked evaluateEvery: Int, _ patience: Int, _ limit: Int) {
        self.evaluateEvery = evaluateEvery
        self.patience = patience
        self.limit = limit
    }
}

/// What early stopping returns.
public struct EarlyStopped<Parameters> {
    /// θ*, the parameters at the lowest validation error that was seen.
    public let parameters: Parameters
    /// i*, the step they belong to; 0 when no evaluation was better than infinite.
    public let step: Int
    /// v, their validation error.
    public let error: Double
    /// The step after which training stopped.
    public let stoppedAt: Int
    /// How training ran away after that step; nil when it didn't.
    public let divergence: LearningError?

    public init(
        parameters: Parameters, step: Int, error: Double, stoppedAt: Int, divergence: LearningError? = nil
    ) {
        self.divergence = divergence
        self.parameters = parameters
        self.step = step
        self.error = error
        self.stoppedAt = stoppedAt
    }
}

extension EarlyStopped: Sendable where Parameters: Sendable {}

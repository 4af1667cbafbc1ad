import Laboratory
import LinearAlgebra
import Networks

/// Algorithm 7.1 on scripted sequences of validation errors.
public struct ScriptedSequences: Experiment {
    public init() {}

    public static let question = "Does early stopping do on any sequence of errors what its definition says?"

    public struct Parameters: Codable, Sendable {
        @Parameter("sequences of validation errors", in: 1...1_000_000) public var sequences = 500
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let sequences: Int
        /// Sequences for which the algorithm returned the step and stopped after the evaluation that its definition asks for.
        public var rightReturns: Int
        public var rightStops: Int
        /// Sequences with ties or undefined values, and those among them that counted as failures.
        public let irregular: Int
        public var irregularRight: Int
        /// Sequences in which the algorithm stopped elsewhere than after so many worsenings in a row, and elsewhere than after so
        /// many failures to beat the lowest error.
        public var stopsOtherThanWorsening: Int
        public var stopsOtherThanFailing: Int
    }

    /// The algorithm on random sequences, against its definition applied to the whole sequence at once.
    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("scripted sequences")
        var counts = (returns: 0, stops: 0, irregular: 0, irregularRight: 0, otherWorsening: 0, otherFailing: 0)
        for _ in 0..<parameters.sequences {
            let every = 1 + stream.index(below: 3)
            let patience = 1 + stream.index(below: 5)
            let errors = Self.script(from: &stream)
            let rule = try EarlyStopping(evaluateEvery: every, patience: patience, limit: every * errors.count)
            let stopped = rule.run(
                from: 0, train: { $0 += $1 }, validationError: { errors[$0 / every - 1] })
            let expected = Definition(errors, patience: patience)
            let returns = stopped.step == every * expected.best && stopped.parameters == stopped.step
            let stops = stopped.stoppedAt == every * expected.seen
            if stopped.stoppedAt != every * Definition.stop(errors, patience: patience, counting: \.worsens) {
                counts.otherWorsening += 1
            }
            if stopped.stoppedAt != every * Definition.stop(errors, patience: patience, counting: \.failsToImprove) {
                counts.otherFailing += 1
            }
            if returns { counts.returns += 1 }
            if stops { counts.stops += 1 }
            guard errors.contains(where: \.isNaN) || Set(errors).count < errors.count else { continue }
            counts.irregular += 1
            if returns && stops { counts.irregularRight += 1 }
        }
        return Results(
            sequences: parameters.sequences, rightReturns: counts.returns, rightStops: counts.stops,
            irregular: counts.irregular, irregularRight: counts.irregularRight,
            stopsOtherThanWorsening: counts.otherWorsening, stopsOtherThanFailing: counts.otherFailing)
    }

    /// Thirty validation errors from a few values, so that ties are common; one in ten is undefined.
    private static func script(from stream: inout RandomStream) -> [Double] {
        (0..<30).map { _ in stream.bernoulli(0.1) ? .nan : Double(stream.index(below: 12)) / 12 }
    }
}

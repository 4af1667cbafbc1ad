import Learning
import Notebook

extension AlgorithmMeasurements {
    /// Algorithm 7.1 on random sequences, against its definition applied to the whole sequence at once.
    package static func measure(_ parameters: Parameters, in lab: Lab) throws -> AlgorithmMeasurements {
        var stream = lab.stream("scripted sequences")
        var counts = (returns: 0, stops: 0, irregular: 0, irregularRight: 0, otherWorsening: 0, otherFailing: 0)
        for _ in 0..<parameters.scriptedSequences {
            let every = 1 + stream.index(below: 3)
            let patience = 1 + stream.index(below: 5)
            let errors = script(from: &stream)
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
        return AlgorithmMeasurements(
            sequences: parameters.scriptedSequences, rightReturns: counts.returns, rightStops: counts.stops,
            irregular: counts.irregular, irregularRight: counts.irregularRight,
            stopsOtherThanWorsening: counts.otherWorsening, stopsOtherThanFailing: counts.otherFailing)
    }

    /// Thirty validation errors from a few values, so that ties are common; one in ten is undefined.
    private static func script(from stream: inout RandomStream) -> [Double] {
        (0..<30).map { _ in stream.bernoulli(0.1) ? .nan : Double(stream.index(below: 12)) / 12 }
    }
}

/// What Algorithm 7.1 has to do with a sequence of errors, read off the whole sequence: evaluations count from one,
/// an evaluation succeeds if it lies strictly below all before it, and the run ends with the first
/// `patience` failures in a row.
private struct Definition {
    /// Evaluations until the end.
    let seen: Int
    /// The last success among them; 0 if there is none.
    let best: Int

    init(_ errors: [Double], patience: Int) {
        let succeeds = errors.indices.map { place in
            !errors[place].isNaN && errors[..<place].allSatisfy { $0.isNaN || $0 > errors[place] }
        }
        let ends = errors.indices.first { place in
            place + 1 >= patience && !succeeds[(place + 1 - patience)...place].contains(true)
        }
        let count = ends.map { $0 + 1 } ?? errors.count
        seen = count
        best = (succeeds[..<count].lastIndex(of: true) ?? -1) + 1
    }
}

extension Definition {
    /// What can be counted of an evaluation, from the one before it and from the lowest so far.
    fileprivate struct Look {
        /// The error is larger than at the evaluation before.
        let worsens: Bool
        /// The error does not lie below all before it.
        let failsToImprove: Bool
    }

    /// The evaluation after which `patience` in a row were of a kind.
    fileprivate static func stop(_ errors: [Double], patience: Int, counting kind: (Look) -> Bool) -> Int {
        var (inARow, lowest, last) = (0, Double.infinity, Double.infinity)
        for (place, error) in errors.enumerated() {
            let look = Look(worsens: !(error <= last), failsToImprove: !(error < lowest))
            inARow = kind(look) ? inARow + 1 : 0
            if error < lowest { lowest = error }
            last = error
            if inARow == patience { return place + 1 }
        }
        return errors.count
    }
}

/// What Algorithm 7.1 has to do with a sequence of errors, read off the whole sequence: evaluations count from one,
/// an evaluation succeeds if it lies strictly below all before it, and the run ends with the first
/// `patience` failures in a row.
struct Definition {
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
    struct Look {
        /// The error is larger than at the evaluation before.
        let worsens: Bool
        /// The error does not lie below all before it.
        let failsToImprove: Bool
    }

    /// The evaluation after which `patience` in a row were of a kind.
    static func stop(_ errors: [Double], patience: Int, counting kind: (Look) -> Bool) -> Int {
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

import Notebook

/// What all claims together say, besides how many came out how.
struct EvidenceSummary {
    private let entries: [ClaimEntry]

    init(_ entries: [ClaimEntry]) { self.entries = entries }

    /// One for what applies to the book.
    var sentences: [String] { [runs, predictions, mutants].compactMap { $0 } }

    private var runs: String? {
        let twice = entries.filter { $0.runs.count > 1 }
        guard !twice.isEmpty else { return nil }
        let divided = twice.count(where: \.isDivided)
        return
            "Of them, \(twice.count) were also measured in a kept long run; a claim is counted under the worse of its two "
            + "verdicts, which differ for \(divided)."
    }

    private var predictions: String? {
        let predicted = entries.compactMap(\.prediction)
        guard !predicted.isEmpty else { return nil }
        let older = predicted.count(where: \.isOlderThanResult)
        let recorded =
            "Predictions are recorded for \(predicted.count), for \(older) of them before any result of their checks was "
            + "known."
        let differing = entries.filter(\.differsFromPrediction)
        guard !differing.isEmpty else { return recorded + " All came true." }
        let counts = Verdict.allCases.compactMap { verdict in
            let count = differing.count { $0.verdict == verdict }
            return count > 0 ? "\(count) \(verdict.rawValue)" : nil
        }
        return
            "\(recorded) Results other than the predicted one: \(differing.count) (\(counts.joined(separator: ", "))); the "
            + "pages of their sections list them."
    }

    private var mutants: String? {
        let tallies = entries.compactMap(\.mutants)
        let (tried, caught) = (tallies.reduce(0) { $0 + $1.mutants }, tallies.reduce(0) { $0 + $1.caught })
        guard tried > 0 else { return nil }
        return
            "The tests substitute wrong formulas, exchanged arms and constants: \(tried) such mutants of "
            + "\(tallies.count) claims, of which \(caught) changed the verdict of their claim."
    }
}

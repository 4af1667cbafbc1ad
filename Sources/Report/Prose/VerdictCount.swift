import Notebook

/// How many claims have the same verdict.
public struct VerdictCount: Sendable, Hashable {
    public let verdict: Verdict
    public let count: Int
}

extension [ClaimEntry] {
    /// The counts of the verdicts that occur.
    var counts: [VerdictCount] {
        Verdict.allCases.compactMap { verdict in
            let count = count { $0.verdict == verdict }
            return count == 0 ? nil : VerdictCount(verdict: verdict, count: count)
        }
    }
}

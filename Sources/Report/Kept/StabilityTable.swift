import Notebook

/// How stable the verdicts are, for a reader: what the file of `Stability` says of the claims of this report.
public struct StabilityTable: Sendable {
    private let stability: Stability
    /// Hexadecimal digests of what measures as it is now, by the study's path.
    private let experiments: [String: String]

    public init(_ stability: Stability, experiments: [String: String]) {
        self.stability = stability
        self.experiments = experiments
    }

    /// All that the table depends on, as text.
    var fields: [String] { [stability.yaml] + experiments.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } }

    /// One claim's row.
    struct Row: Sendable, Equatable {
        let id: String
        /// The verdict that the prose was written for.
        let asWritten: Verdict
        /// How many seeds gave it, and of how many.
        let times: Int
        let seeds: Int
        /// What the other seeds gave: "1 inconclusive".
        let others: String
    }

    /// The rows of one section.
    struct Part: Sendable {
        let section: NumberedSection
        /// Experiments that come out by chance, and whatever else did not always come out as written.
        let rows: [Row]
        /// Claims that came out as written for every seed and have no row.
        let steady: Int
        let seeds: Int
        /// The versions of the book that ran.
        let commits: [String]
        /// The studies that have changed since.
        let stale: [AnyStudy]
    }

    /// The sections that were run with several seeds, in reading order.
    func parts(_ claims: [ClaimEntry]) -> [Part] {
        var parts: [Part] = []
        for entry in claims where parts.last?.section.info.slug != entry.section.info.slug {
            let studies = entry.section.studies.filter { stability.studies[$0.path] != nil }
            let counted = studies.compactMap { stability.studies[$0.path] }
            guard let first = counted.first else { continue }
            let counts = counted.reduce(into: [:]) { $0.merge($1.claims) { first, _ in first } }
            let rows = claims.filter { $0.section.info.slug == entry.section.info.slug }
                .compactMap { row(of: $0.claim, counts) }
            let shown = rows.filter { $0.id.hasSuffix("X") || $0.times < $0.seeds }
            parts.append(
                Part(
                    section: entry.section, rows: shown, steady: rows.count - shown.count, seeds: first.seeds.count,
                    commits: Set(counted.map(\.commit)).sorted(),
                    stale: studies.filter { experiments[$0.path] != stability.studies[$0.path]?.experiment }))
        }
        return parts
    }

    private func row(of claim: Claim, _ counts: [String: [Verdict: Int]]) -> Row? {
        guard let counts = counts[claim.id] else { return nil }
        let asWritten = claim.expected.verdict(in: .quick)
        return Row(
            id: claim.id, asWritten: asWritten, times: counts[asWritten, default: 0],
            seeds: counts.values.reduce(0, +), others: Stability.words(counts.filter { $0.key != asWritten }))
    }
}

extension StabilityTable.Part {
    /// What stands above the rows: where they come from, and whether they are out of date.
    var remark: String {
        let names = stale.map(\.name).joined(separator: ", ")
        let stale =
            stale.isEmpty
            ? ""
            : stale.count == section.studies.count
                ? " What measures has changed since: these counts are of an earlier version."
                : " Changed since, so that their counts are of an earlier version: \(names)."
        let noun = (rows.isEmpty ? "" : "other ") + (steady == 1 ? "claim" : "claims")
        let rest = self.steady == 0 ? "" : " \(steady) \(noun) came out as written for every seed."
        return
            "\(seeds) master seeds, version \(commits.map { String($0.prefix(12)) }.joined(separator: ", ")).\(rest)\(stale)"
    }

    static let headings = ["Claim", "As written", "Times", "Otherwise"]

    /// The cells of the table, row by row.
    var cells: [[String]] {
        rows.map { [$0.id, $0.asWritten.rawValue, "\($0.times) of \($0.seeds)", $0.others.isEmpty ? "–" : $0.others] }
    }

    /// What introduces all parts.
    static let introduction =
        "Everything random in this book follows from one master seed. Here the quick profile ran with several: how "
        + "often each experiment came out as the prose says. Where a verdict changes with the seed, a single run of this "
        + "book decides little."
}

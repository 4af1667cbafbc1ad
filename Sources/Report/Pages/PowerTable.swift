import Notebook

/// How small an effect the replicates of each comparison can see, and how many would decide what they leave open.
struct PowerTable {
    let claims: [ClaimEntry]

    static let introduction =
        "A comparison of replicates cannot see an effect smaller than half the width of its interval. Where it decides nothing, the "
        + "last column says how many replicates would, if mean and spread stayed as they are."

    /// The table; nothing where no experiment compares replicates.
    var blocks: [Block<Resolved>] {
        let rows = claims.filter { $0.id.hasSuffix("X") }.flatMap { entry in
            entry.runs.filter(\.decisive.isComparison).map { row(of: $0, entry) }
        }
        guard !rows.isEmpty else { return [] }
        let head = ["Claim", "Data", "Replicates", "Smallest effect seen", "Measured", "Verdict", "Would decide"]
            .map { [Inline<Resolved>.text($0)] }
        return [
            .heading(level: 2, id: "power", [.text("What the replicates can see")]),
            .paragraph([.text(Self.introduction)]),
            .table(
                alignments: [.leading, .leading, .trailing, .trailing, .trailing, .leading, .trailing],
                rows: [head] + rows),
        ]
    }

    private func row(of run: ClaimEntry.Run, _ entry: ClaimEntry) -> [[Inline<Resolved>]] {
        let check = run.decisive
        let enough = check.replicatesToDecide.map { NumberText(Double($0), decimals: 0).plain } ?? "over a million"
        return [[.leaf(.local(entry.anchor, [.text(entry.id)]))]]
            + [
                run.name, "\(check.n)", NumberText(check.halfWidth, digits: 2).plain,
                NumberText(check.measured, digits: 2).plain, run.verdict.rawValue,
                run.verdict == .inconclusive ? enough : "–",
            ].map { [.text($0)] }
    }
}

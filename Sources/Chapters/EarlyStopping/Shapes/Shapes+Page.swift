import Notebook

extension Shapes: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (runs, turned) = (results.kinds.reduce(0) { $0 + $1.runs }, results.kinds.reduce(0) { $0 + $1.turned })
        Value("shape-runs", runs)
        Value("shape-turned", turned)
        Self.table(results.kinds)
        Claim(
            "7-2Q", "The validation loss turns \"very reliably\".",
            method: """
                The share of runs whose smoothed validation loss ends more than 1 % above its minimum, for small networks of several \
                kinds on few and on many images; the page has that of the network of Figure 7.3.
                """,
            expecting: .undecided
        ) {
            Check.undecided(
                "runs of small networks that turn: \(turned) of \(runs)",
                because: "which share is \"very reliable\" is a matter of words, and few kinds of network were tried")
        }
    }

    /// Whose validation loss turns.
    private static func table(_ kinds: [Kind]) -> Table {
        Table(
            "shapes",
            columns: [
                .init("network"), .init("images"), .init("runs that turn"), .init("of"),
                .init("lowest at epoch", digits: 2), .init("rise to the end, %", digits: 2),
            ],
            rows: kinds.map { kind in
                [
                    .text(kind.model.rawValue), .count(kind.examples), .count(kind.turned), .count(kind.runs),
                    .number(kind.bestEpoch), .number(100 * kind.rise),
                ]
            })
    }
}

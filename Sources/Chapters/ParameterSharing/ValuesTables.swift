import Notebook

extension ParameterSharingSection {
    static func countTable(_ counts: CountMeasurements) -> Table {
        Table(
            "counts",
            columns: [.init("hidden layer"), .init("parameters"), .init("bytes"), .init("share of all connections")],
            rows: zip(["shared weights", "weights for each place", "all connections"], 0..<3).map { name, place in
                [
                    .text(name), .count(counts.counts[place]), .count(counts.bytes[place]),
                    .number(Double(counts.counts[place]) / Double(counts.counts[2])),
                ]
            })
    }
}

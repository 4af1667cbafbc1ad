import Notebook

extension [ClaimEntry] {
    /// What the end of a section's page says of the claims that did not come out as the chapter predicts; nothing where all did.
    var differences: [Block<Resolved>] {
        guard !isEmpty else { return [] }
        let introduction =
            "These statements did not come out as the chapter predicts, in this run or in one that is kept. The passages above "
            + "say why that may be."
        let items: [[Block<Resolved>]] = map { entry in
            let head: [Inline<Resolved>] = [.strong([.text(entry.id)]), .text(" ")]
            let outcome: [Inline<Resolved>] = [.text(" Came out: \(entry.verdictsInWords). ")]
            return [.paragraph(head + entry.statement + outcome + entry.predictionInWords)]
        }
        return [
            .heading(level: 2, id: "differences", [.text("Not as predicted")]), .paragraph([.text(introduction)]),
            .list(start: nil, tight: true, items: items),
        ]
    }
}

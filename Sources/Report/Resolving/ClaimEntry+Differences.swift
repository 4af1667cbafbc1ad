import Notebook

extension [ClaimEntry] {
    /// What the end of a section's page says of the claims that did not come out as predicted; nothing where all did.
    var differences: [Block<Resolved>] {
        guard !isEmpty else { return [] }
        let introduction =
            "For these statements the result is not the one that was predicted, in this run or in a kept one. The "
            + "passages above discuss possible reasons."
        let items: [[Block<Resolved>]] = map { entry in
            let head: [Inline<Resolved>] = [.strong([.text(entry.id)]), .text(" ")]
            let outcome: [Inline<Resolved>] = [.text(" Result: \(entry.verdictsInWords). ")]
            return [.paragraph(head + entry.statement + outcome + entry.predictionInWords)]
        }
        return [
            .heading(level: 2, id: "differences", [.text("Not as predicted")]), .paragraph([.text(introduction)]),
            .list(start: nil, tight: true, items: items),
        ]
    }
}

import Notebook

/// What stands in a cell of a table.
enum TableCell {
    case left(NumberText)
    case right([Inline<Resolved>])
}

extension Table {
    /// Whether every cell of `column` is a number, so that they stand below each other by their ends.
    func isNumeric(_ column: Int) -> Bool {
        rows.allSatisfy { row in
            if case .text = row[column] { false } else { true }
        }
    }

    /// A cell's content, its number to the digits of its column.
    func cell(_ value: Quantity, _ column: Int) -> TableCell {
        switch value {
        case .text(let text): .right(InlineText.read(text, at: Place(file: "table \(name)")))
        case .count(let count): .left(NumberText(Double(count), decimals: 0))
        case .number(let number): .left(NumberText(number, digits: columns[column].digits))
        case .estimate(let mean, let halfWidth, _): .left(NumberText(mean: mean, halfWidth: halfWidth))
        }
    }
}

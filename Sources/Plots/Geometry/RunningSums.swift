/// Sums of counts over runs of cells in the rows of a grid.
struct RunningSums {
    private let columns, rows, margin: Int
    /// For each row the sums of the cells before each, none before the first and all after the last for `margin` cells more.
    private var sums: [UInt32]

    init(_ counts: [UInt32], columns: Int, rows: Int, margin: Int) {
        (self.columns, self.rows, self.margin) = (columns, rows, margin)
        let width = columns + 1 + 2 * margin
        sums = [UInt32](repeating: 0, count: width * rows)
        for row in 0..<rows {
            let start = row * width + margin
            var sum: UInt32 = 0
            for column in 0..<columns {
                sum &+= counts[row * columns + column]
                sums[start + column + 1] = sum
            }
            for column in (columns + 1)..<(columns + 1 + margin) { sums[start + column] = sum }
        }
    }

    /// Adds to each cell of a row the sum over the run of cells from `first` to `last` cells beside it.
    func add(row: Int, from first: Int, through last: Int, to totals: inout [UInt32]) {
        precondition((0..<rows).contains(row) && totals.count == columns && first >= -margin && last < margin)
        let start = row * (columns + 1 + 2 * margin) + margin
        sums.withUnsafeBufferPointer { sums in
            totals.withUnsafeMutableBufferPointer { totals in
                // Without a branch, several cells are added at a time.
                for column in 0..<totals.count {
                    totals[column] &+= sums[start + column + last + 1] &- sums[start + column + first]
                }
            }
        }
    }
}

import LinearAlgebra

extension Matrix {
    /// The sums of the columns as one row.
    var columnSums: Matrix {
        Matrix(rows: 1, columns: columns, elements: transposedTimes([Double](repeating: 1, count: rows)))
    }
}

import Notebook

extension [[Double]] {
    /// Columns as rows.
    var transposedRows: [[Double]] { (first ?? []).indices.map { place in map { $0[place] } } }
}

import Notebook

extension [[Double]] {
    /// The columns of `rows`, as many as the shortest has entries.
    init(columnsOf rows: [[Double]]) {
        self = (0..<(rows.map(\.count).min() ?? 0)).map { place in rows.map { $0[place] } }
    }
}

import LinearAlgebra

extension Matrix {
    /// Each entry with probability `keep` divided by it, else 0.
    func dropped(_ keep: Double, _ stream: inout RandomStream) -> Matrix {
        Matrix(rows: rows, columns: columns, elements: elements.map { stream.bernoulli(keep) ? $0 / keep : 0 })
    }
}

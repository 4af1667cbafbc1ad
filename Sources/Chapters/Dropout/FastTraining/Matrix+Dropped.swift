import LinearAlgebra

extension Matrix {
    /// Each entry with probability `keep` divided by it, else 0.
    func dropped(_ keep: Double, _ stream: inout RandomStream) -> Matrix {
        let draws = stream.uniforms(elements.count)
        return Matrix(rows: rows, columns: columns, elements: zip(elements, draws).map { $1 < keep ? $0 / keep : 0 })
    }
}

import LinearAlgebra

extension RandomStream {
    /// Random orthonormal rows, by the Gram–Schmidt process.
    mutating func orthonormalRows(_ rows: Int, columns: Int) -> Matrix {
        var basis: [[Double]] = []
        while basis.count < rows {
            var row = normals(columns)
            for other in basis { row = row.subtracting(other.scaled(by: row.dot(other))) }
            basis.append(row.scaled(by: 1 / row.norm))
        }
        return Matrix(basis)
    }
}

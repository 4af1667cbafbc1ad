/// The eigendecomposition A = QΛQᵀ of a symmetric matrix.
public struct SymmetricEigen: Sendable, Codable, Equatable {
    /// The eigenvalues, in ascending order.
    public let values: [Double]
    /// The orthonormal eigenvectors, one a column, in the order of the values.
    /// Each one's largest entry is positive, so that a picture does not depend on the machine.
    public let vectors: Matrix
}

extension Matrix {
    /// The eigendecomposition of a symmetric matrix; only the upper triangle is read.
    /// - Throws: `LearningError` when the matrix is not square or has an entry that is not finite, or when the
    ///   iteration fails.
    public func symmetricEigen() throws(LearningError) -> SymmetricEigen {
        try requireSquare()
        try requireFinite("Matrix entry")
        var vectors = elements
        var values = [Double](repeating: 0, count: rows)
        let info = LAPACK.symmetricEigen(&vectors, &values)
        guard info == 0 else {
            throw .notConverged(what: "The symmetric eigenvalue iteration", steps: info, gap: .nan, tolerance: 0)
        }
        for k in 0..<rows {
            let range = k * rows..<(k + 1) * rows
            let largest = vectors[range].max { abs($0) < abs($1) } ?? 0
            if largest < 0 { for i in range { vectors[i] = -vectors[i] } }
        }
        return SymmetricEigen(
            values: values, vectors: Matrix(rows: rows, columns: rows, elements: vectors).transposed)
    }
}

extension SymmetricEigen {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let values = try container.decode([Double].self, forKey: .values)
        let vectors = try container.decode(Matrix.self, forKey: .vectors)
        try decoder.check { () throws(LearningError) in
            try values.requireFinite("Eigenvalue")
            try vectors.requireShape(values.count, values.count, "eigenvectors")
        }
        self.values = values
        self.vectors = vectors
    }
}

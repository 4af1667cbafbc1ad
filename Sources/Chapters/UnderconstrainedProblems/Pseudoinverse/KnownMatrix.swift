import LinearAlgebra

/// A matrix put together from chosen singular values and random singular vectors, so that its pseudoinverse is known
/// before anything is decomposed.
struct KnownMatrix {
    let matrix: Matrix
    /// V diag(1/σ) Uᵀ over the singular values that aren't zero.
    let pseudoinverse: Matrix
    /// Orthonormal directions, one a column, that the matrix maps to zero.
    let nullBasis: Matrix

    /// - Parameter values: the singular values above zero, at most min(rows, columns) of them.
    init(rows: Int, columns: Int, values: [Double], from stream: inout RandomStream) throws {
        let left = try KnownMatrix.orthonormal(rows, from: &stream)
        let right = try KnownMatrix.orthonormal(columns, from: &stream)
        let kept = Array(0..<values.count)
        let (u, v) = (left.selectingColumns(kept), right.selectingColumns(kept))
        matrix = (u * Matrix.diagonal(values)).timesTransposed(v)
        pseudoinverse = (v * Matrix.diagonal(values.map { 1 / $0 })).timesTransposed(u)
        nullBasis = right.selectingColumns(Array(values.count..<columns))
    }

    private static func orthonormal(_ size: Int, from stream: inout RandomStream) throws -> Matrix {
        try Matrix(rows: size, columns: size, elements: stream.normals(size * size)).gram.symmetricEigen().vectors
    }
}

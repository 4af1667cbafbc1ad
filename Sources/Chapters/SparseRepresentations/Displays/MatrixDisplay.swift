import LinearAlgebra

/// One of the chapter's two displays y = Mv, as printed.
package struct MatrixDisplay: Sendable {
    package let matrix: Matrix
    package let vector: [Double]
    package var product: [Double]

    /// A sparse matrix times a dense vector.
    package static let sparseParameters = MatrixDisplay(
        matrix: Matrix([
            [4, 0, 0, -2, 0, 0], [0, 0, -1, 0, 3, 0], [0, 5, 0, 0, 0, 0], [1, 0, 0, -1, 0, -4], [1, 0, 0, 0, -5, 0],
        ]),
        vector: [2, 3, -2, -5, 1, 4], product: [18, 5, 15, -9, -3])

    /// A dense matrix times a sparse vector.
    package static let sparseRepresentation = MatrixDisplay(
        matrix: Matrix([
            [3, -1, 2, -5, 4, 1], [4, 2, -3, -1, 1, 3], [-1, 5, 4, 2, -3, -2], [3, 1, 2, -3, 0, -3],
            [-5, 4, -2, 2, -5, -1],
        ]),
        vector: [0, 2, 0, 0, -3, 0], product: [-14, 1, 1, 2, 23])

    /// `sparseRepresentation` with the third entry of y mended.
    package static let mended = {
        var display = sparseRepresentation
        display.product[2] = 19
        return display
    }()
}

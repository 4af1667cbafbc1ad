import Learning

extension DisplayMeasurements {
    static func measure(equations: Equations) -> DisplayMeasurements {
        func error(_ display: MatrixDisplay) -> Double {
            equations.product(display.matrix, display.vector).subtracting(display.product).largestMagnitude
        }
        return DisplayMeasurements(
            parametersError: error(.sparseParameters), printedError: error(.sparseRepresentation),
            mendedError: error(.mended), parametersZeros: ZeroCount(.sparseParameters),
            representationZeros: ZeroCount(.sparseRepresentation))
    }
}

extension ZeroCount {
    init(_ display: MatrixDisplay) {
        self.init(matrix: display.matrix.elements.count { $0 == 0 }, vector: display.vector.count { $0 == 0 })
    }
}

extension Matrix {
    package func requireSquare() throws(LearningError) {
        guard rows == columns else { throw .sizesDisagree(what: "Rows", rows, other: "columns", columns) }
    }

    package func requireFinite(_ what: String) throws(LearningError) {
        try elements.requireFinite(what)
    }

    /// - Throws: `LearningError` unless the inputs are finite and have as many features as what learnt from `model`'s.
    package func requireFeatures(_ features: Int, of model: String) throws(LearningError) {
        guard columns == features else {
            throw .sizesDisagree(what: "Features", columns, other: "features of \(model)", features)
        }
        try requireFinite("Input value")
    }

    /// - Throws: `LearningError` unless the matrix has this shape and finite entries.
    package func requireShape(_ rows: Int, _ columns: Int, _ what: String) throws(LearningError) {
        guard self.rows == rows else {
            throw .sizesDisagree(what: "Rows of the \(what)", self.rows, other: "rows needed", rows)
        }
        guard self.columns == columns else {
            throw .sizesDisagree(what: "Columns of the \(what)", self.columns, other: "columns needed", columns)
        }
        try requireFinite("Entry of the \(what)")
    }
}

extension [Double] {
    package func requireFinite(_ what: String) throws(LearningError) {
        // A sum is finite only if all terms are (or it overflowed, and the search below finds nothing).
        let sum = withUnsafeBytes { bytes in
            var sums = SIMD8<Double>()
            let whole = count / 8
            for place in 0..<whole { sums += bytes.loadUnaligned(fromByteOffset: 64 * place, as: SIMD8<Double>.self) }
            return self[(8 * whole)...].reduce(sums.sum(), +)
        }
        if sum.isFinite { return }
        if let index = firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(what: what, index: index, value: self[index])
        }
    }
}

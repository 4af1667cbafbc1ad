extension Matrix {
    func requireSquare() throws(LearningError) {
        guard rows == columns else { throw .sizesDisagree(what: "Rows", rows, other: "columns", columns) }
    }

    func requireFinite(_ what: String) throws(LearningError) {
        try elements.requireFinite(what)
    }
}

extension [Double] {
    func requireFinite(_ what: String) throws(LearningError) {
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

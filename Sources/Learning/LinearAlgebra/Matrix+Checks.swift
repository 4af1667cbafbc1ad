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
        if reduce(0, +).isFinite { return }
        if let index = firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(what: what, index: index, value: self[index])
        }
    }
}

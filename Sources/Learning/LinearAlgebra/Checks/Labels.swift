extension [Int] {
    /// - Throws: `LearningError.labelOutOfRange` unless all labels lie in 0..<`classes`.
    package func requireClasses(_ classes: Int) throws(LearningError) {
        guard classes > 0 else { throw .outOfRange(setting: "Classes", value: Double(classes), allowed: "at least 1") }
        if let index = firstIndex(where: { $0 < 0 || $0 >= classes }) {
            throw .labelOutOfRange(label: self[index], index: index, classes: classes)
        }
    }

    /// How often each label in 0..<`classes` occurs.
    /// - Throws: `LearningError.missingClass` for a label that does not occur; also as `requireClasses`.
    package func counts(classes: Int) throws(LearningError) -> [Int] {
        try requireClasses(classes)
        var counts = [Int](repeating: 0, count: classes)
        for label in self { counts[label] += 1 }
        if let missing = counts.firstIndex(of: 0) { throw .missingClass(label: missing, classes: classes) }
        return counts
    }

    /// The share of labels that differ from `truth`.
    public func errorRate(against truth: [Int]) -> Double {
        precondition(count == truth.count, "\(count) predictions, \(truth.count) labels")
        return Double(zip(self, truth).count { $0 != $1 }) / Double(count)
    }
}

extension [Double] {
    /// - Throws: `LearningError` unless these are shares: at least 0, and adding up to 1 but for rounding.
    package func requireShares(_ what: String) throws(LearningError) {
        for share in self where !(share >= 0 && share <= 1) {
            throw .outOfRange(setting: what, value: share, allowed: "from 0 to 1")
        }
        let sum = reduce(0, +)
        guard abs(sum - 1) <= 1e-9 else {
            throw .outOfRange(setting: "Sum of the \(what.lowercased())", value: sum, allowed: "1")
        }
    }
}

extension Matrix {
    /// The place of the largest entry of each row.
    /// - Throws: `LearningError.notFinite` for a score that is not finite, which decides nothing.
    package func decisions() throws(LearningError) -> [Int] {
        try requireFinite("Score")
        return rowMaxima
    }
}

extension Matrix {
    /// The place of the largest entry of each row: the predicted class, where columns are classes.
    public var rowMaxima: [Int] { (0..<rows).map { row($0).placeOfHighest } }
}

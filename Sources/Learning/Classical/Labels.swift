extension [Int] {
    /// - Throws: `LearningError.labelOutOfRange` unless all labels lie in 0..<`classes`.
    func requireClasses(_ classes: Int) throws(LearningError) {
        guard classes > 0 else { throw .outOfRange(setting: "Classes", value: Double(classes), allowed: "at least 1") }
        if let index = firstIndex(where: { $0 < 0 || $0 >= classes }) {
            throw .labelOutOfRange(label: self[index], index: index, classes: classes)
        }
    }

    /// How often each label in 0..<`classes` occurs.
    /// - Throws: `LearningError.missingClass` for a label that does not occur; also as `requireClasses`.
    func counts(classes: Int) throws(LearningError) -> [Int] {
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
    /// The place of the largest entry, the first of equal ones; 0 for an empty array.
    public var indexOfMaximum: Int {
        var best = 0
        for i in indices where self[i] > self[best] { best = i }
        return best
    }
}

extension Matrix {
    /// The place of the largest entry of each row: the predicted class, where columns are classes.
    public var rowMaxima: [Int] { (0..<rows).map { row($0).indexOfMaximum } }
}

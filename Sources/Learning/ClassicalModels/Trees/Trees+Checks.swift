import LinearAlgebra

extension Array {
    /// The first `count` of an ensemble, all of them when nil.
    /// - Throws: `LearningError.outOfRange` unless there are as many, and at least one.
    func first(_ count: Int?, _ setting: String) throws(LearningError) -> ArraySlice<Element> {
        guard let count else { return self[...] }
        guard count >= 1 && count <= self.count else {
            throw .outOfRange(setting: setting, value: Double(count), allowed: "from 1 to \(self.count)")
        }
        return self[..<count]
    }
}

extension [ClassificationTree] {
    /// - Throws: `LearningError` unless there are trees, all of the same features and of these classes.
    func requireLikeness(classes: Int) throws(LearningError) {
        guard let features = first?.features else { throw .empty(what: "trees") }
        for tree in self {
            guard tree.features == features else {
                throw .sizesDisagree(
                    what: "Features of a tree", tree.features, other: "features of the first", features)
            }
            guard tree.classes == classes else {
                throw .sizesDisagree(what: "Classes of a tree", tree.classes, other: "classes", classes)
            }
        }
    }
}

extension [RegressionTree] {
    /// - Throws: `LearningError` unless there are trees, all of the same features.
    func requireLikeness() throws(LearningError) {
        guard let features = first?.features else { throw .empty(what: "trees") }
        for tree in self where tree.features != features {
            throw .sizesDisagree(what: "Features of a tree", tree.features, other: "features of the first", features)
        }
    }
}

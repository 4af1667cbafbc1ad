import LinearAlgebra

/// A division of examples into folds, each of which is left out of training once.
public struct CrossValidation: Sendable, Codable, Equatable {
    /// The examples of each fold, in ascending order.
    public let folds: [[Int]]
    /// How many examples are divided.
    public let count: Int

    /// `folds` random folds of `count` examples, whose sizes differ by one at most.
    /// - Throws: `LearningError` unless 2 ≤ `folds` ≤ `count`.
    public init(_ folds: Int, of count: Int, using stream: inout RandomStream) throws(LearningError) {
        self.folds = try Split.folds(folds, of: count, using: &stream).map { $0.sorted() }
        self.count = count
    }

    /// Folds in which each class has its share: the counts of a class in two folds differ by one at most, and so do the
    /// sizes of the folds.
    /// - Throws: `LearningError` unless 2 ≤ `folds` ≤ the number of examples of every class that occurs.
    public init(
        _ folds: Int, stratifying labels: [Int], using stream: inout RandomStream
    ) throws(LearningError) {
        guard folds >= 2 else { throw .outOfRange(setting: "Folds", value: Double(folds), allowed: "at least 2") }
        guard !labels.isEmpty else { throw .empty(what: "examples") }
        var parts = [[Int]](repeating: [], count: folds)
        var next = 0
        for label in Set(labels).sorted() {
            let members = labels.indices.filter { labels[$0] == label }
            guard members.count >= folds else {
                throw .tooFew(what: "examples of class \(label)", count: members.count, needed: folds)
            }
            for place in stream.permutation(members.count) {
                parts[next % folds].append(members[place])
                next += 1
            }
        }
        self.folds = parts.map { $0.sorted() }
        count = labels.count
    }

    /// The examples that are not in fold `fold`, in ascending order.
    public func training(without fold: Int) -> [Int] {
        let left = Set(folds[fold])
        return (0..<count).filter { !left.contains($0) }
    }

    /// The mean loss of each of several candidates, settings or models, on each fold.
    /// - Parameter losses: given the examples to train on and those left out, the mean loss of each candidate on the latter.
    /// - Throws: what `losses` throws, and `LearningError` when folds give differing numbers of losses, or a loss that is
    ///   not finite.
    public func curve(_ losses: (_ training: [Int], _ held: [Int]) throws -> [Double]) throws -> ValidationCurve {
        try ValidationCurve(
            losses: folds.indices.map { try losses(training(without: $0), folds[$0]) }, sizes: folds.map(\.count))
    }
}

extension CrossValidation {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let folds = try container.decode([[Int]].self, forKey: .folds)
        let count = try container.decode(Int.self, forKey: .count)
        try decoder.check { () throws(LearningError) in
            guard folds.count >= 2 else { throw .tooFew(what: "folds", count: folds.count, needed: 2) }
            let members = folds.joined().sorted()
            guard members.count == count else {
                throw .sizesDisagree(what: "Examples of the folds", members.count, other: "examples", count)
            }
            for (place, member) in members.enumerated() where member != place {
                throw .outOfRange(setting: "Example of a fold", value: Double(member), allowed: "\(place)")
            }
        }
        self.folds = folds
        self.count = count
    }
}

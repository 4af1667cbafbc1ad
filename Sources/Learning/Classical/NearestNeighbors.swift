/// k nearest neighbours in Euclidean distance, by comparing with every example.
public struct NearestNeighbors: Sendable {
    private let examples: Matrix
    private let squares: [Double]

    /// - Throws: `LearningError` when there are no examples or a value is not finite.
    public init(_ examples: Matrix) throws(LearningError) {
        guard examples.rows > 0 else { throw .empty(what: "examples") }
        try examples.requireFinite("Input value")
        self.examples = examples
        squares = (0..<examples.rows).map {
            let row = examples.row($0)
            return row.dot(row)
        }
    }

    /// The `count` nearest examples of each row of `x`, nearest first; of equally near ones the first.
    /// - Throws: `LearningError` when there are fewer examples, the features disagree or a value is not finite.
    public func neighbors(of x: Matrix, count: Int) throws(LearningError) -> [[Int]] {
        guard x.columns == examples.columns else {
            throw .sizesDisagree(what: "Features", x.columns, other: "features of the examples", examples.columns)
        }
        guard count >= 1 else { throw .outOfRange(setting: "Neighbours", value: Double(count), allowed: "at least 1") }
        guard count <= examples.rows else { throw .tooFew(what: "examples", count: examples.rows, needed: count) }
        try x.requireFinite("Input value")
        var found: [[Int]] = []
        found.reserveCapacity(x.rows)
        // Blocks of rows keep the table of products small.
        for start in stride(from: 0, to: x.rows, by: 256) {
            let block = x.selectingRows(start..<min(start + 256, x.rows))
            let products = block.timesTransposed(examples)
            for i in 0..<block.rows {
                // ‖e‖² − 2xᵀe orders as the distance does.
                let row = products.row(i)
                found.append(nearest(zip(squares, row).map { $0 - 2 * $1 }, count))
            }
        }
        return found
    }

    /// The class that most of the `count` nearest examples have; of equally frequent ones the first.
    /// - Parameter labels: one an example, in 0..<`classes`.
    /// - Throws: as `neighbors`, and for labels that disagree or are out of range.
    public func classes(
        of x: Matrix, count: Int, labels: [Int], classes: Int
    ) throws(LearningError) -> [Int] {
        try labels.requireClasses(classes)
        guard labels.count == examples.rows else {
            throw .sizesDisagree(what: "Examples", examples.rows, other: "labels", labels.count)
        }
        return try neighbors(of: x, count: count).map { near in
            var votes = [Double](repeating: 0, count: classes)
            for example in near { votes[labels[example]] += 1 }
            return votes.indexOfMaximum
        }
    }

    /// The mean target of the `count` nearest examples.
    /// - Throws: as `neighbors`, and for targets that disagree.
    public func means(of x: Matrix, count: Int, targets: [Double]) throws(LearningError) -> [Double] {
        guard targets.count == examples.rows else {
            throw .sizesDisagree(what: "Examples", examples.rows, other: "targets", targets.count)
        }
        return try neighbors(of: x, count: count).map { near in
            near.reduce(0) { $0 + targets[$1] } / Double(count)
        }
    }

    /// Keeps the best so far in order, which is quick because few numbers get in.
    private func nearest(_ distances: [Double], _ count: Int) -> [Int] {
        var best: [Int] = []
        for (example, distance) in distances.enumerated() {
            if best.count == count, let last = best.last, distance >= distances[last] { continue }
            let place = best.firstIndex { distance < distances[$0] } ?? best.count
            best.insert(example, at: place)
            if best.count > count { best.removeLast() }
        }
        return best
    }
}

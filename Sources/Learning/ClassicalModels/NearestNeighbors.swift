import LinearAlgebra

/// k nearest neighbours in Euclidean distance, by comparing with every example.
///
/// ‖e‖² − 2xᵀe by a matrix product picks the examples that can be among the nearest for all that rounding may have done;
/// the differences x − e themselves decide between them, so that an offset common to all the data costs no digits.
public struct NearestNeighbors: Sendable {
    /// The examples divided by `unit`.
    private let examples: Matrix
    /// The examples less `middle`.
    private let centred: Matrix
    private let squares: [Double]
    /// Halfway between the lowest and the highest value of each feature.
    private let middle: [Double]
    /// A power of two that keeps squares in range; 1 for common data.
    private let unit: Double

    /// - Throws: `LearningError` when there are no examples or no features, or a value is not finite.
    public init(_ examples: Matrix) throws(LearningError) {
        guard examples.rows > 0 else { throw .empty(what: "examples") }
        guard examples.columns > 0 else { throw .empty(what: "features") }
        try examples.requireFinite("Input value")
        var low = examples.row(0)
        var high = low
        for i in 0..<examples.rows {
            for j in low.indices {
                low[j] = min(low[j], examples[i, j])
                high[j] = max(high[j], examples[i, j])
            }
        }
        let unit = (low + high).unit
        middle = zip(low, high).map { 0.5 * ($0 / unit) + 0.5 * ($1 / unit) }
        self.unit = unit
        self.examples = examples.divided(by: unit)
        centred = self.examples.subtractingFromRows(middle)
        squares = centred.rowSquares
    }

    /// The `count` nearest examples of each row of `x`, nearest first; of equally near ones the first.
    /// - Throws: `LearningError` when there are fewer examples, the features disagree or a value is not finite.
    public func neighbors(of x: Matrix, count: Int) throws(LearningError) -> [[Int]] {
        try x.requireFeatures(examples.columns, of: "the examples")
        guard count >= 1 else { throw .outOfRange(setting: "Neighbours", value: Double(count), allowed: "at least 1") }
        guard count <= examples.rows else { throw .tooFew(what: "examples", count: examples.rows, needed: count) }
        var found: [[Int]] = []
        found.reserveCapacity(x.rows)
        // Blocks of rows keep the table of products small.
        for start in stride(from: 0, to: x.rows, by: 256) {
            let block = x.selectingRows(start..<min(start + 256, x.rows)).divided(by: unit)
            let moved = block.subtractingFromRows(middle)
            let products = moved.timesTransposed(centred)
            let lengths = moved.rowSquares
            for i in 0..<block.rows {
                let distances = zip(squares, products.row(i)).map { $0 - 2 * $1 }
                found.append(nearest(to: block.row(i), of: candidates(distances, lengths[i], count), count))
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
            return votes.placeOfHighest
        }
    }

    /// The mean target of the `count` nearest examples.
    /// - Throws: as `neighbors`, and for targets that disagree or are not finite.
    public func means(of x: Matrix, count: Int, targets: [Double]) throws(LearningError) -> [Double] {
        guard targets.count == examples.rows else {
            throw .sizesDisagree(what: "Examples", examples.rows, other: "targets", targets.count)
        }
        try targets.requireFinite("Target")
        return try neighbors(of: x, count: count).map { near in
            near.reduce(0) { $0 + targets[$1] } / Double(count)
        }
    }

    /// All examples that may be among the `count` nearest, given distances (less ‖x‖²) that are right but for rounding.
    private func candidates(_ distances: [Double], _ length: Double, _ count: Int) -> [Int] {
        let all = Array(distances.indices)
        guard let last = NearestNeighbors.nearest(count, of: all, distances).last else { return [] }
        // Sums of n products are right to n roundings of the terms, which centring and squaring have rounded before.
        let rounding = Double(examples.columns + 8) * 0x1p-52
        let limit = distances[last] + rounding * (length + squares[last])
        // Far outside all the examples products overflow; then the differences decide about all.
        guard limit.isFinite else { return all }
        return all.filter { distances[$0] - rounding * (length + squares[$0]) <= limit }
    }

    private func nearest(to x: [Double], of candidates: [Int], _ count: Int) -> [Int] {
        let width = examples.columns
        let distances = examples.elements.withUnsafeBufferPointer { elements in
            candidates.map { example in
                var sum = 0.0
                for j in 0..<width {
                    let difference = x[j] - elements[example * width + j]
                    sum += difference * difference
                }
                return sum
            }
        }
        return NearestNeighbors.nearest(count, of: candidates, distances)
    }

    /// Keeps the best so far in order, which is quick because few numbers get in.
    private static func nearest(_ count: Int, of candidates: [Int], _ distances: [Double]) -> [Int] {
        var best: [(example: Int, distance: Double)] = []
        for (example, distance) in zip(candidates, distances) {
            if best.count == count, let last = best.last, distance >= last.distance { continue }
            let place = best.firstIndex { distance < $0.distance } ?? best.count
            best.insert((example, distance), at: place)
            if best.count > count { best.removeLast() }
        }
        return best.map(\.example)
    }
}

extension Matrix {
    fileprivate func divided(by unit: Double) -> Matrix { unit == 1 ? self : mapped { $0 / unit } }

    /// The squared length of each row.
    fileprivate var rowSquares: [Double] {
        (0..<rows).map {
            let row = row($0)
            return row.dot(row)
        }
    }
}

/// Vectors are arrays of doubles.
extension [Double] {
    /// The inner product with `other`, of the same length.
    public func dot(_ other: [Double]) -> Double {
        precondition(count == other.count, "vectors of \(count) and \(other.count)")
        var sum = 0.0
        for i in indices { sum += self[i] * other[i] }
        return sum
    }

    /// The Euclidean norm.
    public var norm: Double { dot(self).squareRoot() }

    /// The sum of the absolute values.
    public var sumOfMagnitudes: Double { reduce(0) { $0 + abs($1) } }

    /// The largest absolute value, 0 for an empty vector, NaN where there is one.
    public var largestMagnitude: Double {
        var largest = 0.0
        for value in self where !(abs(value) <= largest) {
            largest = abs(value)
            if largest.isNaN { break }
        }
        return largest
    }

    public func adding(_ other: [Double]) -> [Double] { combined(other, +) }
    public func subtracting(_ other: [Double]) -> [Double] { combined(other, -) }
    public func scaled(by factor: Double) -> [Double] { map { factor * $0 } }

    private func combined(_ other: [Double], _ combine: (Double, Double) -> Double) -> [Double] {
        precondition(count == other.count, "vectors of \(count) and \(other.count)")
        return zip(self, other).map(combine)
    }
}

extension Double {
    /// The larger of two errors; NaN where one of them is, so that no failure is hidden as `max` would.
    public static func worse(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }
}

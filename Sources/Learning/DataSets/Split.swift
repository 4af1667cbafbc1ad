import LinearAlgebra

/// A random partition of example numbers.
public enum Split {
    /// Disjoint parts of the sizes given, drawn from 0..<`count`; what is left over belongs to no part.
    /// - Throws: `LearningError.outOfRange` for a negative size, `tooFew` when the sizes add up to more than `count`.
    public static func parts(
        _ sizes: [Int], of count: Int, using stream: inout RandomStream
    ) throws(LearningError) -> [[Int]] {
        var needed = 0
        for size in sizes {
            guard size >= 0 else { throw .outOfRange(setting: "Part", value: Double(size), allowed: "at least 0") }
            let sum = needed.addingReportingOverflow(size)
            needed = sum.overflow ? .max : sum.partialValue
        }
        guard needed <= count else { throw .tooFew(what: "examples", count: count, needed: needed) }
        let order = stream.permutation(count)
        var start = 0
        return sizes.map { size in
            defer { start += size }
            return Array(order[start..<start + size])
        }
    }

    /// `folds` disjoint parts of 0..<`count` whose sizes differ by at most one, for cross-validation.
    /// - Throws: `LearningError` unless 2 ≤ `folds` ≤ `count`.
    public static func folds(
        _ folds: Int, of count: Int, using stream: inout RandomStream
    ) throws(LearningError) -> [[Int]] {
        guard folds >= 2 else { throw .outOfRange(setting: "Folds", value: Double(folds), allowed: "at least 2") }
        guard folds <= count else { throw .tooFew(what: "examples", count: count, needed: folds) }
        let sizes = (0..<folds).map { count / folds + ($0 < count % folds ? 1 : 0) }
        return try parts(sizes, of: count, using: &stream)
    }
}

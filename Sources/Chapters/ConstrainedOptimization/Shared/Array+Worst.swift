extension Double {
    /// The larger of two errors; not a number if one of them isn't, so that no failure is hidden.
    static func worse(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }
}

extension [Double] {
    /// The largest magnitude; not a number if one of them isn't.
    var worst: Double { reduce(0) { Double.worse($0, abs($1)) } }
}

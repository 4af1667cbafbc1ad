extension Line {
    /// The share of the numbers that are not above x: the empirical distribution function, a step at each.
    public static func cumulativeShare(of values: some Sequence<Double>) -> Line {
        let sorted = values.filter(\.isFinite).sorted()
        let count = Double(sorted.count)
        guard let first = sorted.first else { return Line(x: [Double](), y: [Double]()) }
        return Line(x: [first] + sorted, y: [0] + sorted.indices.map { Double($0 + 1) / count }).stepped(.after)
    }

    /// A smooth density of some numbers: the mean of a normal density around each, as wide as Silverman's rule says.
    ///
    /// - Parameters:
    ///   - values: those that are not finite don't count.
    ///   - bandwidth: the standard deviation of each normal density; nil takes Silverman's.
    public static func density(of values: some Sequence<Double>, bandwidth: Double? = nil) -> Line {
        let curve = KernelDensity(Array(values), bandwidth: bandwidth)?.curve(samples: 300)
        return Line(x: curve?.places ?? [], y: curve?.densities ?? [])
    }
}

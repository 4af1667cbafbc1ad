import Foundation

/// A smooth density of some numbers: the mean of a normal density around each.
struct KernelDensity {
    let values: [Double]
    /// The standard deviation of each normal density.
    let bandwidth: Double

    /// Silverman's rule, 0.9 n^(−1/5) times the smaller of the deviation and the quartiles' distance over 1.34. Nil with
    /// fewer than two different numbers.
    init?(_ numbers: [Double], bandwidth: Double? = nil) {
        guard let quartiles = Quartiles(numbers), let first = quartiles.sorted.first, let last = quartiles.sorted.last,
            first < last
        else { return nil }
        values = quartiles.sorted
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
        let box = (quartiles.high - quartiles.low) / 1.34
        self.bandwidth = bandwidth ?? 0.9 * (box > 0 ? min(deviation, box) : deviation) * pow(count, -0.2)
    }

    func density(at place: Double) -> Double {
        let reach = 6 * bandwidth
        let sum = values.reduce(0.0) { sum, value in
            let distance = (place - value) / bandwidth
            return abs(place - value) < reach ? sum + exp(-distance * distance / 2) : sum
        }
        return sum / (Double(values.count) * bandwidth * (2 * Double.pi).squareRoot())
    }

    /// Places from three bandwidths below the lowest number to three above the highest, with the density at each.
    ///
    /// They are even where they are close enough for the density, else even within each run of numbers that lie close.
    func curve(samples: Int = 160) -> (places: [Double], densities: [Double]) {
        let (start, end) = ((values.first ?? 0) - 3 * bandwidth, (values.last ?? 0) + 3 * bandwidth)
        let isClose = (end - start) / Double(samples - 1) <= bandwidth
        let places = isClose ? Self.even(start, end, samples) : runs.flatMap(places(of:))
        return (places, places.map(density))
    }

    /// The curve for a logarithmic axis: places at equal ratios, after zero where the density reaches so far.
    func curveAtEqualRatios(samples: Int = 160) -> (places: [Double], densities: [Double]) {
        let (start, end) = ((values.first ?? 0) - 3 * bandwidth, (values.last ?? 0) + 3 * bandwidth)
        let lowest = start > 0 ? start : values.first { $0 > 0 } ?? .nan
        guard lowest < end else { return ([], []) }
        let ratios = Self.even(log(lowest / 2), log(end), samples).map(exp)
        let places = start > 0 ? [start] + ratios.filter { $0 > start } : [0] + ratios
        return (places, places.map(density))
    }

    private static func even(_ start: Double, _ end: Double, _ count: Int) -> [Double] {
        (0..<count).map { start + (end - start) * Double($0) / Double(count - 1) }
    }

    /// Numbers whose densities overlap.
    private var runs: [ArraySlice<Double>] {
        var runs: [ArraySlice<Double>] = []
        var start = 0
        for index in values.indices where index > start && values[index] - values[index - 1] > 6 * bandwidth {
            runs.append(values[start..<index])
            start = index
        }
        return runs + [values[start...]]
    }

    /// Places at most a third of a bandwidth apart, unless there are very many.
    private func places(of run: ArraySlice<Double>) -> [Double] {
        guard let low = run.first, let high = run.last else { return [] }
        let count = max(20, min(2000, ((high - low) / bandwidth * 3 + 20).rounded(.up)))
        return Self.even(low - 3 * bandwidth, high + 3 * bandwidth, Int(count))
    }
}

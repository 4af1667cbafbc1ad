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
    func curve(samples: Int = 160) -> (places: [Double], densities: [Double]) {
        let (start, end) = ((values.first ?? 0) - 3 * bandwidth, (values.last ?? 0) + 3 * bandwidth)
        let places = (0..<samples).map { start + (end - start) * Double($0) / Double(samples - 1) }
        return (places, places.map(density))
    }
}

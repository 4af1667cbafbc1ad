import Foundation

/// Runge's function 1 / (1 + 25x²), whose poles lie at ±i/5.
public func runge(_ x: Double) -> Double { 1 / (1 + 25 * x * x) }

/// Its derivative.
public func rungeSlope(_ x: Double) -> Double { -50 * x * runge(x) * runge(x) }

/// A curve through points.
public protocol Interpolant {
    func value(at x: Double) -> Double
}

extension Interpolant {
    /// The largest distance from `function` at 2001 places between −1 and 1.
    public func largestError(against function: (Double) -> Double) -> Double {
        grid(2001).map { (value(at: $0) - function($0)).magnitude }.max() ?? 0
    }
}

/// `count` evenly spaced places from −1 to 1.
public func grid(_ count: Int) -> [Double] { (0..<count).map { -1 + 2 * Double($0) / Double(count - 1) } }

/// The extrema of the Chebyshev polynomial of `degree` ≥ 1, in ascending order.
public func chebyshev(_ degree: Int) -> [Double] { (0...degree).map { -cos(.pi * Double($0) / Double(degree)) } }

/// The polynomial through points, by the barycentric formula (Berrut and Trefethen, 2004).
public struct Polynomial: Interpolant {
    private let nodes: [Double]
    private let values: [Double]
    private let weights: [Double]

    public init(through nodes: [Double], _ values: [Double]) {
        self.nodes = nodes
        self.values = values
        // Each factor is doubled, which all weights have in common: an interval of length 2 has capacity 1/2.
        weights = nodes.indices.map { j in
            nodes.indices.reduce(1) { $1 == j ? $0 : $0 / (2 * (nodes[j] - nodes[$1])) }
        }
    }

    public func value(at x: Double) -> Double {
        if let place = nodes.firstIndex(of: x) { return values[place] }
        var (above, below) = (0.0, 0.0)
        for (j, node) in nodes.enumerated() {
            let share = weights[j] / (x - node)
            above += share * values[j]
            below += share
        }
        return above / below
    }

    /// By how much errors of the values may grow in the curve at most: the largest sum of |ℓⱼ(x)|.
    public var lebesgueConstant: Double {
        grid(2001).map { x in
            if nodes.contains(x) { return 1 }
            let shares = nodes.indices.map { weights[$0] / (x - nodes[$0]) }
            return shares.reduce(0) { $0 + $1.magnitude } / shares.reduce(0, +).magnitude
        }.max() ?? 1
    }
}

/// The cubic spline through evenly spaced points from −1 to 1 with given slopes at its ends.
public struct Spline: Interpolant {
    private let values: [Double]
    private let slopes: [Double]
    private let width: Double

    /// - Parameter values: two at least.
    public init(_ values: [Double], slopes ends: (Double, Double)) {
        let last = values.count - 1
        width = 2 / Double(last)
        // Slopes within solve s[k-1] + 4 s[k] + s[k+1] = 3 (y[k+1] - y[k-1]) / h, by elimination from the left.
        var (slopes, factors) = ([Double](repeating: 0, count: last + 1), [Double](repeating: 0, count: last + 1))
        (slopes[0], slopes[last]) = ends
        if last > 1 {
            for k in 1..<last {
                let pivot = 4 - factors[k - 1]
                factors[k] = 1 / pivot
                slopes[k] = (3 * (values[k + 1] - values[k - 1]) / width - slopes[k - 1]) / pivot
            }
            for k in (1..<last).reversed() { slopes[k] -= factors[k] * slopes[k + 1] }
        }
        self.values = values
        self.slopes = slopes
    }

    public func value(at x: Double) -> Double {
        let k = min(max(Int((x + 1) / width), 0), values.count - 2)
        let t = (x + 1) / width - Double(k)
        let rise = values[k + 1] - values[k]
        let (a, b) = (slopes[k] * width - rise, rise - slopes[k + 1] * width)
        return values[k] + t * rise + t * (1 - t) * (a * (1 - t) + b * t)
    }
}

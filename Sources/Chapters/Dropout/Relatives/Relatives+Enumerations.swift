import Foundation
import LinearAlgebra
import LinearModels

extension Relatives {
    /// All members of a linear layer with three inputs and two outputs.
    static func dropConnect(from stream: inout RandomStream, equations: Equations) -> (
        gap: Double, error: Double, productError: Double
    ) {
        let w = Matrix(rows: 3, columns: 2, elements: stream.normals(6))
        let v = stream.normals(3)
        let dropped = Masks(3, keep: 0.5).values.map { equations.subModel(w, [0, 0], $0, v) }
        let connected = Masks(6, keep: 0.5).values.map { mask in
            let kept = Matrix(rows: 3, columns: 2, elements: zip(mask, w.elements).map { $0 * $1 })
            return kept.transposedTimes(v)
        }
        func reach(_ some: [[Double]], _ others: [[Double]]) -> Double {
            some.map { member in others.map { $0.distance(to: member) }.min() ?? .nan }.max() ?? .nan
        }
        // Every product is a unit of its own that leads to one output.
        let products = (0..<6).map { w.elements[$0] * v[$0 / 2] }
        let outputs = Matrix(rows: 6, columns: 2) { $0 % 2 == $1 ? 1 : 0 }
        let asUnits = Masks(6, keep: 0.5).values.map { equations.subModel(outputs, [0, 0], $0, products) }
        return (
            reach(connected, dropped), reach(dropped, connected),
            zip(asUnits, connected).map { $0.distance(to: $1) }.max() ?? .nan
        )
    }

    struct Pooling {
        let error: Double
        let gap: Double
        let nonlinearGap: Double
        let functions: Int
    }

    /// A convolution of 3 × 3 weights over 6 × 6 numbers, smoothly rectified: a map of 4 × 4 in four regions, each pooled at a random
    /// place; softmax over a linear layer on top.
    static func pooling(from stream: inout RandomStream, equations: Equations) -> Pooling {
        let image = Matrix(rows: 6, columns: 6, elements: stream.normals(36))
        let filter = Matrix(rows: 3, columns: 3, elements: stream.normals(9))
        let map = Matrix(rows: 4, columns: 4) { row, column in
            let sum = (0..<9).reduce(0.0) { $0 + filter[$1 / 3, $1 % 3] * image[row + $1 / 3, column + $1 % 3] }
            return log(1 + exp(sum))
        }
        let regions = (0..<4).map { region in
            (0..<4).map { map[region / 2 * 2 + $0 / 2, region % 2 * 2 + $0 % 2] }
        }
        let w = Matrix(rows: 4, columns: 2, elements: stream.normals(8).scaled(by: 0.2))
        let hidden = Matrix(rows: 4, columns: 4, elements: stream.normals(16))
        let shares = regions.map(equations.poolingShares)
        func bent(_ pooled: [Double]) -> [Double] {
            w.transposedTimes(hidden.transposedTimes(pooled).map { tanh(0.3 * $0) })
        }
        var (logs, bentLogs): ([[Double]], [[Double]]) = ([], [])
        var weights: [Double] = []
        for choice in 0..<256 {
            let places = (0..<4).map { choice >> (2 * $0) & 3 }
            let pooled = places.enumerated().map { regions[$0][$1] }
            logs.append(w.transposedTimes(pooled).logSoftmax)
            bentLogs.append(bent(pooled).logSoftmax)
            // A place is drawn with probability proportional to its activation.
            weights.append(places.enumerated().reduce(1) { $0 * regions[$1.0][$1.1] / regions[$1.0].reduce(0, +) })
        }
        let means = zip(regions, shares).map { $0.dot($1) }
        let ensemble = equations.ensemble(logs, weights)
        return Pooling(
            error: ensemble.distance(to: w.transposedTimes(means).softmax),
            gap: ensemble.distance(to: w.transposedTimes(regions.map { $0.max() ?? 0 }).softmax),
            nonlinearGap: equations.ensemble(bentLogs, weights).distance(to: bent(means).softmax),
            functions: Set(logs.map { $0.map { ($0 * 1e9).rounded() } }).count)
    }
}

import Foundation
import LinearAlgebra

/// Figure 7.6 as a network of tanh units: x → shared → h₁, h₂, h₃; yₜ from hₜ; a reconstruction of x from all three.
package struct SharedTrunk: Sendable {
    /// The groups of parameters, from the trunk upwards; each is a matrix whose last column holds offsets.
    package enum Group: String, CaseIterable, Sendable {
        case trunk, first, second, third, firstOutput, secondOutput, reconstruction
    }

    /// What can be asked of the network.
    package enum Target: CaseIterable, Sendable { case firstTask, secondTask, input }

    package var parameters: [Group: Matrix]
    private let slope: @Sendable (Double) -> Double

    /// Standard normal parameters, divided by the square root of each unit's inputs.
    package init(
        inputs: Int, shared: Int, units: Int, slope: @escaping @Sendable (Double) -> Double, stream: RandomStream
    ) {
        self.slope = slope
        let shapes: [Group: (Int, Int)] = [
            .trunk: (shared, inputs), .first: (units, shared), .second: (units, shared), .third: (units, shared),
            .firstOutput: (1, units), .secondOutput: (1, units), .reconstruction: (inputs, 3 * units),
        ]
        parameters = [:]
        for group in Group.allCases {
            guard let (rows, columns) = shapes[group] else { continue }
            var own = stream.split(group.rawValue)
            parameters[group] = Matrix(rows: rows, columns: columns + 1) { _, _ in
                own.normal() / Double(columns).squareRoot()
            }
        }
    }

    private func map(_ group: Group, _ x: [Double]) -> [Double] {
        parameters[group, default: Matrix(rows: 0, columns: x.count + 1)] * (x + [1])
    }

    private struct Units {
        let shared: [Double]
        let heads: [[Double]]
    }

    private func units(_ x: [Double]) -> Units {
        let shared = map(.trunk, x).map { tanh($0) }
        return Units(shared: shared, heads: [Group.first, .second, .third].map { map($0, shared).map { tanh($0) } })
    }

    /// What `target` is to be, from the input x and the two tasks' targets y.
    private func wanted(_ target: Target, _ x: [Double], _ y: [Double]) -> [Double] {
        switch target {
        case .firstTask: [y[0]]
        case .secondTask: [y[1]]
        case .input: x
        }
    }

    /// Where the answer for `target` comes from: its last group of parameters, and the heads that feed it.
    private func source(_ target: Target) -> (group: Group, heads: [Int]) {
        switch target {
        case .firstTask: (.firstOutput, [0])
        case .secondTask: (.secondOutput, [1])
        case .input: (.reconstruction, [0, 1, 2])
        }
    }

    /// Half the squared error of `target`.
    package func loss(_ target: Target, x: [Double], y: [Double]) -> Double {
        let (group, heads) = source(target)
        let all = units(x)
        let error = map(group, heads.flatMap { all.heads[$0] }).subtracting(wanted(target, x, y))
        return 0.5 * error.dot(error)
    }

    // snippet.shared-trunk
    /// The derivatives of that loss by every group: what no path leads to stays zero.
    package func gradient(_ target: Target, x: [Double], y: [Double]) -> [Group: Matrix] {
        var gradient = parameters.mapValues { Matrix(rows: $0.rows, columns: $0.columns) }
        let (last, heads) = source(target)
        let all = units(x)
        let below = heads.flatMap { all.heads[$0] }
        let error = map(last, below).subtracting(wanted(target, x, y))
        gradient[last] = error.outer(below + [1])
        let toHeads = parameters[last, default: Matrix(rows: 0, columns: 0)].transposedTimes(error)
        var toShared = [Double](repeating: 0, count: all.shared.count)
        for (place, head) in heads.enumerated() {
            let group = [Group.first, .second, .third][head]
            let values = all.heads[head]
            let delta = values.indices.map { toHeads[place * values.count + $0] * slope(values[$0]) }
            gradient[group] = delta.outer(all.shared + [1])
            let back = parameters[group, default: Matrix(rows: 0, columns: 0)].transposedTimes(delta)
            for unit in toShared.indices { toShared[unit] += back[unit] }
        }
        let delta = all.shared.indices.map { toShared[$0] * slope(all.shared[$0]) }
        gradient[.trunk] = delta.outer(x + [1])
        return gradient
    }
    // snippet.end
}

extension [Double] {
    /// The matrix of all products of entries of both.
    fileprivate func outer(_ other: [Double]) -> Matrix {
        Matrix(rows: count, columns: other.count) { self[$0] * other[$1] }
    }
}

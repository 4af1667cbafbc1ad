import Foundation
import LinearAlgebra
import LinearModels

extension Scaling.Results {
    mutating func softmax(_ w: Matrix, _ b: [Double], _ v: [Double], _ equations: Equations) {
        let half = Masks(v.count, keep: 0.5)
        let members = half.values.map { equations.subModel(w, b, $0, v).logSoftmax }
        let ensemble = equations.ensemble(members, half.weights)
        let scaled = equations.scaled(w, b, 0.5, v).softmax
        halfError = .worse(halfError, ensemble.distance(to: scaled))
        let halved = w.transposedTimes(v).adding(b).scaled(by: 0.5).softmax
        halvedOffsetGap = .worse(halvedOffsetGap, ensemble.distance(to: halved))
        var arithmetic = [Double](repeating: 0, count: b.count)
        for (log, weight) in zip(members, half.weights) { arithmetic = arithmetic.adding(log.map { weight * exp($0) }) }
        arithmeticGap = .worse(arithmeticGap, arithmetic.distance(to: scaled))
        let uneven = Masks(v.count, keep: 0.8)
        let target = equations.scaled(w, b, 0.8, v).softmax
        weightedError = .worse(weightedError, equations.ensemble(members, uneven.weights).distance(to: target))
        evenRootGap = .worse(evenRootGap, equations.ensemble(members, uneven.evenWeights).distance(to: target))
    }

    /// The ensemble against softmax(½W_{y,:}ᵀv + b) and softmax(½W_{:,y}ᵀv + b), which only a square W allows.
    mutating func notation(_ entries: [Double], _ b: [Double], _ v: [Double], _ equations: Equations) {
        let w = Matrix(rows: 4, columns: 4, elements: entries)
        let masks = Masks(4, keep: 0.5)
        let members = masks.values.map { equations.subModel(w, b, $0, v).logSoftmax }
        let ensemble = equations.ensemble(members, masks.weights)
        columnError = .worse(columnError, ensemble.distance(to: equations.scaled(w, b, 0.5, v).softmax))
        rowGap = .worse(rowGap, ensemble.distance(to: equations.scaled(w.transposed, b, 0.5, v).softmax))
    }

    /// Members 𝒩(wᵀ(d ⊙ v) + b, σ²): the renormalized product on a grid.
    mutating func gaussian(_ w: [Double], _ v: [Double], _ b: Double, _ equations: Equations) {
        let column = Matrix(rows: w.count, columns: 1, elements: w)
        let masks = Masks(w.count, keep: 0.5)
        let means = masks.values.map { equations.subModel(column, [b], $0, v)[0] }
        let target = equations.scaled(column, [b], 0.5, v)[0]
        let equal = Self.moments(means, precisions: means.map { _ in 1 }, masks.weights, around: target, equations)
        gaussianError = .worse(gaussianError, .worse(abs(equal.mean - target), abs(equal.variance - 1)))
        // The members that keep the first input are twice as sure.
        let precisions = masks.values.map { 1 + $0[0] }
        let unequal = Self.moments(means, precisions: precisions, masks.weights, around: target, equations)
        unequalGap = .worse(unequalGap, abs(unequal.mean - target))
    }

    private static func moments(
        _ means: [Double], precisions: [Double], _ weights: [Double], around centre: Double, _ equations: Equations
    ) -> (mean: Double, variance: Double) {
        let grid = (-400...400).map { centre + Double($0) / 20 }
        let logs = zip(means, precisions).map { mean, precision in
            grid.map { -0.5 * precision * ($0 - mean) * ($0 - mean) }
        }
        let density = equations.ensemble(logs, weights)
        let mean = density.dot(grid)
        return (mean, density.dot(grid.map { ($0 - mean) * ($0 - mean) }))
    }

    /// One output over a hidden layer, normal with a common variance: the product of the members has their mean.
    mutating func regression(_ first: [Double], _ second: [Double], _ v: [Double], _ equations: Equations) {
        let lower = Matrix(rows: 4, columns: 3, elements: first)
        let upper = Matrix(rows: 3, columns: 1, elements: second)
        let (inputs, hidden) = (Masks(4, keep: 0.5), Masks(3, keep: 0.5))
        func gap(_ bend: ([Double]) -> [Double]) -> Double {
            var mean = 0.0
            for (mask, weight) in zip(inputs.values, inputs.weights) {
                let h = bend(equations.subModel(lower, [0, 0, 0], mask, v))
                for (other, share) in zip(hidden.values, hidden.weights) {
                    mean += weight * share * equations.subModel(upper, [0], other, h)[0]
                }
            }
            return abs(mean - equations.scaled(upper, [0], 0.5, bend(equations.scaled(lower, [0, 0, 0], 0.5, v)))[0])
        }
        linearRegressionError = .worse(linearRegressionError, gap { $0 })
        rectifiedGap = .worse(rectifiedGap, gap { $0.map { max($0, 0) } })
    }

    /// Softmax over two linear layers without offsets: masks on inputs and hidden units.
    mutating func deep(_ first: [Double], _ second: [Double], _ v: [Double], _ equations: Equations) {
        let lower = Matrix(rows: 4, columns: 3, elements: first)
        let upper = Matrix(rows: 3, columns: 2, elements: second)
        let (inputs, hidden) = (Masks(4, keep: 0.5), Masks(3, keep: 0.5))
        let zeros = ([0.0, 0, 0], [0.0, 0])
        var logs: [[Double]] = []
        var weights: [Double] = []
        for (mask, weight) in zip(inputs.values, inputs.weights) {
            let h = equations.subModel(lower, zeros.0, mask, v)
            for (other, share) in zip(hidden.values, hidden.weights) {
                logs.append(equations.subModel(upper, zeros.1, other, h).logSoftmax)
                weights.append(weight * share)
            }
        }
        let target = equations.scaled(upper, zeros.1, 0.5, equations.scaled(lower, zeros.0, 0.5, v)).softmax
        deepError = .worse(deepError, equations.ensemble(logs, weights).distance(to: target))
        let tied = zip(hidden.values, hidden.weights).map { mask, weight in
            let h = equations.subModel(lower, zeros.0, mask + [1], v)
            return (equations.subModel(upper, zeros.1, mask, h).logSoftmax, weight)
        }
        let single = equations.scaled(lower, zeros.0, 0.5, [v[0], v[1], v[2], 2 * v[3]])
        let scaled = equations.scaled(upper, zeros.1, 0.5, single).softmax
        tiedGap = .worse(tiedGap, equations.ensemble(tied.map(\.0), tied.map(\.1)).distance(to: scaled))
    }
}

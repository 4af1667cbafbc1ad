import Foundation
import LinearAlgebra

/// The targets of one minibatch as they stand in memory.
enum BatchTargets<Scalar: NetworkScalar> {
    case labels(UnsafePointer<Int>)
    case values(UnsafePointer<Scalar>)
}

extension Loss {
    /// The losses of `rows` examples summed, and, if `delta` is given, the derivative of `scale` times that sum by `outputs`.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func evaluate<Scalar: NetworkScalar>(
        _ outputs: UnsafePointer<Scalar>, _ targets: BatchTargets<Scalar>, rows: Int, columns: Int,
        scale: Scalar, delta: UnsafeMutablePointer<Scalar>?
    ) -> Double {
        var total = 0.0
        for row in 0..<rows {
            let y = outputs + row * columns
            let d = delta.map { $0 + row * columns }
            switch (self, targets) {
            case (.heads(let heads), .values(let values)):
                for j in 0..<columns { d?[j] = 0 }
                for head in heads {
                    let first = head.outputs.lowerBound
                    total +=
                        head.weight
                        * head.loss.evaluate(
                            y + first, .values(values + (row * columns + first)), rows: 1, columns: head.outputs.count,
                            scale: scale * Scalar(head.weight), delta: d.map { $0 + first })
                }
            case (.heads, .labels): return .nan
            case (.softmaxCrossEntropy, .labels(let labels)):
                let (largest, sum) = sumOfExponentials(y, columns, into: d)
                total += log(sum) - (Double(y[labels[row]]) - Double(largest))
                guard let d else { continue }
                let factor = scale / Scalar(sum)
                for j in 0..<columns { d[j] *= factor }
                d[labels[row]] -= scale
            case (.softmaxCrossEntropy, .values(let values)):
                let t = values + row * columns
                let (largest, sum) = sumOfExponentials(y, columns, into: d)
                let logSum = log(sum)
                var mass = Scalar(0)
                for j in 0..<columns {
                    if t[j] != 0 { total += Double(t[j]) * (logSum - (Double(y[j]) - Double(largest))) }
                    mass += t[j]
                }
                guard let d else { continue }
                let factor = mass / Scalar(sum)
                for j in 0..<columns { d[j] = scale * (factor * d[j] - t[j]) }
            case (.squared, _):
                for j in 0..<columns {
                    let difference = y[j] - targets.value(row, j, columns: columns)
                    total += 0.5 * Double(difference) * Double(difference)
                    d?[j] = scale * difference
                }
            case (.sigmoidCrossEntropy, _):
                for j in 0..<columns {
                    let t = targets.value(row, j, columns: columns)
                    let z = Double(y[j])
                    total += max(z, 0) - z * Double(t) + log1p(exp(-abs(z)))
                    d?[j] = scale * (1 / (1 + Scalar.exp(-y[j])) - t)
                }
            }
        }
        return total
    }

    /// The largest of a row of outputs, and the sum of the exponentials of how much each is below it, which go to `powers`.
    ///
    /// Their difference is taken before anything is rounded, so that equal outputs share the probability however far they are.
    @inline(__always)
    private func sumOfExponentials<Scalar: NetworkScalar>(
        _ y: UnsafePointer<Scalar>, _ columns: Int, into powers: UnsafeMutablePointer<Scalar>?
    ) -> (largest: Scalar, sum: Double) {
        var largest = y[0]
        for j in 1..<max(1, columns) where y[j] > largest { largest = y[j] }
        var sum = 0.0
        for j in 0..<columns {
            let power = Scalar.exp(y[j] - largest)
            powers?[j] = power
            sum += Double(power)
        }
        return (largest, sum)
    }
}

extension BatchTargets {
    /// The target of output `j` of example `row`; a label stands for one 1 among zeros.
    @inline(__always)
    func value(_ row: Int, _ j: Int, columns: Int) -> Scalar {
        switch self {
        case .labels(let labels): labels[row] == j ? 1 : 0
        case .values(let values): values[row * columns + j]
        }
    }
}

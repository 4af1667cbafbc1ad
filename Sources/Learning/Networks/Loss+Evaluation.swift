import Foundation

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
                let logSum = logSumOfExponentials(y, columns)
                total += logSum - Double(y[labels[row]])
                guard let d else { continue }
                for j in 0..<columns { d[j] = scale * Scalar.exp(y[j] - Scalar(logSum)) }
                d[labels[row]] -= scale
            case (.softmaxCrossEntropy, .values(let values)):
                let t = values + row * columns
                let logSum = logSumOfExponentials(y, columns)
                var mass = Scalar(0)
                for j in 0..<columns {
                    total += Double(t[j]) * (logSum - Double(y[j]))
                    mass += t[j]
                }
                guard let d else { continue }
                for j in 0..<columns { d[j] = scale * (mass * Scalar.exp(y[j] - Scalar(logSum)) - t[j]) }
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

    @inline(__always)
    private func logSumOfExponentials<Scalar: NetworkScalar>(_ y: UnsafePointer<Scalar>, _ columns: Int) -> Double {
        var greatest = y[0]
        for j in 1..<max(1, columns) where y[j] > greatest { greatest = y[j] }
        var sum = 0.0
        for j in 0..<columns { sum += Double(Scalar.exp(y[j] - greatest)) }
        return Double(greatest) + log(sum)
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

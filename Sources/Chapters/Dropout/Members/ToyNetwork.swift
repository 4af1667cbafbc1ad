import Foundation
import LinearAlgebra
import LinearModels

/// One hidden layer of rectifiers whose units a mask may remove.
struct ToyNetwork {
    var first: Matrix
    var offsets: [Double]
    var second: Matrix
    var last: [Double]

    init(inputs: Int, units: Int, classes: Int, from stream: inout RandomStream) {
        first = Matrix(rows: inputs, columns: units, elements: stream.normals(inputs * units))
        // Offsets that keep most units awake, so that each mask makes a function of its own.
        offsets = stream.normals(units).map { abs($0) + 4 }
        second = Matrix(rows: units, columns: classes, elements: stream.normals(units * classes))
        last = stream.normals(classes)
    }

    private init(_ first: Matrix, _ offsets: [Double], _ second: Matrix, _ last: [Double]) {
        self.first = first
        self.offsets = offsets
        self.second = second
        self.last = last
    }

    private func hidden(_ x: [Double]) -> [Double] { first.transposedTimes(x).adding(offsets).map { max($0, 0) } }

    func logits(_ x: [Double], mask: [Double]) -> [Double] {
        second.transposedTimes(zip(mask, hidden(x)).map { $0 * $1 }).adding(last)
    }

    /// The distance between `unit` multiplied by zero and the network without its weights.
    func removalError(_ unit: Int, _ x: [Double]) -> Double {
        let kept = (0..<offsets.count).filter { $0 != unit }
        let smaller = ToyNetwork(
            first.selectingColumns(kept), kept.map { offsets[$0] }, second.selectingRows(kept), last)
        let mask = offsets.indices.map { $0 == unit ? 0.0 : 1 }
        return logits(x, mask: mask).distance(to: smaller.logits(x, mask: kept.map { _ in 1 }))
    }

    /// The network after one step on the weights into the softmax, seen through `mask`.
    func trained(_ mask: [Double], on x: [Double], label: Int, rate: Double) -> ToyNetwork {
        let seen = zip(mask, hidden(x)).map { $0 * $1 }
        var errors = logits(x, mask: mask).softmax
        errors[label] -= 1
        let next = Matrix(rows: second.rows, columns: second.columns) { second[$0, $1] - rate * seen[$0] * errors[$1] }
        return ToyNetwork(first, offsets, next, last.subtracting(errors.scaled(by: rate)))
    }
}

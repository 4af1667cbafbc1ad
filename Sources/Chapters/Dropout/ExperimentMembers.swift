import Foundation
import Learning
import Notebook

/// Sub-networks as networks of their own.
public struct MemberMeasurements: Codable, Sendable {
    /// The distance between a network whose unit is multiplied by zero and one built without the unit.
    public var removalError: Double
    /// The same for an input of Gaussian bumps multiplied by zero, and with the mask on its distance from the centre instead.
    public var bumpGap: Double
    public var mendedBumpError: Double
    /// Units that may drop, and how many different functions the masks make.
    public let units: Int
    public var functions: Int
    /// Of all other members, how many give another answer after one member took one step of training.
    public var movedBySharing: Int

    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> MemberMeasurements {
        var stream = lab.stream("members")
        let units = 10
        let network = ToyNetwork(inputs: 4, units: units, classes: 3, from: &stream)
        let x = stream.normals(4)
        let bump = bumps(from: &stream)
        let masks = Masks(units, keep: 0.5).values
        let before = masks.map { network.logits(x, mask: $0) }
        // One step of training on the member whose mask keeps every other unit.
        let trained = network.trained(masks[0b01_01010101], on: x, label: 1, rate: 0.1)
        let moved = masks.indices.count { place in
            place != 0b01_01010101 && trained.logits(x, mask: masks[place]).distance(to: before[place]) > 1e-9
        }
        return MemberMeasurements(
            removalError: (0..<units).map { network.removalError($0, x) }.max() ?? .nan, bumpGap: bump.gap,
            mendedBumpError: bump.mended, units: units,
            functions: Set(before.map { $0.map { ($0 * 1e9).rounded() } }).count, movedBySharing: moved)
    }

    /// exp(−‖x − c‖²) with an input removed, against the input multiplied by zero and against the difference multiplied by zero.
    private static func bumps(from stream: inout RandomStream) -> (gap: Double, mended: Double) {
        let x = stream.normals(4)
        let c = stream.normals(4)
        func value(_ distances: [Double]) -> Double { exp(-distances.dot(distances)) }
        let without = value(Array(x.subtracting(c).dropLast()))
        let zeroed = value(Array(x.dropLast()).subtracting(Array(c.dropLast())) + [-c[3]])
        let masked = value(zip(x.subtracting(c), [1, 1, 1, 0]).map { $0 * $1 })
        return (abs(zeroed / without - 1), abs(masked / without - 1))
    }
}

/// One hidden layer of rectifiers whose units a mask may remove.
private struct ToyNetwork {
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

import Foundation
import Laboratory
import LinearAlgebra

/// Sub-networks as networks of their own.
public struct Members: Experiment {
    public init() {}

    public static let question = "What does a mask of zeros make of a network?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
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
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("members")
        let units = 10
        let network = ToyNetwork(inputs: 4, units: units, classes: 3, from: &stream)
        let x = stream.normals(4)
        let bump = Self.bumps(from: &stream)
        let masks = Masks(units, keep: 0.5).values
        let before = masks.map { network.logits(x, mask: $0) }
        // One step of training on the member whose mask keeps every other unit.
        let trained = network.trained(masks[0b01_01010101], on: x, label: 1, rate: 0.1)
        let moved = masks.indices.count { place in
            place != 0b01_01010101 && trained.logits(x, mask: masks[place]).distance(to: before[place]) > 1e-9
        }
        return Results(
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

import Foundation
import Laboratory
import LinearAlgebra
import Statistics

/// A linear function and the box around its input.
public struct LinearFunctions: Experiment {
    /// The formulas that are held against the corners of the box.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How far can a small change of every input move a linear function?"

    public struct Parameters: Codable, Sendable {
        @Parameter("draws of the weights for each number of inputs", in: 1...10_000) public var draws = 40
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The largest relative distance of ε‖w‖₁ from the largest change over all corners of the box.
        public var boxMiss: Double
        /// The smallest relative distance of ε‖w‖₂ from it.
        public var printedMiss: Double
        public let epsilon: Double
        /// Numbers of inputs.
        public let sizes: [Double]
        /// For each size the changes over draws of w: along the sign of w, and along random signs.
        public var signedReaches: [[Double]]
        public var randomReaches: [[Double]]

        /// The power of n between the lowest and the highest number of inputs.
        func power(_ reaches: [[Double]]) -> Double {
            let means = reaches.map(\.mean)
            return log(means[means.count - 1] / means[0]) / log(sizes[sizes.count - 1] / sizes[0])
        }
    }

    /// Numbers of inputs: a toy, MNIST, and an image of 224 × 224 pixels in three colours.
    private static let sizes = [10, 784, 150_528]
    private static let epsilon = 0.01

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("linear")
        let misses = boxMisses(from: &stream)
        var signed: [[Double]] = []
        var random: [[Double]] = []
        for size in Self.sizes {
            var reaches: (signed: [Double], random: [Double]) = ([], [])
            for _ in 0..<parameters.draws {
                let w = stream.normals(size)
                reaches.signed.append(equations.reach(Self.epsilon, w))
                let moved = w.reduce(0) { $0 + (stream.bernoulli(0.5) ? $1 : -$1) }
                reaches.random.append(Self.epsilon * abs(moved))
            }
            signed.append(reaches.signed)
            random.append(reaches.random)
        }
        return Results(
            boxMiss: misses.corrected, printedMiss: misses.printed, epsilon: Self.epsilon,
            sizes: Self.sizes.map(Double.init),
            signedReaches: signed, randomReaches: random)
    }

    /// The largest change over all corners of the box, against the formula and against the draft's with ‖w‖₂.
    private func boxMisses(from stream: inout RandomStream) -> (corrected: Double, printed: Double) {
        var (corrected, printed) = (0.0, Double.infinity)
        for size in [3, 6, 12] {
            let w = stream.normals(size)
            let largest = (0..<1 << size).map { Self.change(of: w, corner: $0) }.max() ?? .nan
            corrected = .worse(corrected, abs(equations.reach(Self.epsilon, w) / largest - 1))
            printed = min(printed, abs(equations.printedReach(Self.epsilon, w) / largest - 1))
        }
        return (corrected, printed)
    }

    /// The change at a corner of the box; bit i tells the side of input i.
    private static func change(of w: [Double], corner: Int) -> Double {
        var sum = 0.0
        for (index, weight) in w.enumerated() { sum += corner >> index & 1 == 1 ? epsilon * weight : -epsilon * weight }
        return sum
    }
}

import Learning
import Notebook

extension LinearMeasurements {
    /// Numbers of inputs: a toy, MNIST, and an image of 224 × 224 pixels in three colours.
    static let sizes = [10, 784, 150_528]
    static let epsilon = 0.01

    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) -> LinearMeasurements {
        var stream = lab.stream("linear")
        let misses = boxMisses(from: &stream, equations: equations)
        var signed: [[Double]] = []
        var random: [[Double]] = []
        for size in sizes {
            var reaches: (signed: [Double], random: [Double]) = ([], [])
            for _ in 0..<parameters.linearDraws {
                let w = stream.normals(size)
                reaches.signed.append(equations.reach(epsilon, w))
                let moved = w.reduce(0) { $0 + (stream.bernoulli(0.5) ? $1 : -$1) }
                reaches.random.append(epsilon * abs(moved))
            }
            signed.append(reaches.signed)
            random.append(reaches.random)
        }
        return LinearMeasurements(
            boxMiss: misses.corrected, printedMiss: misses.printed, epsilon: epsilon, sizes: sizes.map(Double.init),
            signedReaches: signed, randomReaches: random)
    }

    /// The greatest change over all corners of the box, against the formula and against the draft's with ‖w‖₂.
    private static func boxMisses(
        from stream: inout RandomStream, equations: Equations
    ) -> (corrected: Double, printed: Double) {
        var (corrected, printed) = (0.0, Double.infinity)
        for size in [3, 6, 12] {
            let w = stream.normals(size)
            let greatest = (0..<1 << size).map { change(of: w, corner: $0) }.max() ?? .nan
            corrected = max(corrected, abs(equations.reach(epsilon, w) / greatest - 1))
            printed = min(printed, abs(equations.printedReach(epsilon, w) / greatest - 1))
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

import LinearAlgebra

/// Finds inputs near given ones that a network gets wrong: within ±`epsilon` in each number.
public struct AdversarialSearch: Sendable, Hashable, Codable {
    public let epsilon: Double
    /// How far each step goes in every number.
    public let stepSize: Double
    public let steps: Int
    /// Where numbers must stay; nil lets them go anywhere.
    public let clip: ClosedRange<Double>?

    /// The fast gradient sign method: x + ε · sign ∇ₓJ (Goodfellow et al. 2014).
    public static func fastGradientSign(epsilon: Double, clip: ClosedRange<Double>? = nil) -> AdversarialSearch {
        AdversarialSearch(epsilon: epsilon, stepSize: epsilon, steps: 1, clip: clip)
    }

    /// Several signed gradient steps, each cut back to the box around the start.
    public static func projectedGradient(
        epsilon: Double, stepSize: Double, steps: Int, clip: ClosedRange<Double>? = nil
    ) -> AdversarialSearch {
        AdversarialSearch(epsilon: epsilon, stepSize: stepSize, steps: steps, clip: clip)
    }

    /// `examples` with inputs moved to raise the loss, without dropout or noise; targets stay.
    /// - Throws: `LearningError` when parameters or examples don't fit the network, a setting makes no sense, or a derivative is
    ///   not finite.
    public func attack<Scalar: NetworkScalar>(
        _ network: Network, _ parameters: NetworkParameters<Scalar>, _ examples: Examples<Scalar>,
        loss: Loss = .softmaxCrossEntropy
    ) throws -> Examples<Scalar> {
        try check()
        try network.check(parameters)
        try examples.check(for: network, loss)
        var moved: [Scalar] = []
        moved.reserveCapacity(examples.inputs.count)
        for first in stride(from: 0, to: examples.count, by: 500) {
            let chunk = examples.subset(first..<min(first + 500, examples.count))
            var inputs = chunk.inputs
            for _ in 0..<steps {
                let here = Examples(shape: examples.shape, inputs: inputs, targets: chunk.targets)
                let slope = try LossGradient(of: loss, network, at: parameters, on: here).inputs
                if let index = slope.firstNotFinite() {
                    throw LearningError.notFinite(
                        what: "Derivative by the input", index: index, value: Double(slope[index]))
                }
                inputs.withUnsafeMutableBufferPointer { inputs in
                    guard let x = inputs.baseAddress else { return }
                    move(x, from: chunk.inputs, slope, count: inputs.count)
                }
            }
            moved += inputs
        }
        return Examples(shape: examples.shape, inputs: moved, targets: examples.targets)
    }

    /// One step of all the inputs `x` up their `slope`, cut back to the box around `start` and to `clip`.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func move<Scalar: NetworkScalar>(
        _ x: UnsafeMutablePointer<Scalar>, from start: UnsafePointer<Scalar>, _ slope: UnsafePointer<Scalar>,
        count: Int
    ) {
        let (size, reach) = (Scalar(stepSize), Scalar(epsilon))
        let lowest = clip.map { Scalar($0.lowerBound) } ?? -.infinity
        let highest = clip.map { Scalar($0.upperBound) } ?? .infinity
        for i in 0..<count {
            let step: Scalar = slope[i] > 0 ? size : (slope[i] < 0 ? -size : 0)
            let near = max(start[i] - reach, min(start[i] + reach, x[i] + step))
            x[i] = max(lowest, min(highest, near))
        }
    }

    /// - Throws: `LearningError.outOfRange` for a negative distance or fewer than one step.
    func check() throws(LearningError) {
        for (setting, value) in [("epsilon", epsilon), ("step size", stepSize)] where !(value >= 0 && value.isFinite) {
            throw .outOfRange(setting: setting, value: value, allowed: "at least 0")
        }
        guard steps >= 1 else {
            throw .outOfRange(setting: "adversarial steps", value: Double(steps), allowed: "at least 1")
        }
    }
}

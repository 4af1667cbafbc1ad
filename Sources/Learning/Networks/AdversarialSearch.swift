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
    /// - Throws: `LearningError` when the examples don't fit the network.
    public func attack<Scalar: NetworkScalar>(
        _ network: Network, _ parameters: NetworkParameters<Scalar>, _ examples: Examples<Scalar>,
        loss: Loss = .softmaxCrossEntropy
    ) throws -> Examples<Scalar> {
        var moved: [Scalar] = []
        moved.reserveCapacity(examples.inputs.count)
        for first in stride(from: 0, to: examples.count, by: 500) {
            let chunk = examples.subset(first..<min(first + 500, examples.count))
            var inputs = chunk.inputs
            for _ in 0..<steps {
                let here = Examples(shape: examples.shape, inputs: inputs, targets: chunk.targets)
                let slope = try LossGradient(of: loss, network, at: parameters, on: here).inputs
                for i in inputs.indices { inputs[i] = move(inputs[i], from: chunk.inputs[i], slope[i]) }
            }
            moved += inputs
        }
        return Examples(shape: examples.shape, inputs: moved, targets: examples.targets)
    }

    private func move<Scalar: NetworkScalar>(_ x: Scalar, from start: Scalar, _ slope: Scalar) -> Scalar {
        let direction: Scalar = slope > 0 ? 1 : (slope < 0 ? -1 : 0)
        var next = x + Scalar(stepSize) * direction
        next = max(start - Scalar(epsilon), min(start + Scalar(epsilon), next))
        guard let clip else { return next }
        return max(Scalar(clip.lowerBound), min(Scalar(clip.upperBound), next))
    }
}

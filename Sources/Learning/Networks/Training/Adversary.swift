import LinearAlgebra

/// What a trainer adds for adversarial training: each minibatch also moved against the network (Goodfellow et al. 2014):
/// it minimizes share · J(x, y) + (1 − share) · J(x + ε · sign ∇ₓJ(x, y), y).
///
/// The gradient by the input goes through the same masks and noise as the step; what was moved counts as fixed. What layers
/// add to the loss is added to both parts in the same shares.
public struct Adversary: Sendable, Hashable, Codable {
    /// ε.
    public let epsilon: Double
    /// The weight of the loss on the examples as they are.
    public let share: Double
    /// Where numbers must stay; nil lets them go anywhere.
    public let clip: ClosedRange<Double>?

    /// - Throws: `LearningError.outOfRange` for a negative ε or a share outside [0, 1].
    public init(epsilon: Double, share: Double = 0.5, clip: ClosedRange<Double>? = nil) throws {
        self.epsilon = epsilon
        self.share = share
        self.clip = clip
        try check()
    }

    /// - Throws: `LearningError.outOfRange` for a negative ε or a share outside [0, 1].
    func check() throws(LearningError) {
        guard epsilon >= 0, epsilon.isFinite else {
            throw .outOfRange(setting: "adversarial ε", value: epsilon, allowed: "at least 0")
        }
        guard share >= 0, share <= 1 else {
            throw .outOfRange(setting: "share of clean loss", value: share, allowed: "from 0 to 1")
        }
    }

    /// Moves `count` numbers by ε in the direction of `slope`.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func move<Scalar: NetworkScalar>(
        _ x: UnsafeMutablePointer<Scalar>, along slope: UnsafePointer<Scalar>, count: Int
    ) {
        let reach = Scalar(epsilon)
        for i in 0..<count { x[i] += slope[i] > 0 ? reach : (slope[i] < 0 ? -reach : 0) }
        guard let clip else { return }
        let (low, high) = (Scalar(clip.lowerBound), Scalar(clip.upperBound))
        for i in 0..<count { x[i] = min(max(x[i], low), high) }
    }
}

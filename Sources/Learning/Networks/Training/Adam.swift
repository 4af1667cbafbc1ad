import LinearAlgebra

/// Adam with decoupled weight decay on minibatches (Kingma and Ba 2015; Loshchilov and Hutter 2019):
/// m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)g², w ← w − ε(m̂/(√ŝ + δ) + λw), where m̂ = m/(1 − β₁ᵗ) and ŝ = s/(1 − β₂ᵗ).
public struct Adam: Sendable, Hashable, Codable {
    /// Examples in a minibatch; the last of an epoch may be smaller.
    public var batch: Int
    /// ε, the learning rate.
    public var rate: Schedule
    /// β₁, in [0, 1).
    public var beta1: Double
    /// β₂, in [0, 1).
    public var beta2: Double
    /// δ, which keeps the quotient finite.
    public var epsilon: Double
    /// λ, the decay of weights that doesn't pass through the gradient.
    public var weightDecay: Double
    /// Whether offsets decay like weights.
    public var decaysOffsets: Bool
    /// The longest that a minibatch's gradient may be; longer ones are shortened to it.
    public var clipNorm: Double?

    public init(
        batch: Int = 100, rate: Schedule = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
        weightDecay: Double = 0, decaysOffsets: Bool = false, clipNorm: Double? = nil
    ) {
        self.batch = batch
        self.rate = rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        self.decaysOffsets = decaysOffsets
        self.clipNorm = clipNorm
    }

    /// - Throws: `LearningError.outOfRange` for settings that make no sense.
    func check() throws(LearningError) {
        for (setting, value) in [("beta 1", beta1), ("beta 2", beta2)] where !(value >= 0 && value < 1) {
            throw .outOfRange(setting: setting, value: value, allowed: "at least 0 and below 1")
        }
        guard epsilon > 0, epsilon.isFinite else {
            throw .outOfRange(setting: "Adam's epsilon", value: epsilon, allowed: "finite and above 0")
        }
        guard weightDecay >= 0, weightDecay.isFinite else {
            throw .outOfRange(setting: "weight decay", value: weightDecay, allowed: "finite and at least 0")
        }
        try rate.checkRate()
    }

    /// What no quotient of the two means exceeds in magnitude.
    var longestStep: Double { 1 / ((1 - beta1) * (1 - beta2).squareRoot()) }

    /// Moves one block of parameters; `step` counts from 1.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func move<Scalar: NetworkScalar>(
        _ block: ParameterBlock, _ parameters: UnsafeMutablePointer<Scalar>, along gradient: UnsafePointer<Scalar>,
        means: UnsafeMutablePointer<Scalar>, squares: UnsafeMutablePointer<Scalar>, rate: Double, step: Int, team: Team
    ) {
        let team = block.count < 1 << 14 ? .single : team
        let (first, second) = (Scalar(beta1), Scalar(beta2))
        let length = Scalar(rate / (1 - Double.pow(beta1, step)))
        let scale = Scalar(1 / (1 - Double.pow(beta2, step)).squareRoot())
        let decays = block.role == .weights || decaysOffsets
        let (delta, kept) = (Scalar(epsilon), Scalar(decays ? 1 - rate * weightDecay : 1))
        let (w, g) = (parameters + block.start, gradient + block.start)
        let (m, s) = (means + block.start, squares + block.start)
        team.forTiles(of: block.count) { tile in
            for i in tile {
                m[i] = first * m[i] + (1 - first) * g[i]
                s[i] = second * s[i] + (1 - second) * g[i] * g[i]
                w[i] = kept * w[i] - length * m[i] / (s[i].squareRoot() * scale + delta)
            }
        }
    }
}

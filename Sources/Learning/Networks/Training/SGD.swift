import LinearAlgebra

/// Stochastic gradient descent with momentum on minibatches: v ← μv + g, w ← w − εv.
public struct SGD: Sendable, Hashable, Codable {
    /// Examples in a minibatch; the last of an epoch may be smaller.
    public var batch: Int
    /// ε, the learning rate.
    public var rate: Schedule
    /// μ, in [0, 1).
    public var momentum: Schedule
    /// The penalty on the parameters of every layer that has none of its own.
    public var penalty: Penalty
    /// Penalties of single layers, by the layer's place in the network.
    public var layerPenalties: [Int: Penalty]
    /// The longest that a unit's vector of incoming weights may be; after each step longer ones are cut back to it.
    public var maxNorm: Double?
    /// The longest that a minibatch's gradient may be, penalties apart; longer ones are shortened to it.
    public var clipNorm: Double?

    public init(
        batch: Int = 100, rate: Schedule, momentum: Schedule = 0, penalty: Penalty = .none,
        layerPenalties: [Int: Penalty] = [:], maxNorm: Double? = nil, clipNorm: Double? = nil
    ) {
        self.batch = batch
        self.rate = rate
        self.momentum = momentum
        self.penalty = penalty
        self.layerPenalties = layerPenalties
        self.maxNorm = maxNorm
        self.clipNorm = clipNorm
    }

    /// - Throws: `LearningError.outOfRange` for settings that make no sense for a network.
    func check(for network: Network) throws(LearningError) {
        for penalty in [penalty] + layerPenalties.sorted(by: { $0.key < $1.key }).map(\.value) {
            for value in [penalty.l1, penalty.l2] where !(value >= 0 && value.isFinite) {
                throw .outOfRange(setting: "penalty", value: value, allowed: "finite and at least 0")
            }
        }
        for layer in layerPenalties.keys.sorted() where !network.blocks.contains(where: { $0.layer == layer }) {
            throw .outOfRange(
                setting: "the layer of a penalty", value: Double(layer),
                allowed: "the place of a layer with parameters, counted from 0")
        }
        if let maxNorm, !(maxNorm > 0) {
            throw .outOfRange(setting: "max-norm", value: maxNorm, allowed: "above 0")
        }
        try rate.checkRate()
        try momentum.check("momentum", allowed: "at least 0 and below 1") { $0 >= 0 && $0 < 1 }
    }

    func penalty(ofLayer layer: Int) -> Penalty { layerPenalties[layer] ?? penalty }
}

/// How the squared loss of m examples is scaled beside a penalty. The same fit needs an m times larger penalty
/// with `.sum` than with `.mean`. With weights, m is their sum.
public enum LossScale: String, Sendable, Codable, CaseIterable {
    /// ½ ‖Xw − y‖².
    case sum
    /// 1/(2m) ‖Xw − y‖².
    case mean

    /// What a penalty's coefficient must be multiplied by to belong to ½ ‖Xw − y‖².
    func penaltyFactor(examples: Double) -> Double { self == .sum ? 1 : examples }
}

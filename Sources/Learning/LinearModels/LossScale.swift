/// How the squared loss of m examples is scaled beside a penalty. The same fit needs an m times larger penalty
/// with `.sum` than with `.mean`.
public enum LossScale: String, Sendable, Codable, CaseIterable {
    /// ½ ‖Xw − y‖².
    case sum
    /// 1/(2m) ‖Xw − y‖².
    case mean

    /// What a penalty's coefficient must be multiplied by to belong to ½ ‖Xw − y‖².
    func penaltyFactor(rows: Int) -> Double { self == .sum ? 1 : Double(rows) }
}

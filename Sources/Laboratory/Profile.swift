/// How much an experiment spends: same code, other parameters.
public enum Profile: String, Codable, Sendable, CaseIterable {
    /// The whole book from a cold store in about two minutes on two cores, on digits that the project draws itself.
    case quick
    /// Real MNIST: two to three hours on two cores, resumable.
    case full
    /// Published settings and several seeds: hours to days.
    case paper
}

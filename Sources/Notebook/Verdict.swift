/// What the measurement says of a claim. Computed, never typed in.
public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// The chapter's statement agrees with what was measured.
    case holds
    /// The chapter's own statement is wrong as printed; the corrected one agrees. Both were measured.
    case erratum
    /// The experiment went the other way by more than its interval.
    case contradicted
    /// The interval covers zero.
    case inconclusive
    /// It can't be decided here; the reason stands with the claim.
    case undecided

    /// The verdict that decides where several were reached, none first: contradicted, inconclusive, undecided, erratum, holds.
    public static func worst(of verdicts: [Verdict]) -> Verdict {
        let order: [Verdict] = [.contradicted, .inconclusive, .undecided, .erratum, .holds]
        return order.first(where: verdicts.contains) ?? .undecided
    }
}

/// The verdict that the prose was written for, in each profile.
public struct Expectation: Sendable, Hashable {
    private let verdicts: [Profile: Verdict]

    /// The same verdict in every profile, save where `exceptions` say otherwise.
    public init(_ verdict: Verdict, except exceptions: [Profile: Verdict] = [:]) {
        verdicts = Dictionary(uniqueKeysWithValues: Profile.allCases.map { ($0, exceptions[$0] ?? verdict) })
    }

    /// The verdict the prose expects in `profile`.
    public func verdict(in profile: Profile) -> Verdict {
        verdicts[profile, default: .holds]
    }

    public static let holds = Expectation(.holds)
    public static let erratum = Expectation(.erratum)
    public static let contradicted = Expectation(.contradicted)
    public static let inconclusive = Expectation(.inconclusive)
    public static let undecided = Expectation(.undecided)
}

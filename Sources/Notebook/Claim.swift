/// A checkable statement of the chapter together with the measurements that decide it.
public struct Claim: Sendable {
    /// The id in the ledger of claims: "2-9E".
    public let id: String
    /// What of the chapter it is about: "7.6", "Figure 7.1", "Algorithm 7.1"; nil for a statement of the text.
    public let equation: String?
    /// The statement in our words; TeX between dollar signs.
    public let statement: String
    /// How it was measured, in a sentence or two; TeX between dollar signs.
    public let method: String
    /// The verdict the prose was written for.
    public let expected: Expectation
    /// The measurements, the decisive one first; where there are none, one that leaves the claim undecided.
    public let checks: [Check]
    let line: SourceLine
    /// The module, the file and the line in which it is written: "Averages/Sampling+Page.swift:12".
    public var place: String { line.description }

    public init(
        _ id: String, equation: String? = nil, _ statement: String, method: String,
        expecting expected: Expectation = .holds, file: String = #fileID, line: Int = #line,
        @CheckBuilder checks: () throws -> [Check]
    ) rethrows {
        self.id = id
        self.equation = equation
        self.statement = statement
        self.method = method
        self.expected = expected
        self.line = SourceLine(file: file, line: line)
        let checks = try checks()
        self.checks =
            checks.isEmpty
            ? [.undecided("nothing was measured", because: "Its parameters leave nothing to compare.")] : checks
    }

    /// What all the checks together say: the worst of them.
    public var verdict: Verdict { Verdict.worst(of: checks.map(\.verdict)) }

    /// The check that decides the verdict.
    public var decisive: Check {
        checks.first { $0.verdict == verdict } ?? checks[0]
    }
}

/// Gathers the checks of a claim.
@resultBuilder
public enum CheckBuilder {
    public static func buildExpression(_ check: Check) -> [Check] { [check] }
    public static func buildExpression(_ checks: [Check]) -> [Check] { checks }
    public static func buildBlock(_ parts: [Check]...) -> [Check] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[Check]]) -> [Check] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Check]?) -> [Check] { part ?? [] }
    public static func buildEither(first: [Check]) -> [Check] { first }
    public static func buildEither(second: [Check]) -> [Check] { second }
}

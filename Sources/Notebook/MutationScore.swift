/// How many mutants were noticed, and by which claim.
public struct MutationScore: Sendable, Equatable {
    /// How often each claim was put to the test, and how often its verdict changed.
    public private(set) var claims: [String: Tally] = [:]
    /// Mutants whose own claim did not notice them: the lines of those that another claim noticed, and of the others.
    public private(set) var noticedElsewhere: [Int] = []
    public private(set) var missed: [Int] = []

    /// The mutants of one claim.
    public struct Tally: Sendable, Equatable {
        public var mutants: Int
        public var caught: Int

        public init(mutants: Int = 0, caught: Int = 0) {
            self.mutants = mutants
            self.caught = caught
        }
    }

    public init() {}

    /// Counts a mutant that turned the claims `sound` into `spoilt`.
    public mutating func add<Subject>(_ mutant: Mutant<Subject>, sound: [Claim], spoilt: [Claim]) {
        let before = Dictionary(sound.map { ($0.id, $0.verdict) }) { first, _ in first }
        let changed = Set(spoilt.filter { before[$0.id] != $0.verdict }.map(\.id))
        claims[mutant.claim, default: Tally()].mutants += 1
        if changed.contains(mutant.claim) {
            claims[mutant.claim, default: Tally()].caught += 1
        } else if changed.isEmpty {
            missed.append(mutant.line)
        } else {
            noticedElsewhere.append(mutant.line)
        }
    }

    public var mutants: Int { claims.values.reduce(0) { $0 + $1.mutants } }
    public var caught: Int { claims.values.reduce(0) { $0 + $1.caught } }
}

extension Array {
    /// How many of these mutants of `sound` a section's `claims` notice.
    public func score<Subject>(
        on sound: Subject, claims: (Subject) throws -> [Claim]
    ) rethrows -> MutationScore where Element == Mutant<Subject> {
        let right = try claims(sound)
        return try reduce(into: MutationScore()) { score, mutant in
            score.add(mutant, sound: right, spoilt: try claims(mutant.spoilt(sound)))
        }
    }
}

/// One way for a section to be wrong, and the claim that must notice it: a formula with another sign, arms exchanged,
/// a constant in place of a measurement.
///
///     Mutant<Results>("13-1X") { $0.searchErrors = [] }
///     Mutant<Equations>("13-5D") { $0.reach = { $0 * $1.norm } }
public struct Mutant<Subject>: Sendable {
    /// The claim whose verdict must change.
    public let claim: String
    /// The line that says what is changed.
    public let line: Int
    private let change: @Sendable (inout Subject) -> Void

    /// - Parameter change: what is put in place of what is right, in a section's results or in its formulas.
    public init(_ claim: String, line: Int = #line, _ change: @escaping @Sendable (inout Subject) -> Void) {
        self.claim = claim
        self.line = line
        self.change = change
    }

    /// `sound` with the mistake in it.
    public func spoilt(_ sound: Subject) -> Subject {
        var subject = sound
        change(&subject)
        return subject
    }
}

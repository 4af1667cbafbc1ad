import Foundation
import Notebook
import Testing

/// Claims under their ids.
func verdicts(_ claims: [Claim]) -> [String: Verdict] {
    Dictionary(uniqueKeysWithValues: claims.map { ($0.id, $0.verdict) })
}

/// Every claim has the verdict that the prose was written for.
func expectAsWritten(_ claims: [Claim], in profile: Profile = .quick, sourceLocation: SourceLocation = #_sourceLocation)
{
    for claim in claims {
        #expect(
            claim.verdict == claim.expected.verdict(in: profile), "\(claim.id): \(claim.decisive)",
            sourceLocation: sourceLocation)
    }
}

/// Every mutant changed the verdict of the claim that it was made for.
func expectAllCaught(_ score: MutationScore, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(score.mutants > 0, sourceLocation: sourceLocation)
    #expect(
        score.missed.isEmpty && score.noticedElsewhere.isEmpty,
        "not noticed: lines \(score.missed); by another claim alone: lines \(score.noticedElsewhere)",
        sourceLocation: sourceLocation)
}

/// Each of `claims` that can be decided has a mutant among `mutants`, and `records/claims/mutants.yml` says how many.
func expectMutants(_ mutants: [String], of claims: [Claim], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let decided = claims.filter { $0.verdict != .undecided }.map(\.id)
    #expect(Set(decided) == Set(mutants), sourceLocation: sourceLocation)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let lines = try String(contentsOf: root.appending(path: "records/claims/mutants.yml"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    for id in Set(mutants) {
        let count = mutants.count { $0 == id }
        #expect(lines.contains("\(id): \(count) of \(count)"), "\(id)", sourceLocation: sourceLocation)
    }
}

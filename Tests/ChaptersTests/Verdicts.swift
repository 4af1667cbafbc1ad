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

/// The claims of `study` come out as written on its `sound` results, and each of them notices its mutants: wrong results, and
/// wrong formulas with which a study of the parameters `small` is measured again.
func expectMutantsNoticed<S: Study>(
    by study: S, _ wrongResults: [Mutant<S.Results>], _ wrongFormulas: [Mutant<S>] = [], sound: S.Results,
    parameters: S.Parameters = S.parameters(for: .quick), small: S.Parameters? = nil, in lab: Lab,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let claims = try study.show(sound, parameters).claims
    expectAsWritten(claims, sourceLocation: sourceLocation)
    let score = try wrongResults.score(on: sound) { try study.show($0, parameters).claims }
    expectAllCaught(score, sourceLocation: sourceLocation)
    try expectMutants(
        wrongResults.map(\.claim) + wrongFormulas.map(\.claim), of: claims, sourceLocation: sourceLocation)
    guard !wrongFormulas.isEmpty else { return }
    let few = small ?? parameters
    let right = try study.show(await study.measure(few, in: lab), few).claims
    var formulas = MutationScore()
    for mutant in wrongFormulas {
        let results = try await mutant.spoilt(study).measure(few, in: lab)
        formulas.add(mutant, sound: right, spoilt: try study.show(results, few).claims)
    }
    expectAllCaught(formulas, sourceLocation: sourceLocation)
}

/// A study at its quick parameters comes out as written, and its results survive storage.
func expectAsWritten<S: Study>(_ study: S, in lab: Lab, sourceLocation: SourceLocation = #_sourceLocation) async throws
    -> S.Results
{
    let parameters = S.parameters(for: .quick)
    let results = try await study.measure(parameters, in: lab)
    let stored = try StoredJSON.encode(results)
    let decoded = try StoredJSON.decode(S.Results.self, from: stored)
    #expect(try StoredJSON.encode(decoded) == stored, sourceLocation: sourceLocation)
    expectAsWritten(try study.show(decoded, parameters).claims, sourceLocation: sourceLocation)
    return results
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

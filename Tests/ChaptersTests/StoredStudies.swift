import Foundation
import Notebook
import Testing

/// The results of the quick profile that lie beside these tests.
func stored<S: Study>(_ study: S.Type, of section: any Section.Type) throws -> S.Results {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Stored/\(section.info.slug)/\(S.name).json")
    return try StoredJSON.decode(S.Results.self, from: Data(contentsOf: file))
}

/// The claims that `study` makes of `results`.
func claims<S: Study>(_ study: S.Type, _ results: S.Results) throws -> [Claim] {
    try S().show(results, S.parameters(for: .quick)).claims
}

/// The stored results are as the prose says, and each of `mutants` of them changes the verdict of its claim; each claim that can
/// be decided has one, in the results or among the claims of the formulas that another test puts in.
func expectNoticed<S: Study>(
    _ study: S.Type, of section: any Section.Type, _ mutants: [Mutant<S.Results>], formulas: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let sound = try stored(study, of: section)
    let right = try claims(study, sound)
    expectAsWritten(right, sourceLocation: sourceLocation)
    expectAllCaught(try mutants.score(on: sound) { try claims(study, $0) }, sourceLocation: sourceLocation)
    try expectMutants(mutants.map(\.claim) + formulas, of: right, sourceLocation: sourceLocation)
}

/// Each of `mutants` of the chapter's formulas changes the verdict of its claim when `study` is measured with it.
func expectNoticed<S: Study, Formulas>(
    _ mutants: [Mutant<Formulas>], of chapter: Formulas, in study: S, _ formulas: WritableKeyPath<S, Formulas>,
    lab: Lab, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let parameters = S.parameters(for: .quick)
    let sound = try claims(S.self, try await study.measure(parameters, in: lab))
    var score = MutationScore()
    for mutant in mutants {
        var wrong = study
        wrong[keyPath: formulas] = mutant.spoilt(chapter)
        score.add(mutant, sound: sound, spoilt: try claims(S.self, try await wrong.measure(parameters, in: lab)))
    }
    expectAllCaught(score, sourceLocation: sourceLocation)
}

/// Measured with `parameters`, `study` gives results that survive storage and make a page.
@discardableResult
func expectPage<S: Study>(_ study: S, _ parameters: S.Parameters, in lab: Lab) async throws -> S.Results {
    let results = try await study.measure(parameters, in: lab)
    let text = try StoredJSON.encode(results)
    #expect(try StoredJSON.encode(StoredJSON.decode(S.Results.self, from: text)) == text)
    try study.show(results, parameters).checkNames()
    return results
}

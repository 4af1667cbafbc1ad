import Foundation
import Notebook
import Testing

/// Results of the quick profile that lie beside these tests, one file a study.
enum StoredResults {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored")

    /// - Throws: `MissingResults` where there are none.
    static func data(of study: AnyStudy) throws -> Data {
        let file = folder.appending(path: "\(study.path).json")
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
            throw MissingResults(study: study.path)
        }
        return try Data(contentsOf: file)
    }

    /// The results of the study of that type.
    static func of<S: Study>(_ type: S.Type, in section: any Section.Type) throws -> S.Results {
        let study = try #require(AnySection(section).study(S.name))
        return try StoredJSON.decode(S.Results.self, from: data(of: study))
    }

    /// The pages that a section's studies make of them, in reading order.
    static func pages(of section: AnySection) throws -> [Page] {
        try section.studies.map { try $0.show(data(of: $0), $0.parameters(for: .quick)) }
    }

    /// The claims on all those pages.
    static func claims(of section: AnySection) throws -> [Claim] { try pages(of: section).flatMap(\.claims) }
}

/// A study without results beside these tests.
struct MissingResults: Error, CustomStringConvertible {
    let study: String

    var description: String {
        "no stored results of \(study): make them by 'regbook run \(study) --results Tests/ChaptersTests/Stored'"
    }
}

extension Study {
    /// The claims that it makes of `results`.
    func claims(_ results: Results) throws -> [Claim] {
        try show(results, Self.parameters(for: .quick)).claims
    }

    /// Every mutant of the stored results is noticed by the claim that it was made for.
    func expectNoticed(_ mutants: [Mutant<Results>], in section: any Section.Type) throws {
        let sound = try StoredResults.of(Self.self, in: section)
        expectAllCaught(try mutants.score(on: sound) { try claims($0) })
    }

    /// How many of `mutants` are noticed when they take the place of what this study is right in.
    ///
    /// - Parameter spoil: puts a mutant into a study.
    func score<Subject>(
        _ mutants: [Mutant<Subject>], _ parameters: Parameters, in lab: Lab,
        spoil: (inout Self, Mutant<Subject>) -> Void
    ) async throws -> MutationScore {
        let sound = try claims(try await measure(parameters, in: lab))
        var score = MutationScore()
        for mutant in mutants {
            var study = self
            spoil(&study, mutant)
            score.add(mutant, sound: sound, spoilt: try study.claims(try await study.measure(parameters, in: lab)))
        }
        return score
    }
}

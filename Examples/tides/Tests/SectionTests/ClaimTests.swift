import Foundation
import Harmonics
import Length
import Notebook
import Tables
import Testing

struct ClaimTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs a study and holds its claims, and the wrong results that they must notice, against each other.
    private func check<S: Study>(_ study: S, _ section: String, wrong: [Mutant<S.Results>]) async throws {
        let file = Self.root.appending(path: "data/levels/levels.csv")
        let table = try DataTable([UInt8](Data(contentsOf: file)), file: "levels.csv")
        let parameters = S.parameters(for: .quick)
        let results = try await OpenTables.$current.withValue(["levels": table]) {
            try await study.measure(parameters, in: Lab(section: section, seed: 1))
        }
        for claim in try study.show(results, parameters).claims {
            #expect(claim.verdict == .holds, "\(claim.id): \(claim.decisive)")
        }
        let score = try wrong.score(on: results) { try study.show($0, parameters).claims }
        #expect(score.caught == score.mutants)
    }

    @Test func everyClaimHoldsAndCanFail() async throws {
        try await check(Fit(), "harmonics", wrong: Fit.wrongResults)
        try await check(Windows(), "length", wrong: Windows.wrongResults)
    }
}

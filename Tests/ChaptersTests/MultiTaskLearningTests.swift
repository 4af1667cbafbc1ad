import Foundation
import Learning
import MultiTaskLearning
import Notebook
import Testing

@Suite struct MultiTaskLearningTests {
    static let section = AnySection(MultiTaskLearningSection.self)

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: MultiTaskLearningSection.info.slug, seed: seed, source: NoImages())
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(try StoredResults.claims(of: Self.section))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        expectAsWritten(try Graph().claims(try await Graph().measure(Graph.parameters(for: .quick), in: lab)))
        expectAsWritten(try Subspace().claims(try await Subspace().measure(Subspace.parameters(for: .quick), in: lab)))
        expectAsWritten(try Pooling().claims(try await Pooling().measure(Pooling.parameters(for: .quick), in: lab)))
        expectAsWritten(
            try Relatedness().claims(try await Relatedness().measure(Relatedness.parameters(for: .quick), in: lab)))
    }

    @Test func wrongResultsAreNoticed() throws {
        try Graph().expectNoticed(Graph.wrongResults, in: MultiTaskLearningSection.self)
        try Subspace().expectNoticed(Subspace.wrongResults, in: MultiTaskLearningSection.self)
        try Pooling().expectNoticed(Pooling.wrongResults, in: MultiTaskLearningSection.self)
        try Relatedness().expectNoticed(Relatedness.wrongResults, in: MultiTaskLearningSection.self)
        try Toy().expectNoticed(Toy.wrongResults, in: MultiTaskLearningSection.self)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        expectAllCaught(
            try await Graph().score(Graph.wrongFormulas, Graph.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
        expectAllCaught(
            try await Subspace().score(Subspace.wrongFormulas, Subspace.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
    }

    /// Each claim that can be decided is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants = [
            Graph.wrongResults.map(\.claim), Graph.wrongFormulas.map(\.claim), Subspace.wrongResults.map(\.claim),
            Subspace.wrongFormulas.map(\.claim), Pooling.wrongResults.map(\.claim),
            Relatedness.wrongResults.map(\.claim),
            Toy.wrongResults.map(\.claim),
        ].flatMap { $0 }
        try expectMutants(mutants, of: StoredResults.claims(of: Self.section))
    }

    @Test func theToyLearns() async throws {
        var parameters = Toy.parameters(for: .quick)
        (parameters.replicates, parameters.epochs, parameters.heldOutExamples) = (4, 400, 50)
        let toy = try await Toy().measure(parameters, in: Self.lab())
        // A constant answer misses σ(A + B) by about 0.39.
        #expect(toy.single.allSatisfy { $0 < 0.25 })
        #expect(toy.single != toy.shuffled)
    }
}

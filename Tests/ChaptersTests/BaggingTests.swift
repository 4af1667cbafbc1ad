import Bagging
import Digits
import Foundation
import Learning
import Notebook
import Testing

@Suite struct BaggingTests {
    static let section = AnySection(BaggingSection.self)

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: BaggingSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(try StoredResults.claims(of: Self.section))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        expectAsWritten(try Cartoon().claims(try await Cartoon().measure(Cartoon.parameters(for: .quick), in: lab)))
        expectAsWritten(try Averages().claims(try await Averages().measure(Averages.parameters(for: .quick), in: lab)))
        expectAsWritten(
            try Resamples().claims(try await Resamples().measure(Resamples.parameters(for: .quick), in: lab)))
        var growing = Growing.parameters(for: .quick)
        growing.replicates = 4
        expectAsWritten(try Growing().claims(try await Growing().measure(growing, in: lab)))
    }

    @Test func wrongResultsAreNoticed() throws {
        try Cartoon().expectNoticed(Cartoon.wrongResults, in: BaggingSection.self)
        try Averages().expectNoticed(Averages.wrongResults, in: BaggingSection.self)
        try Trees().expectNoticed(Trees.wrongResults, in: BaggingSection.self)
        try Networks().expectNoticed(Networks.wrongResults, in: BaggingSection.self)
        try Differences().expectNoticed(Differences.wrongResults, in: BaggingSection.self)
        try Resamples().expectNoticed(Resamples.wrongResults, in: BaggingSection.self)
        try Stumps().expectNoticed(Stumps.wrongResults, in: BaggingSection.self)
        try Growing().expectNoticed(Growing.wrongResults, in: BaggingSection.self)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        expectAllCaught(
            try await Averages().score(Averages.wrongFormulas, Averages.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
        expectAllCaught(
            try await Resamples().score(Resamples.wrongFormulas, Resamples.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
    }

    /// Each claim is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants = [
            Cartoon.wrongResults.map(\.claim), Averages.wrongResults.map(\.claim), Averages.wrongFormulas.map(\.claim),
            Trees.wrongResults.map(\.claim), Networks.wrongResults.map(\.claim), Differences.wrongResults.map(\.claim),
            Resamples.wrongResults.map(\.claim), Resamples.wrongFormulas.map(\.claim), Stumps.wrongResults.map(\.claim),
            Growing.wrongResults.map(\.claim),
        ].flatMap { $0 }
        try expectMutants(mutants, of: StoredResults.claims(of: Self.section))
    }

    /// Trees save about what was published for them, each problem within ten points: another problem, or another bag, would
    /// not.
    @Test func treesSaveWhatWasPublished() throws {
        let published = ["Friedman 1": 0.46, "Friedman 2": 0.30, "Friedman 3": 0.38, "waveform": 0.33]
        for learner in try StoredResults.of(Trees.self, in: BaggingSection.self).learners
        where learner.learner == .tree {
            let expected = try #require(published[learner.task.rawValue])
            #expect(abs(learner.gains.mean - expected) < 0.1, "\(learner.task)")
        }
    }

    /// The smallest networks.
    private static var networks: Networks.Parameters {
        var parameters = Networks.parameters(for: .quick)
        parameters.replicates = 2
        parameters.networks = 2
        parameters.trainingPool = 100
        parameters.trainingExamples = 50
        parameters.testExamples = 40
        parameters.hiddenUnits = 4
        parameters.epochs = 1
        parameters.smallReplicates = 2
        parameters.smallNetworks = 2
        parameters.smallTestExamples = 20
        return parameters
    }

    private static var differences: Differences.Parameters {
        var parameters = Differences.parameters(for: .quick)
        parameters.replicates = 2
        parameters.networks = 2
        parameters.trainingPool = 100
        parameters.trainingExamples = 80
        parameters.testExamples = 40
        parameters.hiddenUnits = 4
        parameters.epochs = 1
        return parameters
    }

    /// Networks that differ in nothing have the same errors, and their average is as good as the best of them.
    @Test func networksOfOneRateAndSeedAreOne() async throws {
        var parameters = Self.differences
        parameters.rates = [0.1, 0.1]
        let results = try await Differences().measure(parameters, in: Self.lab())
        for kind in results.kinds {
            let correlations = kind.ensembles.map(\.correlation)
            if kind.difference == .rate {
                #expect(correlations.allSatisfy { abs($0 - 1) < 1e-12 })
            } else {
                #expect(correlations.allSatisfy { $0 < 1 - 1e-6 }, "\(kind.difference)")
            }
        }
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await Networks().measure(Self.networks, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Networks.Results.self, from: stored)) == stored)
    }
}

import Digits
import Foundation
import Learning
import Notebook
import ParameterSharing
import Testing

@Suite struct ParameterSharingTests {
    static let section = AnySection(ParameterSharingSection.self)

    static func lab(seed: UInt64 = 1, inputs: [String: Data] = [:]) -> Lab {
        Lab(
            section: ParameterSharingSection.info.slug, readsImages: true, seed: seed, source: PenDigits(),
            inputs: inputs)
    }

    /// The smallest experiments.
    private static var hybrid: Hybrid.Parameters {
        var parameters = Hybrid.parameters(for: .quick)
        parameters.replicates = 2
        parameters.labelled = [30, 60]
        parameters.unlabelled = 100
        parameters.trainingPool = 200
        parameters.strengths = [1]
        parameters.validationImages = 50
        parameters.testImages = 50
        return parameters
    }

    private static var networks: Networks.Parameters {
        var parameters = Networks.parameters(for: .quick)
        parameters.replicates = 2
        parameters.counts = [50, 100]
        parameters.trainingPool = 200
        parameters.steps = 5
        parameters.rates = [0.05, 0.1]
        parameters.tuningReplicates = 1
        parameters.validationImages = 50
        parameters.testImages = 50
        return parameters
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(try StoredResults.claims(of: Self.section))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        expectAsWritten(try Limits().claims(try await Limits().measure(Limits.parameters(for: .quick), in: lab)))
        expectAsWritten(try Layers().claims(try await Layers().measure(Layers.parameters(for: .quick), in: lab)))
        expectAsWritten(try Tying().claims(try await Tying().measure(Tying.parameters(for: .quick), in: lab)))
    }

    /// Studies that take others' results do so, and what they give survives storage.
    @Test func smallExperimentsRun() async throws {
        let networks = try await Networks().measure(Self.networks, in: Self.lab())
        let stored = try StoredJSON.encode(networks)
        #expect(try StoredJSON.encode(StoredJSON.decode(Networks.Results.self, from: stored)) == stored)
        #expect(networks.rates.allSatisfy(Self.networks.rates.contains))
        let equivariance = try await Equivariance().measure(
            Equivariance.parameters(for: .quick), in: Self.lab(inputs: [Networks.name: stored]))
        #expect(equivariance.changedAnswers == networks.convolutionChanges)
    }

    @Test func wrongResultsAreNoticed() throws {
        try Limits().expectNoticed(Limits.wrongResults, in: ParameterSharingSection.self)
        try Tying().expectNoticed(Tying.wrongResults, in: ParameterSharingSection.self)
        try Hybrid().expectNoticed(Hybrid.wrongResults, in: ParameterSharingSection.self)
        try Layers().expectNoticed(Layers.wrongResults, in: ParameterSharingSection.self)
        try Equivariance().expectNoticed(Equivariance.wrongResults, in: ParameterSharingSection.self)
        try Networks().expectNoticed(Networks.wrongResults, in: ParameterSharingSection.self)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        expectAllCaught(
            try await Limits().score(Limits.wrongFormulas, Limits.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
        expectAllCaught(
            try await Layers().score(Layers.wrongFormulas, Layers.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
        let networks = try StoredResults.of(Networks.self, in: ParameterSharingSection.self)
        let lab = Self.lab(inputs: [Networks.name: try StoredJSON.encode(networks)])
        expectAllCaught(
            try await Equivariance().score(Equivariance.wrongFormulas, Equivariance.parameters(for: .quick), in: lab) {
                $0.equations = $1.spoilt(.chapter)
            })
    }

    /// Each claim is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants = [
            Limits.wrongResults.map(\.claim), Limits.wrongFormulas.map(\.claim), Tying.wrongResults.map(\.claim),
            Hybrid.wrongResults.map(\.claim), Layers.wrongResults.map(\.claim), Layers.wrongFormulas.map(\.claim),
            Equivariance.wrongResults.map(\.claim), Equivariance.wrongFormulas.map(\.claim),
            Networks.wrongResults.map(\.claim),
        ].flatMap { $0 }
        try expectMutants(mutants, of: StoredResults.claims(of: Self.section))
    }
}

import Digits
import Foundation
import Learning
import Notebook
import SparseRepresentations
import Testing

@Suite struct SparseRepresentationsTests {
    static let section = AnySection(SparseRepresentationsSection.self)

    static func lab(seed: UInt64 = 1, inputs: [String: Data] = [:]) -> Lab {
        Lab(
            section: SparseRepresentationsSection.info.slug, readsImages: true, seed: seed, source: PenDigits(),
            inputs: inputs)
    }

    /// The stored results of the studies that others take.
    static func inputs() throws -> [String: Data] {
        Dictionary(
            uniqueKeysWithValues: try section.studies.filter {
                ["displays", "coding", "autoencoders"].contains($0.name)
            }
            .map { ($0.name, try StoredResults.data(of: $0)) })
    }

    private static var coding: Coding.Parameters {
        var parameters = Coding.parameters(for: .quick)
        (parameters.replicates, parameters.trainingPool, parameters.trainingImages) = (2, 100, 60)
        (parameters.testImages, parameters.rounds) = (30, 2)
        return parameters
    }

    private static var autoencoders: Autoencoders.Parameters {
        var parameters = Autoencoders.parameters(for: .quick)
        (parameters.replicates, parameters.trainingPool, parameters.trainingImages) = (2, 100, 60)
        (parameters.testImages, parameters.epochs) = (30, 1)
        return parameters
    }

    private static var generalization: Generalization.Parameters {
        var parameters = Generalization.parameters(for: .quick)
        (parameters.replicates, parameters.trainingPool, parameters.trainingImages) = (2, 100, 60)
        (parameters.testImages, parameters.epochs) = (30, 1)
        return parameters
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(try StoredResults.claims(of: Self.section))
    }

    /// Studies that take others' results do so, and what they give survives storage.
    @Test func smallExperimentsRun() async throws {
        let displays = try await Displays().measure(Displays.parameters(for: .quick), in: Self.lab())
        let coding = try await Coding().measure(Self.coding, in: Self.lab())
        var inputs = [
            Displays.name: try StoredJSON.encode(displays), Coding.name: try StoredJSON.encode(coding),
        ]
        let autoencoders = try await Autoencoders().measure(Self.autoencoders, in: Self.lab(inputs: inputs))
        let stored = try StoredJSON.encode(autoencoders)
        #expect(try StoredJSON.encode(StoredJSON.decode(Autoencoders.Results.self, from: stored)) == stored)
        #expect(autoencoders.codeZeros == coding.zeros)
        inputs[Autoencoders.name] = stored
        let generalization = try await Generalization().measure(Self.generalization, in: Self.lab(inputs: inputs))
        #expect(generalization.autoencoderGains.count == 2)
    }

    @Test func wrongResultsAreNoticed() throws {
        try Displays().expectNoticed(Displays.wrongResults, in: SparseRepresentationsSection.self)
        try Penalties().expectNoticed(Penalties.wrongResults, in: SparseRepresentationsSection.self)
        try Autoencoders().expectNoticed(Autoencoders.wrongResults, in: SparseRepresentationsSection.self)
        try Generalization().expectNoticed(Generalization.wrongResults, in: SparseRepresentationsSection.self)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let lab = Self.lab(inputs: try Self.inputs())
        expectAllCaught(
            try await Displays().score(Displays.wrongFormulas, Displays.parameters(for: .quick), in: lab) {
                $0.equations = $1.spoilt(.chapter)
            })
        expectAllCaught(
            try await Penalties().score(Penalties.wrongFormulas, Penalties.parameters(for: .quick), in: lab) {
                $0.equations = $1.spoilt(.chapter)
            })
    }

    /// Each claim is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants = [
            Displays.wrongResults.map(\.claim), Displays.wrongFormulas.map(\.claim),
            Penalties.wrongResults.map(\.claim),
            Penalties.wrongFormulas.map(\.claim), Autoencoders.wrongResults.map(\.claim),
            Generalization.wrongResults.map(\.claim),
        ].flatMap { $0 }
        try expectMutants(mutants, of: StoredResults.claims(of: Self.section))
    }
}

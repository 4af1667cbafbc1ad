import AdversarialTraining
import Digits
import Foundation
import Learning
import Notebook
import Testing

@Suite struct AdversarialTrainingTests {
    static let section = AnySection(AdversarialTrainingSection.self)

    /// Too little for comparisons that depend on chance, enough for every formula.
    static let small = {
        var small = Attacks.parameters(for: .quick)
        small.replicates = 3
        small.centres = 60
        small.task.trainingExamples = 200
        small.task.trainingPool = 400
        small.task.validationExamples = 100
        small.task.testExamples = 200
        small.task.attackedExamples = 60
        small.task.units = 12
        small.task.epochs = 8
        small.task.searchSteps = 3
        small.task.trainingSteps = 2
        small.task.searchStarts = 2
        return small
    }()

    static func lab(
        seed: UInt64 = 1, inputs: [String: Data] = [:]
    ) -> Lab {
        Lab(
            section: AdversarialTrainingSection.info.slug, readsImages: true, seed: seed, source: PenDigits(),
            inputs: inputs)
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(try StoredResults.claims(of: Self.section))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func exactClaimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await LinearFunctions().measure(
            LinearFunctions.parameters(for: .quick), in: Self.lab(seed: seed))
        expectAsWritten(try LinearFunctions().claims(results))
    }

    /// The studies that take others' results do so, and what they give survives storage.
    @Test func smallExperimentsRun() async throws {
        let attacks = try await Attacks().measure(Self.small, in: Self.lab())
        var inputs = [Attacks.name: try StoredJSON.encode(attacks)]
        #expect(
            try StoredJSON.encode(StoredJSON.decode(Attacks.Results.self, from: inputs[Attacks.name] ?? Data()))
                == inputs[Attacks.name])
        #expect(attacks.arms.allSatisfy { $0.replicates.count == 3 })
        var parameters = Training.parameters(for: .quick)
        (parameters.epsilons, parameters.tuningReplicates) = ([0.05, 0.1], 1)
        let training = try await Training().measure(parameters, in: Self.lab(inputs: inputs))
        #expect(training.arms.map { $0.replicates.count } == Array(repeating: 3, count: 7))
        inputs[Training.name] = try StoredJSON.encode(training)
        let masking = try await Masking().measure(Masking.parameters(for: .quick), in: Self.lab(inputs: inputs))
        #expect(masking.replicates.count == 3)
        let pictures = try await Pictures().measure(Pictures.parameters(for: .quick), in: Self.lab(inputs: inputs))
        #expect(!pictures.picture.digits.isEmpty)
    }

    @Test func wrongResultsAreNoticed() throws {
        try Attacks().expectNoticed(Attacks.wrongResults, in: AdversarialTrainingSection.self)
        try Training().expectNoticed(Training.wrongResults, in: AdversarialTrainingSection.self)
        try LinearFunctions().expectNoticed(LinearFunctions.wrongResults, in: AdversarialTrainingSection.self)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        expectAllCaught(
            try await Attacks().score(Attacks.wrongFormulas, Self.small, in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
        expectAllCaught(
            try await LinearFunctions().score(
                LinearFunctions.wrongFormulas, LinearFunctions.parameters(for: .quick), in: Self.lab()
            ) { $0.equations = $1.spoilt(.chapter) })
    }

    /// Each claim is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants = [
            Attacks.wrongResults.map(\.claim), Attacks.wrongFormulas.map(\.claim), Training.wrongResults.map(\.claim),
            LinearFunctions.wrongResults.map(\.claim), LinearFunctions.wrongFormulas.map(\.claim),
        ].flatMap { $0 }
        try expectMutants(mutants, of: StoredResults.claims(of: Self.section))
    }

    /// A search counts the single step among what it tries.
    @Test func aSearchFindsNoLessThanOneStep() throws {
        for arm in try StoredResults.of(Training.self, in: AdversarialTrainingSection.self).arms {
            for replicate in arm.replicates {
                guard let searched = replicate.searchErrors else { continue }
                #expect(zip(searched, replicate.errors).allSatisfy { $0 >= $1 }, "\(arm.arm)")
            }
        }
    }

    /// What the page tells of gradient masking: one step finds ever less as it grows, a search ever more.
    @Test func oneLargeStepHidesTheGradient() throws {
        for replicate in try StoredResults.of(Masking.self, in: AdversarialTrainingSection.self).replicates {
            let searched = try #require(replicate.searchErrors)
            #expect(replicate.errors[6] < 0.5 * (replicate.errors.max() ?? 0))
            #expect(searched[6] > 0.95)
            #expect(try #require(replicate.searchCosts)[1] > 3 * #require(replicate.pathCosts?.last))
        }
    }
}

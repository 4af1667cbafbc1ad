import AdversarialTraining
import Digits
import Foundation
import Learning
import Notebook
import Testing

@Suite struct AdversarialTrainingTests {
    /// Too little for comparisons that depend on chance, enough for every formula.
    static let small = {
        var small = AdversarialTrainingSection.parameters(for: .quick)
        small.replicates = 3
        small.trainingExamples = 200
        small.trainingPool = 400
        small.validationExamples = 100
        small.testExamples = 200
        small.attackedExamples = 60
        small.units = 12
        small.epochs = 8
        small.trainingEpsilons = [0.05]
        small.centres = 60
        small.searchSteps = 3
        small.trainingSteps = 2
        small.searchStarts = 2
        return small
    }()

    static func results(seed: UInt64 = 1, equations: Equations = .chapter) async throws -> Results {
        let lab = Lab(
            section: AdversarialTrainingSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
        return try await AdversarialTrainingSection().measure(small, in: lab, equations: equations)
    }

    /// The results of the quick profile beside these tests.
    static func stored() throws -> Results {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored")
        return try StoredJSON.decode(
            Results.self, from: Data(contentsOf: folder.appending(path: "adversarial-training.json")))
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(AdversarialTrainingSection.claims(try Self.stored()))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func exactClaimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await Self.results(seed: seed)
        let exact = AdversarialTrainingSection.claims(results).filter { ["13-5D", "13-6E"].contains($0.id) }
        #expect(exact.count == 2)
        expectAsWritten(exact)
        #expect(results.arms.allSatisfy { $0.replicates.count == 3 })
        let json = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: json)) == json)
    }

    @Test func wrongResultsAreNoticed() throws {
        let score = AdversarialTrainingSection.wrongResults.score(
            on: try Self.stored(), claims: AdversarialTrainingSection.claims)
        expectAllCaught(score)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let sound = AdversarialTrainingSection.claims(try await Self.results())
        var score = MutationScore()
        for mutant in AdversarialTrainingSection.wrongFormulas {
            let results = try await Self.results(equations: mutant.spoilt(.chapter))
            score.add(mutant, sound: sound, spoilt: AdversarialTrainingSection.claims(results))
        }
        expectAllCaught(score)
    }

    /// Each claim is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants =
            AdversarialTrainingSection.wrongResults.map(\.claim) + AdversarialTrainingSection.wrongFormulas.map(\.claim)
        try expectMutants(mutants, of: AdversarialTrainingSection.claims(try Self.stored()))
    }

    /// A search counts the single step among what it tries.
    @Test func aSearchFindsNoLessThanOneStep() throws {
        for arm in try Self.stored().arms {
            for replicate in arm.replicates {
                guard let searched = replicate.searchErrors else { continue }
                #expect(zip(searched, replicate.errors).allSatisfy { $0 >= $1 }, "\(arm.arm)")
            }
        }
    }

    /// What the page tells of gradient masking: one step finds ever less as it grows, a search ever more.
    @Test func oneLargeStepHidesTheGradient() throws {
        let masked = try #require(try Self.stored().arms.first { $0.arm == .networkLargeStep }).replicates
        for replicate in masked {
            let searched = try #require(replicate.searchErrors)
            #expect(replicate.errors[6] < 0.5 * (replicate.errors.max() ?? 0))
            #expect(searched[6] > 0.95)
            #expect(try #require(replicate.searchCosts)[1] > 3 * #require(replicate.pathCosts?.last))
        }
    }
}

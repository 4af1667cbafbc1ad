import DatasetAugmentation
import Digits
import Foundation
import Learning
import Notebook
import Testing

@Suite struct DatasetAugmentationTests {
    static let parameters = DatasetAugmentationSection.parameters(for: .quick)

    /// Too little for comparisons that depend on chance, enough for every formula and every shape.
    static var small: Parameters {
        var parameters = parameters
        parameters.trainingPool = 2_000
        parameters.testExamples = 100
        parameters.steps = 5
        parameters.curveSizes = [20, 40]
        parameters.curveReplicates = 2
        parameters.schemeSteps = 5
        parameters.schemeReplicates = 2
        parameters.flipReplicates = 2
        parameters.noiseReplicates = 2
        parameters.noiseExamples = 50
        parameters.hiddenReplicates = 4
        parameters.unlabelledExamples = 150
        parameters.labelledExamples = 2
        parameters.labelledDraws = 2
        parameters.codeSteps = 5
        parameters.codeReplicates = 2
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: DatasetAugmentationSection.info.slug, readsImages: true, seed: seed, source: PoolOfDigits())
    }

    @Test(arguments: [1, 2] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await DatasetAugmentationSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(DatasetAugmentationSection.claims(results))
        if seed == 1 { try expectSpoilsToFlip(results) }
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await DatasetAugmentationSection().measure(Self.small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try DatasetAugmentationSection().show(results, results.parameters).figures.count == 9)
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    private func expectSpoilsToFlip(_ sound: Results) throws {
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("5-1X", .contradicted, { $0.curves.errors[0] = $0.curves.errors[0].map { $0.reversed() } }),
            ("5-2X", .contradicted, { $0.schemes.connected = $0.schemes.connected.map { $0.map { -$0 } } }),
            ("5-2X", .contradicted, { $0.schemes.convolutional = $0.schemes.convolutional.map { $0.map { -$0 } } }),
            ("5-4X", .contradicted, { swap(&$0.flips.plain, &$0.flips.turned) }),
            ("5-4X", .contradicted, { swap(&$0.flips.plainLetters, &$0.flips.mirroredLetters) }),
            (
                "5-6X", .contradicted,
                { $0.robustness.errors = $0.robustness.errors.map { [$0[1], $0[0]] + $0.dropFirst(2) } }
            ),
            (
                "5-6X", .contradicted,
                { $0.robustness.errors = $0.robustness.errors.map { $0.map { $0.reversed() } } }
            ),
            (
                "5-7X", .contradicted,
                { $0.hidden.test[1] = $0.hidden.test[1].map { [0] + $0.dropFirst().map { $0 + 1 } } }
            ),
            ("5-7X", .contradicted, { $0.hidden.test[1] = $0.hidden.test[1].map { $0.dropLast() + [-1] } }),
            ("5-8E", .contradicted, { $0.dropout.meanError = 0.1 }),
            ("5-8E", .contradicted, { $0.dropout.covarianceError = 0.1 }),
            ("5-8E", .contradicted, { $0.dropout.layerError = 0.1 }),
            ("5-8E", .contradicted, { $0.dropout.gaussianSquares = [2, 2.1, 1.9] }),
            ("5-9X", .contradicted, { swap(&$0.schemes.connected, &$0.schemes.convolutional) }),
            ("5-10X", .contradicted, { $0.codes.denoising = $0.codes.plain.map { $0 + 0.1 } }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(DatasetAugmentationSection.claims(results))[id] == expected, "\(id)")
        }
        let covered = Set(spoils.map(\.0)).union(["5-5Q"])
        #expect(Set(DatasetAugmentationSection.claims(sound).map(\.id)) == covered)
    }

    /// Each formula with a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("5-8E", { $0.dropoutVariance = { 1 - $0 } }),
            ("5-8E", { $0.dropoutVariance = { 2 * (1 - $0) / $0 } }),
            ("5-8E", { $0.dropped = { x, mask, _ in x * mask } }),
            ("5-8E", { $0.dropped = { x, mask, keep in x * (1 - mask) / keep } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await DatasetAugmentationSection().measure(
                Self.small, in: Self.lab(), equations: equations)
            #expect(verdicts(DatasetAugmentationSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}

/// Digits that are drawn once for all tests.
private struct PoolOfDigits: ImageSource {
    private static let pools = Result {
        [
            DataPart.training: try PenDigits().images(.training, count: 6_000),
            .test: try PenDigits().images(.test, count: 2_000),
        ]
    }

    var name: String { PenDigits().name }
    var checksum: String { PenDigits().checksum }

    func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        guard let pool = try Self.pools.get()[part] else { throw NoImagesHere() }
        return pool.subset(0..<count)
    }
}

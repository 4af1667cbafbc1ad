import Digits
import Foundation
import Learning
import Notebook
import ParameterSharing
import Testing

@Suite struct ParameterSharingTests {
    static let parameters = ParameterSharingSection.parameters(for: .quick)

    /// Too little training for a verdict on digits, enough for every formula.
    static var small: Parameters {
        var parameters = parameters
        parameters.hybridReplicates = 2
        parameters.labelled = [30, 60, 90]
        parameters.unlabelled = 200
        parameters.hybridStrengths = [1]
        parameters.validationImages = 50
        parameters.testImages = 100
        parameters.networkReplicates = 2
        parameters.trainingCounts = [50, 100]
        parameters.trainingPool = 300
        parameters.steps = 20
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: ParameterSharingSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
    }

    /// Small results with error rates of digits that have the shape of `quick`'s.
    static func results(seed: UInt64 = 1, equations: Equations = .chapter) async throws -> Results {
        var results = try await ParameterSharingSection().measure(small, in: lab(seed: seed), equations: equations)
        let sets = (0..<6).map { 0.01 * sin(Double($0)) }
        results.hybrid.discriminative = [0.6, 0.5, 0.3].map { rate in sets.map { rate + $0 } }
        results.hybrid.tied = [0.58, 0.4, 0.29].map { rate in sets.map { rate + 0.9 * $0 } }
        results.networks.convolution = [0.3, 0.1].map { rate in sets.map { rate + $0 } }
        results.networks.local = [0.4, 0.15].map { rate in sets.map { rate + 1.1 * $0 } }
        results.networks.dense = [0.45, 0.17].map { rate in sets.map { rate + 0.9 * $0 } }
        return results
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        expectAsWritten(ParameterSharingSection.claims(try await Self.results(seed: seed)), in: .paper)
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await ParameterSharingSection().measure(Self.small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try ParameterSharingSection().show(results, results.parameters).figures.count == 6)
        #expect(results.networks.convolution.joined().allSatisfy { $0 < 0.85 })
    }

    @Test func spoiltResultsFlipVerdicts() async throws {
        let sound = try await Self.results()
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("8-1E", .contradicted, { $0.limits.slope = 0.1 }),
            ("8-1E", .contradicted, { $0.limits.separateError = 1e-3 }),
            ("8-1E", .contradicted, { $0.limits.pooledError = 1e-3 }),
            ("8-1E", .contradicted, { $0.limits.shrinkageError = 1e-3 }),
            ("8-1E", .contradicted, { $0.limits.sumError = 1e-3 }),
            ("8-2X", .contradicted, { $0.tying.chosen[0] = $0.tying.separate[0].map { $0 + 1 } }),
            ("8-2X", .inconclusive, { $0.tying.pooled[5] = $0.tying.separate[5] }),
            ("8-2X", .contradicted, { $0.tying.curves.reverse() }),
            ("8-3X", .contradicted, { $0.hybrid.tied[1] = $0.hybrid.tied[1].map { $0 + 0.2 } }),
            ("8-3X", .contradicted, { $0.hybrid.tied[1] = $0.hybrid.discriminative[1] }),
            ("8-3X", .contradicted, { $0.hybrid.tied[2] = $0.hybrid.tied[2].map { $0 - 0.2 } }),
            ("8-4E", .contradicted, { $0.counts.counts[1] += 1 }),
            ("8-4E", .contradicted, { $0.counts.bytes[0] *= 2 }),
            ("8-4E", .contradicted, { $0.counts.copiedError = 0.1 }),
            ("8-5E", .contradicted, { $0.equivariance.ringError = 0.1 }),
            ("8-5E", .contradicted, { $0.equivariance.interiorError = 0.1 }),
            ("8-5E", .contradicted, { $0.equivariance.borderError = 0 }),
            ("8-5E", .contradicted, { $0.equivariance.localError = 0 }),
            ("8-5E", .contradicted, { $0.networks.convolutionChanges = [0, 0] }),
            ("8-6X", .contradicted, { $0.networks.convolution[0] = $0.networks.dense[0].map { $0 + 0.1 } }),
            ("8-6X", .inconclusive, { $0.networks.local[0] = $0.networks.convolution[0] }),
            ("8-6X", .contradicted, { $0.networks.dense[1] = $0.networks.dense[1].map { $0 + 0.5 } }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(ParameterSharingSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(ParameterSharingSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("8-1E", { $0.tie = { Equations.chapter.tie($0, $1) / 2 } }),
            ("8-1E", { $0.tie = { first, second in -Equations.chapter.tie(first, second) } }),
            ("8-1E", { $0.tie = { $0.adding($1).dot($0.adding($1)) } }),
            ("8-1E", { $0.differenceShrinkage = { $0 / ($0 + 2 * $1) } }),
            ("8-1E", { $0.differenceShrinkage = { $0 / ($0 - 4 * $1) } }),
            ("8-4E", { $0.sharedCount = { side, inputs, channels, _ in side * side * inputs * channels } }),
            (
                "8-4E",
                { $0.localCount = { side, inputs, channels, places in (places * side * side * inputs + 1) * channels } }
            ),
            ("8-4E", { $0.denseCount = { pixels, channels, places in 2 * (pixels + 1) * channels * places } }),
            ("8-5E", { $0.movedPlace = { $0 - $1 } }),
            ("8-5E", { $0.movedPlace = { $0 + 2 * $1 } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await Self.results(equations: equations)
            #expect(verdicts(ParameterSharingSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}

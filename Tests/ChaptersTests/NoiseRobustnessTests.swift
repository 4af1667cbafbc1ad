import Foundation
import Learning
import NoiseRobustness
import Notebook
import Testing

@Suite struct NoiseRobustnessTests {
    static let parameters = NoiseRobustnessSection.parameters(for: .quick)

    /// Too little for comparisons that depend on chance, enough for every formula.
    static var small: Parameters {
        var parameters = parameters
        parameters.replicates = 2
        parameters.networkSteps = 10
        parameters.posteriorDraws = 20
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: NoiseRobustnessSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await NoiseRobustnessSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(NoiseRobustnessSection.claims(results))
        if seed == 1 { try expectSpoilsToFlip(results) }
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await NoiseRobustnessSection().measure(Self.small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try NoiseRobustnessSection().show(results, results.parameters).figures.count == 7)
    }

    @Test func derivativesAgreeWithDifferences() {
        var stream = RandomStream(seed: 5)
        let network = TanhNetwork(inputs: 3, units: 4, from: &stream)
        let x = stream.normals(3)
        let step = 1e-5
        for index in x.indices {
            let ends = [step, -step].map { side in
                var moved = x
                moved[index] += side
                return moved
            }
            let slope = (network.value(at: ends[0]) - network.value(at: ends[1])) / (2 * step)
            #expect(abs(slope - network.inputGradient(at: x)[index]) < 1e-8)
            let bends = network.inputGradient(at: ends[0]).subtracting(network.inputGradient(at: ends[1]))
            #expect(bends.scaled(by: 1 / (2 * step)).subtracting(network.inputHessian(at: x).row(index)).norm < 1e-8)
        }
        for index in network.parameters.indices {
            let ends = [step, -step].map { side in
                var epsilon = [Double](repeating: 0, count: network.parameters.count)
                epsilon[index] = side
                return network.perturbed(by: epsilon)
            }
            let slope = (ends[0].value(at: x) - ends[1].value(at: x)) / (2 * step)
            #expect(abs(slope - network.weightGradient(at: x)[index]) < 1e-8)
            let bends = ends[0].weightGradient(at: x).subtracting(ends[1].weightGradient(at: x))
            #expect(bends.scaled(by: 1 / (2 * step)).subtracting(network.weightHessian(at: x).row(index)).norm < 1e-8)
        }
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    private func expectSpoilsToFlip(_ sound: Results) throws {
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("6-2E", .contradicted, { $0.input.termsError = 1e-3 }),
            ("6-2E", .contradicted, { $0.input.taylorPower = 2 }),
            ("6-3E", .contradicted, { $0.input.objectivePower = 1 }),
            ("6-3E", .contradicted, { $0.input.exactError = 0.1 }),
            ("6-4E", .contradicted, { $0.minimizers.functionPower = 0 }),
            ("6-4E", .contradicted, { $0.minimizers.shiftError = 1 }),
            ("6-5E", .contradicted, { $0.minimizers.middlePower = 0 }),
            ("6-5E", .contradicted, { $0.minimizers.valuePower = 1 }),
            ("6-6D", .holds, { $0.minimizers.penalizedRate = $0.minimizers.noisyRate }),
            ("6-6D", .contradicted, { $0.minimizers.expandedRate = 1 }),
            ("6-6D", .contradicted, { $0.minimizers.excess = 0 }),
            ("6-6D", .contradicted, { $0.minimizers.functionGap = 0 }),
            ("6-6D", .contradicted, { $0.minimizers.linearGap = 0.1 }),
            ("6-7X", .contradicted, { $0.networks.sensitivities = $0.networks.sensitivities.map { $0.reversed() } }),
            ("6-8E", .contradicted, { $0.linear.penaltyError = 0.1 }),
            ("6-8E", .contradicted, { $0.linear.ridgeError = 0.1 }),
            ("6-8E", .contradicted, { $0.linear.deepError = 0.1 }),
            ("6-8E", .contradicted, { $0.linear.rescaledPenalty = 2 }),
            ("6-9E", .contradicted, { $0.weight.termsError = 0.1 }),
            ("6-9E", .contradicted, { $0.weight.taylorPower = 2 }),
            ("6-9E", .contradicted, { $0.weight.drawPower = 2 }),
            ("6-10D", .holds, { $0.weight.printedMiss = 0 }),
            ("6-10D", .contradicted, { $0.weight.correctedMiss = 1 }),
            ("6-10D", .contradicted, { $0.weight.objectivePower = 1 }),
            ("6-11D", .holds, { $0.minimizers.weightPenalizedRate = $0.minimizers.weightNoisyRate }),
            ("6-11D", .contradicted, { $0.minimizers.weightExpandedRate = 1 }),
            ("6-12X", .contradicted, { swap(&$0.networks.plainRises, &$0.networks.noisyRises) }),
            ("6-13E", .contradicted, { $0.linear.weightPenaltyError = 0.1 }),
            ("6-13E", .contradicted, { $0.linear.weightGradient = 0.1 }),
            ("6-13E", .contradicted, { $0.linear.offsetError = 0.1 }),
            ("6-14X", .contradicted, { swap(&$0.posterior.fitErrors, &$0.posterior.isotropicErrors) }),
            ("6-14X", .contradicted, { $0.posterior.fitRatios[0] = 3 }),
            ("6-14X", .contradicted, { $0.posterior.matchedRatios[0] = 3 }),
            ("6-14X", .contradicted, { $0.posterior.isotropicRatios[0] = 3 }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(NoiseRobustnessSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(NoiseRobustnessSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("6-2E", { $0.cost = { ($0 + $1) * ($0 + $1) } }),
            ("6-9E", { $0.cost = { 2 * ($0 - $1) * ($0 - $1) } }),
            ("6-2E", { $0.threeTerms = { $0 + 2 * $1 + $2 } }),
            ("6-9E", { $0.threeTerms = { $0 - $1 + $2 } }),
            ("6-2E", { $0.taylor = { $0 + $3.dot($1) + $3.dot($2 * $3) } }),
            ("6-9E", { $0.taylor = { $0 - $3.dot($1) + $3.dot($2 * $3) / 2 } }),
            ("6-3E", { $0.inputNoise = { $0 + $1 * $2 + $1 * $3 / 2 } }),
            ("6-3E", { $0.inputNoise = { $0 - $1 * $2 + $1 * $3 } }),
            ("6-6D", { $0.inputNoise = { $0 + 2 * $1 * $2 + $1 * $3 } }),
            ("6-5E", { $0.inputPenalty = { $0 + 2 * $1 * $2 } }),
            ("6-5E", { $0.inputPenalty = { $0 - $1 * $2 } }),
            ("6-4E", { $0.minimizerShift = { $0 * ($2 + $1 * $3) } }),
            ("6-4E", { $0.minimizerShift = { $0 * ($2 / 2 - $1 * $3) } }),
            ("6-8E", { $0.linearInputPenalty = { 2 * $0 * $1.dot($1) } }),
            ("6-9E", { $0.weightDraw = { $0 * $2 / 2 + $1 * $1 } }),
            ("6-9E", { $0.weightDraw = { -$0 * $2 + $1 * $1 } }),
            ("6-10D", { $0.weightNoise = { $0 + $1 * $2 + 2 * $1 * $3 } }),
            ("6-11D", { $0.weightNoise = { $0 - $1 * $2 + $1 * $3 } }),
            ("6-13E", { $0.linearWeightPenalty = { 2 * $0 * $1 } }),
            ("6-13E", { $0.linearWeightPenalty = { -$0 * $1 } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await NoiseRobustnessSection().measure(
                Self.small, in: Self.lab(), equations: equations)
            #expect(verdicts(NoiseRobustnessSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }

    /// The wrong step of 6-11D is in the penalty itself: one that is 1.5 times as strong would be right.
    @Test func aPenaltyOfTheRightStrengthIsNoErratum() async throws {
        var equations = Equations.chapter
        equations.weightPenalty = { $0 + 1.5 * $1 * $2 }
        let results = try await NoiseRobustnessSection().measure(Self.small, in: Self.lab(), equations: equations)
        #expect(verdicts(NoiseRobustnessSection.claims(results))["6-11D"] == .holds)
    }
}

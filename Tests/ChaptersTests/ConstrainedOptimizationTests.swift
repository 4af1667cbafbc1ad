import ConstrainedOptimization
import Foundation
import Learning
import Notebook
import Testing

@Suite struct ConstrainedOptimizationTests {
    static let parameters = ConstrainedOptimizationSection.parameters(for: .quick)

    /// Too little for comparisons that depend on chance, enough for every formula.
    static var small: Parameters {
        var parameters = parameters
        parameters.problems = 3
        parameters.starts = 3
        parameters.replicates = 2
        parameters.deadSteps = 5
        parameters.rateSteps = 5
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: ConstrainedOptimizationSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await ConstrainedOptimizationSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(ConstrainedOptimizationSection.claims(results))
        if seed == 1 { try expectSpoilsToFlip(results) }
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await ConstrainedOptimizationSection().measure(Self.small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try ConstrainedOptimizationSection().show(results, results.parameters).figures.count == 7)
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    private func expectSpoilsToFlip(_ sound: Results) throws {
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("3-1E", .contradicted, { $0.convex.dualityGap = 0.1 }),
            ("3-1E", .contradicted, { $0.convex.maximumGap = 0.1 }),
            ("3-1E", .contradicted, { $0.convex.saddleDistance = 0.1 }),
            ("3-1E", .contradicted, { $0.convex.slackness = 0.1 }),
            ("3-2E", .contradicted, { $0.convex.ascentMultiplierError = 0.1 }),
            ("3-2E", .contradicted, { $0.convex.ascentPenaltyError = 0.1 }),
            ("3-2E", .contradicted, { $0.convex.idleMultiplier = 0.1 }),
            ("3-2E", .contradicted, { $0.convex.wrongMoves = 1 }),
            ("3-3D", .holds, { $0.nonconvex.descentEnd = $0.nonconvex.minimizer }),
            ("3-3D", .contradicted, { $0.convex.penalizedDistance = 0.1 }),
            ("3-4E", .contradicted, { $0.region.sizeRatio = 1 }),
            ("3-4E", .contradicted, { $0.region.multiplierError = 0.1 }),
            ("3-4E", .contradicted, { $0.region.minimizerError = 0.1 }),
            ("3-5E", .contradicted, { $0.region.increase = 0.1 }),
            ("3-5E", .contradicted, { $0.region.sizes[0] = [1, 1] }),
            ("3-6E", .contradicted, { $0.projection.distance = 0.1 }),
            ("3-6E", .contradicted, { $0.projection.violation = 0.1 }),
            ("3-6E", .contradicted, { $0.projection.nearerPoint = 0.1 }),
            ("3-7X", .contradicted, { $0.chain.originCurvature = 0 }),
            ("3-7X", .contradicted, { $0.chain.penaltyNorm = 1 }),
            ("3-7X", .contradicted, { $0.chain.penaltyObjective = 0 }),
            ("3-7X", .contradicted, { $0.chain.projectedLoss = 1 }),
            ("3-7X", .contradicted, { $0.deadUnits.penaltyCounts = $0.deadUnits.penaltyCounts.map { $0.map { -$0 } } }),
            (
                "3-7X", .contradicted,
                { $0.deadUnits.radiusCounts = $0.deadUnits.radiusCounts.map { $0.map { $0 + 20 } } }
            ),
            ("3-9E", .contradicted, { $0.convex.squaredSpread = 0.1 }),
            ("3-9E", .contradicted, { $0.convex.logisticSpread = 0.1 }),
            ("3-10X", .contradicted, { swap(&$0.rates.projectedSteps, &$0.rates.plainSteps) }),
            ("3-10X", .contradicted, { $0.rates.projectedErrors = $0.rates.projectedErrors.map { $0.map { $0 + 1 } } }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(ConstrainedOptimizationSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(ConstrainedOptimizationSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("3-1E", { $0.lagrangian = { $0 - $1 * ($2 - $3) } }),
            ("3-1E", { $0.lagrangian = { $0 + 2 * $1 * ($2 - $3) } }),
            ("3-1E", { $0.lagrangian = { $0 + $1 * ($2 + $3) } }),
            ("3-2E", { $0.multiplierStep = { max(0, $0 - $1 * ($2 - $3)) } }),
            ("3-2E", { $0.multiplierStep = { max(0, $0 + $1 * ($2 - 2 * $3)) } }),
            ("3-2E", { $0.multiplierStep = { alpha, rate, penalty, _ in max(0, alpha + rate * penalty) } }),
            ("3-3D", { $0.penalized = { $0 - $1 * $2 } }),
            ("3-3D", { $0.penalized = { $0 + 2 * $1 * $2 } }),
            ("3-7X", { $0.penalized = { $0 + 2 * $1 * $2 } }),
            ("3-6E", { $0.projection = { w, k in w.norm > k ? w.scaled(by: k / w.norm) : w } }),
            ("3-6E", { $0.projection = { w, k in w.scaled(by: (2 * k).squareRoot() / max(w.norm, 1e-300)) } }),
            ("3-6E", { $0.projection = { w, k in w } }),
            ("3-4E", { $0.penalty = { $0.dot($0) } }),
            ("3-5E", { $0.penalty = { -$0.dot($0) / 2 } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            do {
                let results = try await ConstrainedOptimizationSection().measure(
                    Self.small, in: Self.lab(), equations: equations)
                #expect(verdicts(ConstrainedOptimizationSection.claims(results))[id] == .contradicted, "\(id)")
            } catch LearningError.notPositiveDefinite {
                // A penalty of the wrong sign leaves nothing to minimize: the experiment itself refuses.
                #expect(id == "3-5E" || id == "3-1E" || id == "3-2E")
            }
        }
    }
}

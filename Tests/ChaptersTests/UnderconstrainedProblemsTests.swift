import Foundation
import Learning
import Notebook
import Testing
import UnderconstrainedProblems

@Suite struct UnderconstrainedProblemsTests {
    static let parameters = UnderconstrainedProblemsSection.parameters(for: .quick)

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: UnderconstrainedProblemsSection.info.slug,
            readsImages: UnderconstrainedProblemsSection.readsImages, seed: seed, source: NoImages())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await UnderconstrainedProblemsSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(UnderconstrainedProblemsSection.claims(results))
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await UnderconstrainedProblemsSection().measure(Self.parameters, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        let page = try UnderconstrainedProblemsSection().show(
            StoredJSON.decode(Results.self, from: stored), results.parameters)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(page.claims.count == 10)
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    @Test func spoiltResultsFlipVerdicts() async throws {
        let sound = try await UnderconstrainedProblemsSection().measure(Self.parameters, in: Self.lab())
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("4-1D", .holds, { $0.singular.lostDirections = 0 }),
            ("4-1D", .contradicted, { $0.singular.componentError = 0.1 }),
            ("4-2D", .holds, { $0.singular.constantLeast = 0 }),
            ("4-2D", .contradicted, { $0.singular.centredLeast = 0.1 }),
            ("4-2D", .contradicted, { $0.singular.excessRank = 1 }),
            ("4-2D", .contradicted, { $0.singular.wideLeast = 0.1 }),
            ("4-3E", .contradicted, { $0.singular.shortfall = 1e-3 }),
            ("4-5E", .contradicted, { $0.growth.doublings -= 1 }),
            ("4-5E", .contradicted, { $0.growth.shrinkingSteps = 1 }),
            ("4-5E", .contradicted, { $0.growth.milestones[2] += 0.01 }),
            ("4-5E", .contradicted, { $0.growth.slope = 1.1 }),
            ("4-5E", .contradicted, { $0.growth.jumpError = 0.01 }),
            ("4-6D", .contradicted, { $0.growth.singleStall.change = 1e-6 }),
            ("4-6D", .contradicted, { $0.growth.stallStepGap = 1 }),
            ("4-6D", .contradicted, { $0.growth.newtonSteps = 0 }),
            ("4-6D", .contradicted, { $0.growth.carelessSteps = 0 }),
            (
                "4-6D", .holds,
                {
                    for stall in [\GrowthMeasurements.singleStall, \.doubleStall] {
                        $0.growth[keyPath: stall].decadesToOverflow = 0
                    }
                }
            ),
            ("4-7D", .holds, { $0.balance.printedError = 0 }),
            ("4-7D", .contradicted, { $0.balance.correctedError = 0.1 }),
            ("4-7D", .contradicted, { $0.balance.lassoError = 0.1 }),
            ("4-8X", .contradicted, { $0.stopping.wide[0].stop = nil }),
            ("4-8X", .contradicted, { $0.stopping.narrow[0].stop = nil }),
            ("4-8X", .contradicted, { $0.stopping.mislabelled[0].stop = nil }),
            ("4-8X", .contradicted, { $0.stopping.mislabelled[0].saturates = true }),
            ("4-9E", .contradicted, { $0.inverse.limitError = 0.1 }),
            ("4-9E", .contradicted, { $0.inverse.normalErrors = $0.inverse.normalErrors.map { _ in 1e-9 } }),
            ("4-10E", .contradicted, { $0.inverse.exactResidual = 0.1 }),
            ("4-10E", .contradicted, { $0.inverse.leastSquaresGradient = 0.1 }),
            ("4-10E", .contradicted, { $0.inverse.descentDistance = 0.1 }),
            ("4-10E", .contradicted, { $0.inverse.longerRivals -= 1 }),
            ("4-11E", .contradicted, { $0.inverse.worstBySingularValues = 1 }),
            ("4-11E", .contradicted, { $0.inverse.bestByInverse = 1e-6 }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(UnderconstrainedProblemsSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(UnderconstrainedProblemsSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("4-3E", { $0.regularizedGram = { x, alpha in x.gram.addingToDiagonal(alpha / 2) } }),
            ("4-3E", { $0.regularizedGram = { x, alpha in x.gram.addingToDiagonal(-alpha) } }),
            (
                "4-9E",
                {
                    $0.regularizedInverse = { x, alpha in
                        try x.gram.addingToDiagonal(2 * alpha).choleskySolve(x.transposed)
                    }
                }
            ),
            (
                "4-9E",
                {
                    $0.regularizedInverse = { x, alpha in
                        try x.gram.addingToDiagonal(alpha).choleskySolve(-1 * x.transposed)
                    }
                }
            ),
            ("4-10E", { $0.pseudoinverse = { try 2 * $0.pseudoinverse() } }),
            ("4-10E", { $0.pseudoinverse = { try -1 * $0.pseudoinverse() } }),
            ("4-11E", { $0.pseudoinverse = { try 2 * $0.pseudoinverse() } }),
            ("4-5E", { $0.marginSlope = { 2 / (1 + exp($0)) } }),
            ("4-5E", { $0.marginSlope = { -1 / (1 + exp($0)) } }),
            ("4-7D", { $0.balancedSlope = { 2 * $0 * $1 } }),
            ("4-7D", { $0.balancedSlope = { -$0 * $1 } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await UnderconstrainedProblemsSection().measure(
                Self.parameters, in: Self.lab(), equations: equations)
            #expect(verdicts(UnderconstrainedProblemsSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}

import Foundation
import Learning
import NormPenalties
import Notebook
import Testing

@Suite struct NormPenaltiesTests {
    static let parameters = NormPenaltiesSection.parameters(for: .quick)

    /// Too little for comparisons that depend on chance, enough for every formula.
    static var small: Parameters {
        var parameters = parameters
        parameters.dataSets = 2
        parameters.centerSets = 4
        parameters.selectionSets = 2
        parameters.layerReplicates = 2
        parameters.layerSteps = 5
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: NormPenaltiesSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await NormPenaltiesSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(NormPenaltiesSection.claims(results))
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await NormPenaltiesSection().measure(Self.parameters, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
    }

    /// The verdict of each claim when the one measurement that it rests on is spoilt.
    @Test func spoiltResultsFlipVerdicts() async throws {
        let sound = try await NormPenaltiesSection().measure(Self.parameters, in: Self.lab())
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("2-1E", .contradicted, { $0.decay.pathViolation = 1e-3 }),
            ("2-2D", .holds, { $0.decay.endNorm = 0 }),
            ("2-2D", .contradicted, { $0.decay.minimizerViolation = 0.1 }),
            ("2-6E", .contradicted, { $0.decay.gradientError = 1e-3 }),
            ("2-7E", .contradicted, { $0.decay.stepError = 1e-3 }),
            ("2-8E", .contradicted, { $0.decay.quadraticError = 1e-3 }),
            ("2-8E", .contradicted, { $0.decay.remainderSlope = 2 }),
            ("2-8E", .contradicted, { $0.decay.leastEigenvalue = -0.1 }),
            ("2-9E", .contradicted, { $0.shrinkage.optimumError = 1e-3 }),
            ("2-10D", .holds, { $0.shrinkage.limitDistance = 0 }),
            ("2-10D", .contradicted, { $0.shrinkage.limitProjectionError = 0.5 }),
            ("2-11E", .contradicted, { $0.shrinkage.rotatedError = 1e-3 }),
            ("2-12E", .contradicted, { $0.shrinkage.steepFactor = 0.9 }),
            ("2-12E", .contradicted, { $0.shrinkage.relaxationError = 0.5 }),
            ("2-13E", .contradicted, { $0.shrinkage.effectiveError = 1e-3 }),
            ("2-13E", .contradicted, { $0.shrinkage.effectiveIncrease = 0.1 }),
            ("2-16D", .holds, { $0.shrinkage.factorTwoPrinted = 0 }),
            ("2-16D", .contradicted, { $0.shrinkage.factorTwoCorrected = 0.1 }),
            ("2-17E", .contradicted, { $0.shrinkage.augmentationError = 0.1 }),
            ("2-17E", .contradicted, { $0.shrinkage.noiseSamples = [1, 1.1, 0.9, 1] }),
            ("2-18D", .contradicted, { $0.shrinkage.covarianceFactors[1] += 0.3 }),
            ("2-19E", .contradicted, { $0.shrinkage.normIncrease = 0.1 }),
            ("2-20E", .contradicted, { $0.landscapes.shareError = 0.1 }),
            ("2-20E", .contradicted, { $0.landscapes.balanceCosine = 0.9 }),
            ("2-21E", .contradicted, { $0.lasso.gradientError = 0.1 }),
            ("2-3X", .inconclusive, { $0.lasso.supportDifferences = [3, -3, 2, -2] }),
            ("2-23X", .contradicted, { $0.lasso.subgradientZeros[0] = 1 }),
            ("2-23X", .contradicted, { $0.lasso.proximalZeros = $0.lasso.proximalZeros.indices.map { -$0 - 1 } }),
            ("2-24E", .contradicted, { $0.lasso.separableError = 0.1 }),
            ("2-25E", .contradicted, { $0.lasso.thresholdError = 0.1 }),
            ("2-25E", .contradicted, { $0.lasso.tieError = 1e-9 }),
            ("2-27E", .contradicted, { $0.lasso.zeros -= 1 }),
            ("2-27E", .contradicted, { $0.lasso.decayZeros = 1 }),
            ("2-28D", .holds, { $0.lasso.largerPrinted = 0 }),
            ("2-28D", .contradicted, { $0.lasso.largerCorrected = 0.1 }),
            ("2-29E", .contradicted, { $0.lasso.correlatedDistance = 0 }),
            ("2-31E", .contradicted, { $0.lasso.axisHits = 0 }),
            ("2-31E", .contradicted, { $0.lasso.axisHitsDecay = 1 }),
            ("2-4X", .contradicted, { swap(&$0.offsets.free, &$0.offsets.penalized) }),
            ("2-4X", .contradicted, { $0.offsets.tunedGains = $0.offsets.tunedGains.map { -$0 - 1 } }),
            ("2-4X", .contradicted, { swap(&$0.offsets.offsetVariances, &$0.offsets.weightVariances) }),
            ("2-5X", .contradicted, { $0.layers.test = $0.layers.test.map { $0.map { $0.map { -$0 } } } }),
            ("2-15X", .contradicted, { $0.centers.best.reverse() }),
            ("2-15X", .contradicted, { $0.centers.leastSquares = $0.centers.leastSquares.map { $0 - 100 } }),
            ("2-30X", .contradicted, { results in results.selection.outcomes[0].swapArms() }),
            ("2-30X", .contradicted, { results in results.selection.outcomes[1].swapArms() }),
            (
                "2-30X", .contradicted,
                { results in
                    for place in results.selection.outcomes[0].indices {
                        results.selection.outcomes[0][place].relevantKept = 0
                        results.selection.outcomes[0][place].irrelevantKept = 4 + place % 2
                    }
                }
            ),
            ("2-32D", .holds, { $0.priors.signPrinted = 0 }),
            ("2-32D", .contradicted, { $0.priors.signCorrected = 1 }),
            ("2-33D", .contradicted, { $0.priors.precisionCorrected = 1 }),
            ("2-34E", .contradicted, { $0.priors.gaussianError = 1 }),
            ("2-35D", .contradicted, { $0.priors.laplaceScaleCorrected = 1 }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(NormPenaltiesSection.claims(results))[id] == expected, "\(id)")
        }
        let covered = Set(spoils.map(\.0))
        #expect(Set(NormPenaltiesSection.claims(sound).map(\.id)) == covered)
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("2-1E", { $0.penalized = { $0 - $1 * $2 } }),
            ("2-6E", { $0.decayGradient = { w, alpha, slope in w.scaled(by: 2 * alpha).adding(slope) } }),
            ("2-7E", { $0.decayStep = { w, e, a, slope in w.scaled(by: 1 + e * a).subtracting(slope.scaled(by: e)) } }),
            ("2-8E", { $0.quadratic = { w, o, j, h in j + w.subtracting(o).dot(h * w.subtracting(o)) } }),
            ("2-8E", { $0.quadraticGradient = { w, o, h in h * o.subtracting(w) } }),
            ("2-9E", { $0.decayOptimum = { h, a, o in try h.addingToDiagonal(a / 2).choleskySolve(h * o) } }),
            ("2-11E", { $0.survivingShare = { $0 / ($0 + 2 * $1) } }),
            ("2-13E", { $0.effectiveParameters = { lambdas, a in lambdas.reduce(0) { $0 + $1 / ($1 + 2 * a) } } }),
            ("2-21E", { $0.absoluteSum = { $0.reduce(0) { $0 + $1 * $1 } } }),
            ("2-21E", { $0.lassoGradient = { w, b, slope in w.map { -b * ($0 > 0 ? 1 : -1) }.adding(slope) } }),
            ("2-24E", { $0.quadraticGradient = { w, o, h in (h * w.subtracting(o)).scaled(by: 0.5) } }),
            ("2-25E", { $0.threshold = { o, b, g in (o < 0 ? -1 : 1) * max(abs(o) - b / (2 * g), 0) } }),
            ("2-34E", { $0.gaussianLogDensity = { _, _, _ in 0 } }),
            ("2-35D", { $0.laplaceLogDensity = { w, m, s in -abs(w - m) / s - log(s) } }),
            ("2-35D", { $0.laplaceLogDensity = { w, m, s in -2 * abs(w - m) / s - log(s) } }),
        ]
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await NormPenaltiesSection().measure(
                Self.small, in: Self.lab(), equations: equations)
            #expect(verdicts(NormPenaltiesSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}

extension [SelectionOutcome] {
    /// The errors of lasso and ridge exchanged.
    fileprivate mutating func swapArms() {
        for place in indices {
            let lasso = self[place].lasso
            self[place].lasso = self[place].ridge
            self[place].ridge = lasso
        }
    }
}

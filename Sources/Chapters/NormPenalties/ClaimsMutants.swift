import Foundation
import Learning
import Notebook

extension NormPenaltiesSection {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-1E") { $0.decay.pathViolation = 1e-3 },
        Mutant("2-2D") { $0.decay.endNorm = 0 },
        Mutant("2-2D") { $0.decay.minimizerViolation = 0.1 },
        Mutant("2-6E") { $0.decay.gradientError = 1e-3 },
        Mutant("2-7E") { $0.decay.stepError = 1e-3 },
        Mutant("2-8E") { $0.decay.quadraticError = 1e-3 },
        Mutant("2-8E") { $0.decay.remainderSlope = 2 },
        Mutant("2-8E") { $0.decay.leastEigenvalue = -0.1 },
        Mutant("2-9E") { $0.shrinkage.optimumError = 1e-3 },
        Mutant("2-10D") { $0.shrinkage.limitDistance = 0 },
        Mutant("2-10D") { $0.shrinkage.limitProjectionError = 0.5 },
        Mutant("2-11E") { $0.shrinkage.rotatedError = 1e-3 },
        Mutant("2-12E") { $0.shrinkage.steepFactor = 0.9 },
        Mutant("2-12E") { $0.shrinkage.relaxationError = 0.5 },
        Mutant("2-13E") { $0.shrinkage.effectiveError = 1e-3 },
        Mutant("2-13E") { $0.shrinkage.effectiveIncrease = 0.1 },
        Mutant("2-16D") { $0.shrinkage.factorTwoPrinted = 0 },
        Mutant("2-16D") { $0.shrinkage.factorTwoCorrected = 0.1 },
        Mutant("2-17E") { $0.shrinkage.augmentationError = 0.1 },
        Mutant("2-17E") { $0.shrinkage.noiseSamples = [1, 1.1, 0.9, 1] },
        Mutant("2-18D") { $0.shrinkage.covarianceFactors[1] += 0.3 },
        Mutant("2-19E") { $0.shrinkage.normIncrease = 0.1 },
        Mutant("2-20E") { $0.landscapes.shareError = 0.1 },
        Mutant("2-20E") { $0.landscapes.balanceCosine = 0.9 },
        Mutant("2-21E") { $0.lasso.gradientError = 0.1 },
        Mutant("2-3X") { $0.lasso.supportDifferences = [3, -3, 2, -2] },
        Mutant("2-23X") { $0.lasso.subgradientZeros[0] = 1 },
        Mutant("2-23X") { $0.lasso.proximalZeros = $0.lasso.proximalZeros.indices.map { -$0 - 1 } },
        Mutant("2-24E") { $0.lasso.separableError = 0.1 },
        Mutant("2-25E") { $0.lasso.thresholdError = 0.1 },
        Mutant("2-25E") { $0.lasso.tieError = 1e-9 },
        Mutant("2-27E") { $0.lasso.decayZeros = 1 },
        Mutant("2-28D") { $0.lasso.largerCorrected = 0.1 },
        Mutant("2-29E") { $0.lasso.correlatedDistance = 0 },
        Mutant("2-31E") { $0.lasso.axisHits = 0 },
        Mutant("2-31E") { $0.lasso.axisHitsDecay = 1 },
        Mutant("2-4X") { swap(&$0.offsets.free, &$0.offsets.penalized) },
        Mutant("2-4X") { $0.offsets.tunedGains = $0.offsets.tunedGains.map { -$0 - 1 } },
        Mutant("2-4X") { swap(&$0.offsets.offsetVariances, &$0.offsets.weightVariances) },
        Mutant("2-5X") { $0.layers.test = $0.layers.test.map { $0.map { $0.map { _ in 1 } } } },
        Mutant("2-15X") { $0.centers.best.reverse() },
        Mutant("2-15X") { $0.centers.leastSquares = $0.centers.leastSquares.map { $0 - 100 } },
        Mutant("2-30X") { results in results.selection.outcomes[0].swapArms() },
        Mutant("2-30X") { results in results.selection.outcomes[1].swapArms() },
        Mutant("2-30X") { results in
            for place in results.selection.outcomes[0].indices {
                results.selection.outcomes[0][place].relevantKept = 0
                results.selection.outcomes[0][place].irrelevantKept = 4 + place % 2
            }
        },
        Mutant("2-32D") { $0.priors.signPrinted = 0 },
        Mutant("2-32D") { $0.priors.signCorrected = 1 },
        Mutant("2-33D") { $0.priors.precisionCorrected = 1 },
        Mutant("2-34E") { $0.priors.gaussianError = 1 },
        Mutant("2-35D") { $0.priors.laplaceScaleCorrected = 1 },
        Mutant("2-3X") { $0.lasso.cosines = $0.lasso.cosines.map { _ in 1 } },
        Mutant("2-18D") { $0.bases.covarianceDisorder = 0 },
        Mutant("2-18D") { $0.bases.varianceDisorder = 0.5 },
        Mutant("2-27E") { $0.lasso.zerosAgreeing -= 1 },
        Mutant("2-27E") { $0.lasso.zeros = 0 },
        Mutant("2-28D") { $0.lasso.tails = $0.lasso.tails.map(\.exchanged) },
        Mutant("2-29E") { $0.lasso.diagonalDistance = 1 },
        Mutant("2-36X") { $0.bases.varianceRatios = $0.bases.varianceRatios.map { $0.map { $0 + 1 } } },
        Mutant("2-37E") { $0.bases.ridgeDistance = 0.1 },
        Mutant("2-37E") { $0.bases.lassoDistance = 0 },
        Mutant("2-37E") { swap(&$0.bases.zerosBefore, &$0.bases.zerosAfter) },
        Mutant("2-38D") { $0.bases.printedPointError = 0 },
        Mutant("2-38D") { $0.bases.pointError = 1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("2-1E") { $0.penalized = { $0 - $1 * $2 } },
        Mutant("2-6E") { $0.decayGradient = { w, alpha, slope in w.scaled(by: 2 * alpha).adding(slope) } },
        Mutant("2-7E") {
            $0.decayStep = { w, e, a, slope in w.scaled(by: 1 + e * a).subtracting(slope.scaled(by: e)) }
        },
        Mutant("2-8E") { $0.quadratic = { w, o, j, h in j + w.subtracting(o).dot(h * w.subtracting(o)) } },
        Mutant("2-8E") { $0.quadraticGradient = { w, o, h in h * o.subtracting(w) } },
        Mutant("2-9E") { $0.decayOptimum = { h, a, o in try h.addingToDiagonal(a / 2).choleskySolve(h * o) } },
        Mutant("2-11E") { $0.survivingShare = { $0 / ($0 + 2 * $1) } },
        Mutant("2-13E") { $0.effectiveParameters = { lambdas, a in lambdas.reduce(0) { $0 + $1 / ($1 + 2 * a) } } },
        Mutant("2-21E") { $0.absoluteSum = { $0.reduce(0) { $0 + $1 * $1 } } },
        Mutant("2-21E") { $0.lassoGradient = { w, b, slope in w.map { -b * ($0 > 0 ? 1 : -1) }.adding(slope) } },
        Mutant("2-24E") { $0.quadraticGradient = { w, o, h in (h * w.subtracting(o)).scaled(by: 0.5) } },
        Mutant("2-25E") { $0.threshold = { o, b, g in (o < 0 ? -1 : 1) * max(abs(o) - b / (2 * g), 0) } },
        Mutant("2-34E") { $0.gaussianLogDensity = { _, _, _ in 0 } },
        Mutant("2-35D") { $0.laplaceLogDensity = { w, m, s in -abs(w - m) / s - log(s) } },
        Mutant("2-35D") { $0.laplaceLogDensity = { w, m, s in -2 * abs(w - m) / s - log(s) } },
        Mutant("2-27E") { $0.threshold = { o, b, g in (o < 0 ? -1 : 1) * max(abs(o) - 99 * b / g, 0) } },
        Mutant("2-27E") { $0.threshold = { o, b, g in o } },
        Mutant("2-28D") { $0.threshold = { o, b, g in (o < 0 ? -1 : 1) * min(abs(o), b / g) } },
        Mutant("2-29E") { $0.threshold = { o, b, g in (o < 0 ? -1 : 1) * max(abs(o) - 99 * b / g, 0) } },
        Mutant("2-38D") { $0.absoluteSum = { 2 * $0.reduce(0) { $0 + abs($1) } } },
    ]
}

extension WeightTails {
    /// Both penalties exchanged.
    fileprivate var exchanged: WeightTails {
        var tails = self
        swap(&tails.lassoZeros, &tails.decayZeros)
        swap(&tails.lassoLarge, &tails.decayLarge)
        swap(&tails.lassoMaximum, &tails.decayMaximum)
        return tails
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

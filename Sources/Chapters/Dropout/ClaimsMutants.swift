import Learning
import Notebook

extension DropoutSection {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-1E") { $0.exact.members.removalError = 0.1 },
        Mutant("11-1E") { $0.exact.members.bumpGap = 0 },
        Mutant("11-1E") { $0.exact.members.mendedBumpError = 0.1 },
        Mutant("11-2E") { $0.exact.members.functions -= 1 },
        Mutant("11-2E") { $0.exact.members.movedBySharing = 0 },
        Mutant("11-3E") { $0.exact.scaling.halfError = 0.1 },
        Mutant("11-3E") { $0.exact.scaling.halvedOffsetGap = 0 },
        Mutant("11-3E") { $0.exact.scaling.arithmeticGap = 0 },
        Mutant("11-4D") { $0.exact.scaling.columnError = 0.1 },
        Mutant("11-4D") { $0.exact.scaling.weightedError = 0.1 },
        Mutant("11-4D") {
            $0.exact.scaling.rowGap = 0
            $0.exact.scaling.evenRootGap = 0
        },
        Mutant("11-5E") { $0.exact.scaling.gaussianError = 0.1 },
        Mutant("11-5E") { $0.exact.scaling.unequalGap = 0 },
        Mutant("11-6E") { $0.exact.scaling.deepError = 0.1 },
        Mutant("11-6E") { $0.exact.scaling.tiedGap = 0 },
        Mutant("11-7E") { $0.exact.approximation.geometric[1][0] = 0 },
        Mutant("11-7E") { $0.exact.approximation.geometric[1][0] = 1 },
        Mutant("11-8X") { $0.sampling.maxout = $0.sampling.maxout.map { $0.scaled(1) } },
        Mutant("11-9X") { $0.sampling.everywhere = $0.sampling.everywhere.map { $0.scaled(0) } },
        Mutant("11-9X") { $0.sampling.topOnly = $0.sampling.topOnly.map { $0.scaled(1) } },
        Mutant("11-10X") { $0.comparison.errors[5] = $0.comparison.errors[5].map { $0 + 1 } },
        Mutant("11-12E") { $0.exact.cost.masks = $0.exact.cost.multiplications },
        Mutant("11-12E") { $0.exact.cost.extraInPrediction = 1 },
        Mutant("11-13X") { $0.sequences.dropoutErrors = $0.sequences.plainErrors.map { $0 + 1 } },
        Mutant("11-14X") { swap(&$0.widths.plain, &$0.widths.dropout) },
        Mutant("11-15X") { $0.sizes.plainErrors[$0.sizes.sizes.count - 1] = $0.sizes.plainErrors[0] },
        Mutant("11-18X") { swap(&$0.fast.randomUpdates, &$0.fast.averagedUpdates) },
        Mutant("11-18X") { $0.fast.averagedErrors = $0.fast.averagedErrors.map { $0 + 0.1 } },
        Mutant("11-18X") { $0.fast.objectiveError = 0.2 },
        Mutant("11-18X") { $0.fast.linearError = 0.2 },
        Mutant("11-19X") { $0.exact.approximation.fast = $0.exact.approximation.arithmetic.map { $0.map { 2 * $0 } } },
        Mutant("11-21X") { $0.exact.relatives.poolingError = 0.1 },
        Mutant("11-21X") { $0.exact.relatives.maximumGap = 0 },
        Mutant("11-11X") { $0.comparison.pretrainedErrors = $0.comparison.errors[5] },
        Mutant("11-11X") { $0.comparison.pretrainedErrors = $0.comparison.pretrainedErrors.map { $0 - 0.05 } },
        Mutant("11-12E") { $0.exact.cost.predictionGap = 0.1 },
        Mutant("11-16X") { $0.sizes.dropoutErrors[0] = $0.sizes.plainErrors[0].map { $0 + 0.5 } },
        Mutant("11-20D") { $0.exact.relatives.productError = 0.1 },
        Mutant("11-20D") { $0.exact.relatives.connectGap = 0 },
        Mutant("11-20D") { $0.exact.relatives.dropoutError = 0.1 },
        Mutant("11-21X") { $0.exact.relatives.poolingFunctions = 1 },
        Mutant("11-21X") { $0.exact.relatives.nonlinearGap = 0 },
        Mutant("11-22X") { swap(&$0.bagging.plainDistances, &$0.bagging.dropoutDistances) },
        Mutant("11-22X") { $0.bagging.dropoutDistances = $0.bagging.plainDistances },
        Mutant("11-22X") { $0.bagging.dropoutErrors = $0.bagging.dropoutErrors.map { _ in 0.5 } },
        Mutant("11-23X") { swap(&$0.widths.plain, &$0.widths.dropout) },
        Mutant("11-23X") { $0.widths.dropout = $0.widths.plain },
        Mutant("11-24D") { $0.exact.scaling.rectifiedGap = 0 },
        Mutant("11-24D") { $0.exact.scaling.linearRegressionError = 0.1 },
        Mutant("11-26X") { $0.sizes.featureErrors = $0.sizes.featureErrors.map { $0 - 0.2 } },
        Mutant("11-26X") { $0.sizes.featureErrors = $0.sizes.dropoutErrors[0] },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("11-3E") { $0.subModel = { $0.transposedTimes(zip($2, $3).map { $0 * $1 }).subtracting($1) } },
        Mutant("11-6E") { $0.subModel = { w, b, _, v in w.transposedTimes(v).adding(b) } },
        Mutant("11-20D") { $0.subModel = { $0.transposedTimes(zip($2, $3).map { 2 * $0 * $1 }).adding($1) } },
        Mutant("11-3E") { $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { 2 * $0 }) } },
        Mutant("11-4D") { $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { -$0 }) } },
        Mutant("11-21X") {
            $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { $0 / 2 }) }
        },
        Mutant("11-3E") { $0.scaled = { $0.transposedTimes($3).adding($1).scaled(by: $2) } },
        Mutant("11-4D") { $0.scaled = { $0.transposedTimes($3).scaled(by: 1 - $2).adding($1) } },
        Mutant("11-5E") { $0.scaled = { $0.transposedTimes($3).scaled(by: 2 * $2).adding($1) } },
        Mutant("11-6E") { $0.scaled = { $0.transposedTimes($3).scaled(by: $2 / 2).adding($1) } },
        Mutant("11-19X") { $0.sumVariance = { 2e6 * $0 * (1 - $0) * $1.dot($1) } },
        Mutant("11-18X") { $0.linearPenalty = { keep, d, w in -Equations.chapter.linearPenalty(keep, d, w) } },
        Mutant("11-18X") { $0.linearPenalty = { keep, d, w in 2 * Equations.chapter.linearPenalty(keep, d, w) } },
        Mutant("11-21X") { $0.poolingShares = { $0.map { _ in 0.25 } } },
        Mutant("11-21X") { $0.poolingShares = { $0.scaled(by: 2 / $0.reduce(0, +)) } },
        Mutant("11-24D") { $0.scaled = { $0.transposedTimes($3).scaled(by: 1.5 * $2).adding($1) } },
    ]
}

extension SamplingMeasurements.Sampled {
    /// The same network with another share under weight scaling.
    fileprivate func scaled(_ share: Double) -> Self {
        var copy = self
        copy.scaled = share
        return copy
    }
}

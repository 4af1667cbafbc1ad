import Notebook

extension NormPenaltiesSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        basisValues(results)
        let landscape = results.landscapes.decay
        Value("landscape-examples", landscape.targets.count)
        Value("landscape-alpha", results.parameters.alpha)
        Value("lost-flat", 1 - landscape.decayed[0] / landscape.optimum[0])
        Value("lost-steep", 1 - landscape.decayed[1] / landscape.optimum[1])
        Value("lasso-beta", results.parameters.beta)
        Value("lasso-first-weight", results.landscapes.lasso.thresholded[0])
        Value("ridge-alpha", results.parameters.comparedAlpha)
        decayValues(results.decay)
        shrinkageValues(results.shrinkage)
        lassoValues(results.lasso)
        priorValues(results.priors)
        comparisonValues(results)
        Value("identity-problems", results.parameters.problems)
        Value("path-steps", results.decay.pathSteps)
        Value("path-features", results.parameters.pathFeatures)
        Value("path-support", results.parameters.pathSupport)
    }

    @PageBuilder
    private static func decayValues(_ decay: DecayMeasurements) -> [PageElement] {
        Value("start-loss", decay.startLoss)
        Value("end-loss", decay.endLoss)
        Value("end-norm", decay.endNorm)
        Value("shrink-first-gap", decay.shrinkFirstGap)
        Value("shrink-first-predicted", decay.shrinkFirstPredicted)
        Value("remainder-slope", decay.remainderSlope)
    }

    @PageBuilder
    private static func shrinkageValues(_ shrinkage: ShrinkageMeasurements) -> [PageElement] {
        Value("ridge-formula-error", shrinkage.optimumError)
        Value("limit-distance", shrinkage.limitDistance)
        Value("factor-steep", shrinkage.steepFactor)
        Value("factor-flat", shrinkage.flatFactor)
        Value("relaxation-error", shrinkage.relaxationError)
        Value("effective-error", shrinkage.effectiveError)
        Value("factor-two-printed", shrinkage.factorTwoPrinted)
        Value("factor-two-corrected", shrinkage.factorTwoCorrected)
        Value("augmentation-error", shrinkage.augmentationError)
        Value("covariance-factor", shrinkage.covarianceFactor)
        Value("single-weight-start", shrinkage.singleWeight[0])
        Value("single-weight-peak", shrinkage.singleWeight.max() ?? .nan)
    }

    @PageBuilder
    private static func lassoValues(_ lasso: LassoMeasurements) -> [PageElement] {
        Value("subgradient-zeros", lasso.subgradientZeros.reduce(0, +))
        Value(
            "proximal-zeros", Double(lasso.proximalZeros.reduce(0, +)) / Double(lasso.proximalZeros.count))
        Value("zeros-features", ZeroCounts.features)
        Value("zeros-replicates", lasso.proximalZeros.count)
        Value("threshold-problems", lasso.thresholdProblems)
        Value("threshold-error", lasso.thresholdError)
        Value("threshold-gamma", thresholdGamma)
        Value("larger-printed", lasso.largerPrinted)
        Value("tail-zeros", Estimate(of: lasso.tails.map { Double($0.lassoZeros) }))
        Value("tail-lasso", Estimate(of: lasso.tails.map { Double($0.lassoLarge) }))
        Value("tail-decay", Estimate(of: lasso.tails.map { Double($0.decayLarge) }))
        Value("tail-weights", WeightTails.weights)
        Value("correlated-distance", lasso.correlatedDistance)
        Value("correlated-norm", lasso.correlatedNorm)
        Value("axis-problems", lasso.axisProblems)
        Value("axis-share", Double(lasso.axisHits) / Double(lasso.axisProblems))
    }

    @PageBuilder
    private static func priorValues(_ priors: PriorMeasurements) -> [PageElement] {
        Value("sign-printed", priors.signPrinted)
        Value("sign-corrected", priors.signCorrected)
        Value("precision-printed", priors.precisionPrinted)
        Value("laplace-axis", priors.laplaceAxis)
        Value("laplace-diagonal", priors.laplaceDiagonal)
        Value("gaussian-error", priors.gaussianError)
    }
}

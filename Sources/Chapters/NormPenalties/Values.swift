import Notebook

extension NormPenaltiesSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        let landscape = results.landscapes.decay
        PageElement.value("landscape-examples", landscape.targets.count)
        PageElement.value("landscape-alpha", results.parameters.alpha)
        PageElement.value("lost-flat", 1 - landscape.decayed[0] / landscape.optimum[0])
        PageElement.value("lost-steep", 1 - landscape.decayed[1] / landscape.optimum[1])
        PageElement.value("lasso-beta", results.parameters.beta)
        PageElement.value("lasso-first-weight", results.landscapes.lasso.thresholded[0])
        PageElement.value("ridge-alpha", results.parameters.comparedAlpha)
        decayValues(results.decay)
        shrinkageValues(results.shrinkage)
        lassoValues(results.lasso)
        priorValues(results.priors)
        comparisonValues(results)
        PageElement.value("identity-problems", results.parameters.problems)
        PageElement.value("path-steps", results.decay.pathSteps)
        PageElement.value("path-features", results.parameters.pathFeatures)
        PageElement.value("path-support", results.parameters.pathSupport)
    }

    @PageBuilder
    private static func decayValues(_ decay: DecayMeasurements) -> [PageElement] {
        PageElement.value("start-loss", decay.startLoss)
        PageElement.value("end-loss", decay.endLoss)
        PageElement.value("end-norm", decay.endNorm)
        PageElement.value("shrink-first-gap", decay.shrinkFirstGap)
        PageElement.value("shrink-first-predicted", decay.shrinkFirstPredicted)
        PageElement.value("remainder-slope", decay.remainderSlope)
    }

    @PageBuilder
    private static func shrinkageValues(_ shrinkage: ShrinkageMeasurements) -> [PageElement] {
        PageElement.value("ridge-formula-error", shrinkage.optimumError)
        PageElement.value("limit-distance", shrinkage.limitDistance)
        PageElement.value("factor-steep", shrinkage.steepFactor)
        PageElement.value("factor-flat", shrinkage.flatFactor)
        PageElement.value("relaxation-error", shrinkage.relaxationError)
        PageElement.value("effective-error", shrinkage.effectiveError)
        PageElement.value("factor-two-printed", shrinkage.factorTwoPrinted)
        PageElement.value("factor-two-corrected", shrinkage.factorTwoCorrected)
        PageElement.value("augmentation-error", shrinkage.augmentationError)
        PageElement.value("covariance-factor", shrinkage.covarianceFactor)
        PageElement.value("single-weight-start", shrinkage.singleWeight[0])
        PageElement.value("single-weight-peak", shrinkage.singleWeight.max() ?? .nan)
    }

    @PageBuilder
    private static func lassoValues(_ lasso: LassoMeasurements) -> [PageElement] {
        PageElement.value("subgradient-zeros", lasso.subgradientZeros.reduce(0, +))
        PageElement.value(
            "proximal-zeros", Double(lasso.proximalZeros.reduce(0, +)) / Double(lasso.proximalZeros.count))
        PageElement.value("zeros-features", ZeroCounts.features)
        PageElement.value("zeros-replicates", lasso.proximalZeros.count)
        PageElement.value("threshold-problems", lasso.thresholdProblems)
        PageElement.value("threshold-error", lasso.thresholdError)
        PageElement.value("threshold-gamma", thresholdGamma)
        PageElement.value("larger-printed", lasso.largerPrinted)
        PageElement.value("larger-corrected", lasso.largerCorrected)
        PageElement.value("correlated-distance", lasso.correlatedDistance)
        PageElement.value("correlated-norm", lasso.correlatedNorm)
        PageElement.value("axis-problems", lasso.axisProblems)
        PageElement.value("axis-share", Double(lasso.axisHits) / Double(lasso.axisProblems))
    }

    @PageBuilder
    private static func priorValues(_ priors: PriorMeasurements) -> [PageElement] {
        PageElement.value("sign-printed", priors.signPrinted)
        PageElement.value("sign-corrected", priors.signCorrected)
        PageElement.value("precision-printed", priors.precisionPrinted)
        PageElement.value("laplace-axis", priors.laplaceAxis)
        PageElement.value("laplace-diagonal", priors.laplaceDiagonal)
        PageElement.value("gaussian-error", priors.gaussianError)
    }
}

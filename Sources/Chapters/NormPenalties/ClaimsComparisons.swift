import Learning
import Notebook

extension NormPenaltiesSection {
    static func comparisonClaims(_ results: Results) -> [Claim] {
        basisClaims(results.bases) + [
            offsetClaim(results.offsets), layerClaim(results.layers), centerClaim(results.centers),
        ]
    }

    private static func offsetClaim(_ offsets: OffsetMeasurements) -> Claim {
        let place = offsets.comparedPlace
        return Claim(
            "2-4X",
            "Offsets should not be penalized: they add little variance, and penalizing them can cause underfitting.",
            method: """
                Ridge regression of 30 examples and 10 features with an offset of \(Int(offsets.offset)): expected errors with and \
                without decay on the offset; variances over redrawn targets, each of one parameter. Little variance: at most a quarter more than a weight brings.
                """
        ) {
            Check.positive(
                "at $\\alpha=\(Int(offsets.alphas[place]))$: error with the offset penalized minus without",
                differences: zip(offsets.penalized, offsets.free).map { $0[place] - $1[place] })
            Check.positive("the same with $\\alpha$ tuned in both arms", differences: offsets.tunedGains)
            Check.positive(
                "mean variance of a weight plus a quarter minus variance of the offset",
                differences: zip(offsets.weightVariances, offsets.offsetVariances).map { 1.25 * $0 / 10 - $1 })
        }
    }

    private static func layerClaim(_ layers: LayerMeasurements) -> Claim {
        Claim(
            "2-5X", "One decay coefficient for all layers is a reasonable shortcut for a search.",
            method: """
                Networks of two layers with every pair of \(layers.alphas.count) coefficients. The common coefficient and the pair are \
                chosen by validation loss; gains in test loss over no decay. Reasonable: what the shortcut costs is within one \
                standard error.
                """,
            expecting: .contradicted
        ) {
            Check.positive("gain by a common coefficient", differences: layers.commonGains)
            Check.number(
                "gain by a pair minus gain by a common coefficient, in standard errors", layers.costOfCommon, .atMost(1)
            )
        }
    }

    private static func centerClaim(_ centers: CenterMeasurements) -> Claim {
        Claim(
            "2-15X", "Shrinking toward any point regularizes; the nearer the point is to the truth, the better.",
            method: """
                Ridge regression toward points at several distances from the true weights, in units of their length. The coefficient \
                is the best on average in the other half of the data sets.
                """
        ) {
            for (place, distance) in centers.distances.enumerated() {
                Check.positive(
                    "distance \(distance): error of least squares minus that toward the point",
                    differences: zip(centers.leastSquares, centers.best[place]).map { $0 - $1 })
            }
            for place in 1..<centers.distances.count {
                Check.positive(
                    "error toward the point at \(centers.distances[place]) minus at \(centers.distances[place - 1])",
                    differences: zip(centers.best[place], centers.best[place - 1]).map { $0 - $1 })
            }
        }
    }

    static func selectionClaim(_ selection: SelectionMeasurements) -> Claim {
        Claim(
            "2-30X", "The lasso selects features: it keeps those that matter and drops others.",
            method: """
                Three of Tibshirani's problems of 20 examples and 8 features, coefficients chosen by five-fold cross-validation: three \
                weights that matter, eight small ones, a single one.
                """
        ) {
            Check.positive(
                "share kept of the features that matter minus share kept of the others",
                differences: selection[.few].map { Double($0.relevantKept) / 3 - Double($0.irrelevantKept) / 5 })
            Check.positive(
                "three weights: error of ridge minus lasso", differences: selection[.few].map { $0.ridge - $0.lasso })
            Check.positive(
                "a single weight: error of ridge minus lasso", differences: selection[.one].map { $0.ridge - $0.lasso })
            Check.positive(
                "eight small weights: error of lasso minus ridge",
                differences: selection[.many].map { $0.lasso - $0.ridge })
        }
    }
}

extension OffsetMeasurements {
    /// The place of the coefficient 100, at which both arms are compared.
    var comparedPlace: Int { alphas.indices.min { abs(alphas[$0] - 100) < abs(alphas[$1] - 100) } ?? 0 }
}

extension LayerMeasurements {
    /// The fall of the test loss from no decay to the coefficient common to both layers that validation chooses.
    var commonGains: [Double] {
        zip(validation, test).map { validation, test in
            let place = alphas.indices.map { validation[$0][$0] }.placeOfLeast
            return test[0][0] - test[place][place]
        }
    }

    /// What the common coefficient costs against the pair, on average, in standard errors.
    var costOfCommon: Double {
        let costs = Estimate(of: zip(pairGains, commonGains).map { $0 - $1 })
        return costs.standardError == 0 ? 0 : costs.mean / costs.standardError
    }

    /// The same for the pair of coefficients that validation chooses.
    var pairGains: [Double] {
        zip(validation, test).map { validation, test in
            let place = Array(validation.joined()).placeOfLeast
            return test[0][0] - test[place / alphas.count][place % alphas.count]
        }
    }
}

extension SelectionMeasurements {
    subscript(problem: SelectionProblem) -> [SelectionOutcome] {
        outcomes[SelectionProblem.allCases.firstIndex(of: problem) ?? 0]
    }
}

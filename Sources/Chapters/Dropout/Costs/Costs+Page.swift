import Foundation
import Notebook
import Statistics

extension Costs: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("lowest-width", parameters.widths[0])
        Value("lowest-width-masks", results.masks[0])
        Value("lowest-width-multiplications", results.multiplications[0])
        Value("highest-width", parameters.widths[parameters.widths.count - 1])
        Value("highest-width-masks", results.masks[results.masks.count - 1])
        Value("highest-width-multiplications", results.multiplications[results.multiplications.count - 1])
        if !results.timedSteps.isEmpty {
            Value("timed-steps", Estimate(of: results.timedSteps))
            Value("timed-predictions", Estimate(of: results.timedPredictions))
        }
        Self.claim(results, parameters)
    }

    private static func claim(_ cost: Results, _ parameters: Parameters) -> Claim {
        let widths = parameters.widths.map(Double.init)
        return Claim(
            "11-12E",
            "Dropout draws, keeps and multiplies $O(n)$ numbers per example, and prediction costs the same as without dropout, except for one multiplication of the weights by the keep probability.",
            method: """
                Networks of two layers of \(parameters.widths.first ?? 0) to \(parameters.widths.last ?? 0) units: numbers drawn for masks and \
                multiplications of weights, as powers of $n$; in long runs processor time as well. The factor is ½ only at keep-probability ½.
                """,
            expecting: Expectation(.holds, except: [.full: .contradicted])
        ) {
            Check.error("power of $n$ of the masks, less 1", power(widths, cost.masks) - 1, atMost: 1e-12)
            Check.number("power of $n$ of the multiplications", power(widths, cost.multiplications), .within(1.8...2))
            Check.error("multiplications beyond plain prediction", Double(cost.extraInPrediction), atMost: 0)
            Check.error("predictions run with dropout layers and without: difference", cost.predictionGap, atMost: 0)
            Check.error("keep-probability 0.8: error of the factor 0.8", cost.factorError, atMost: 1e-12)
            if !cost.timedSteps.isEmpty {
                Check.number("processor time of a step, with over without", cost.timedSteps.mean, .atMost(1.25))
                Check.number(
                    "processor time of predictions, with over without", cost.timedPredictions.mean, .atMost(1.1))
            }
        }
    }

    private static func power(_ x: [Double], _ y: [Double]) -> Double {
        log(y[y.count - 1] / y[0]) / log(x[x.count - 1] / x[0])
    }
}

extension Costs {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-12E") { $0.masks = $0.multiplications },
        Mutant("11-12E") { $0.extraInPrediction = 1 },
        Mutant("11-12E") { $0.predictionGap = 0.1 },
        Mutant("11-12E") { $0.factorError = 0.1 },
        Mutant("11-12E") { ($0.timedSteps, $0.timedPredictions) = ([2, 2.1], [1, 1.01]) },
        Mutant("11-12E") { ($0.timedSteps, $0.timedPredictions) = ([1.1, 1.11], [2, 2.1]) },
    ]
}

import Foundation
import Notebook

extension SubNetworks: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("bagged-replicates", results.baggedErrors.count)
        Value("bagged-members", results.members)
        Value("dropout-distance", Estimate(of: results.dropoutDistances))
        Value("plain-distance", Estimate(of: results.plainDistances))
        Value("bagged-distance", Estimate(of: results.baggedDistances))
        Value("dropout-small", Estimate(of: results.dropoutErrors))
        Value("plain-small", Estimate(of: results.plainErrors))
        Value("bagged-small", Estimate(of: results.baggedErrors))
        Claim(
            "11-22X", "Dropout approximates bagging of all sub-networks.",
            method: """
                Small networks: sub-networks with random masks, \(results.members) an ensemble, each trained alone on its own resample. \
                Mean distance of probabilities on test inputs of dropout, of plain training and of a second such ensemble from the first.
                """
        ) {
            Check.positive(
                "distance from the bagged sub-networks, plain training minus dropout",
                differences: zip(results.plainDistances, results.dropoutDistances).map { $0 - $1 })
            Check.positive(
                "difference in error from the bagged sub-networks: 0.05 minus its magnitude for dropout",
                differences: zip(results.baggedErrors, results.dropoutErrors).map { 0.05 - abs($0 - $1) })
        }
    }
}

extension SubNetworks {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-22X") { swap(&$0.plainDistances, &$0.dropoutDistances) },
        Mutant("11-22X") { $0.dropoutDistances = $0.plainDistances },
        Mutant("11-22X") { $0.dropoutErrors = $0.dropoutErrors.map { _ in 0.5 } },
    ]
}

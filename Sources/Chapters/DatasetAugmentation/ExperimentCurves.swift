import Learning
import Notebook

/// One training set of one size, used under several schemes.
private struct CurveItem: Codable, Sendable {
    let digits: DigitSet
    let schemes: [Scheme]
    let copies: Int
    let units: Int
}

extension CurveMeasurements {
    static let schemes: [Scheme] = [.none, .noise, .translation, .rotation, .elastic]

    /// Test errors of the fully connected network against the size of the training set.
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> CurveMeasurements {
        let items = (0..<parameters.curveReplicates).flatMap { replicate in
            parameters.curveSizes.map {
                CurveItem(
                    digits: DigitSet(replicate, examples: $0, parameters), schemes: schemes,
                    copies: parameters.copies, units: parameters.hiddenUnits)
            }
        }
        let errors = try await lab.map("learning curves", over: items) { item, lab in
            try item.digits.errors(.connected, item.schemes, copies: item.copies, units: item.units, in: lab)
        }
        let sizes = parameters.curveSizes.count
        return CurveMeasurements(
            sizes: parameters.curveSizes, schemes: schemes,
            errors: schemes.indices.map { scheme in
                (0..<parameters.curveReplicates).map { replicate in
                    (0..<sizes).map { errors[replicate * sizes + $0][scheme] }
                }
            })
    }
}

extension DigitSet {
    /// Test errors of one algorithm, one a scheme.
    func errors(
        _ algorithm: Algorithm, _ schemes: [Scheme], copies: Int, units: Int, in lab: Lab
    ) throws -> [Double] {
        let training = try training(in: lab)
        let test = try test(in: lab).examples
        let network = try algorithm.network(side: side, units: units, classes: training.classes)
        return try schemes.map { scheme in
            let images =
                try scheme == .none
                ? training
                : training.augmented(
                    scheme.augmentation(side: side), copies: copies, lab.stream("copies", replicate))
            return try train(network, on: images, in: lab).evaluate(test).error
        }
    }
}

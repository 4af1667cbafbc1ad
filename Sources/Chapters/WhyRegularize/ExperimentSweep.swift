import Foundation
import Learning
import Notebook

extension SweepMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> SweepMeasurements {
        let alphas = [0] + (0...24).map { pow(10, -2 + Double($0) / 4) }
        let items = (0..<parameters.replicates).map {
            SweepItem(
                replicate: $0, examples: parameters.examples, features: parameters.features, tests: parameters.tests,
                noise: parameters.noise, alphas: alphas)
        }
        let errors = try await lab.map("sweep over α", over: items) { item, lab in
            var stream = lab.stream("sweep", item.replicate)
            let family = LinearFamily(weights: stream.normals(item.features).scaled(by: 0.3), noise: item.noise)
            let data = family.sample(item.examples, using: &stream)
            let validation = family.sample(item.tests, using: &stream)
            let test = family.sample(item.tests, using: &stream)
            let models = try RidgePath(data.inputs, data.targets).models(penalties: item.alphas)
            return SweepErrors(
                training: try models.map { try $0.meanSquaredError(data.inputs, data.targets) },
                validation: try models.map { try $0.meanSquaredError(validation.inputs, validation.targets) },
                test: try models.map { try $0.meanSquaredError(test.inputs, test.targets) })
        }
        let chosen = errors.map { $0.validation.placeOfLeast }
        return SweepMeasurements(
            alphas: alphas, training: errors.map(\.training), test: errors.map(\.test),
            trainingFall: errors.map { errors in
                zip(errors.training, errors.training.dropFirst()).map { $0 - $1 }.max() ?? .nan
            }.max() ?? .nan,
            gainOverNone: zip(errors, chosen).map { $0.test[0] - $0.test[$1] },
            gainOverMost: zip(errors, chosen).map { $0.test[alphas.count - 1] - $0.test[$1] },
            trainingCost: zip(errors, chosen).map { $0.training[$1] - $0.training[0] })
    }
}

extension [Double] {
    /// The place of the first least entry; 0 for an empty array.
    var placeOfLeast: Int { indices.min { self[$0] < self[$1] } ?? 0 }
}

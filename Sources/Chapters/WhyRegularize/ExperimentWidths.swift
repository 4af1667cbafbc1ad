import Foundation
import Learning
import Notebook

extension WidthMeasurements {
    /// Standard deviation of the noise on the targets, whose curve has deviation about 1.
    static let noise = 0.5

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> WidthMeasurements {
        let widths = parameters.widths
        let items = (0..<parameters.networkReplicates).flatMap { replicate in
            widths.map { width in
                WidthItem(
                    replicate: replicate, width: width, decays: [0] + parameters.decays,
                    examples: parameters.networkExamples, tests: parameters.tests, epochs: parameters.epochs,
                    learningRate: parameters.learningRate)
            }
        }
        let errors = try await lab.map("width sweep", over: items) { item, lab in try trained(item, in: lab) }
        let rows = (0..<parameters.networkReplicates).map { Array(errors[$0 * widths.count..<($0 + 1) * widths.count]) }
        let plain = rows.map { row in row.map { WidthChoice($0, among: [0]) } }
        let decayed = rows.map { row in row.map { WidthChoice($0, among: Array(1...parameters.decays.count)) } }
        let bestPlain = plain.map { $0.map(\.validation).placeOfLeast }
        let bestDecayed = decayed.map { $0.map(\.validation).placeOfLeast }
        return WidthMeasurements(
            widths: widths, plain: plain.map { $0.map(\.test) }, decayed: decayed.map { $0.map(\.test) },
            gains: rows.indices.map { plain[$0][bestPlain[$0]].test - decayed[$0][bestDecayed[$0]].test },
            doublings: rows.indices.map {
                log2(Double(widths[bestDecayed[$0]])) - log2(Double(widths[bestPlain[$0]]))
            },
            noise: noise * noise, widestTraining: rows.map { $0[widths.count - 1].training[0] }.mean)
    }

    private static func trained(_ item: WidthItem, in lab: Lab) throws -> WidthErrors {
        var stream = lab.stream("widths", item.replicate)
        let training = RippleSurface.sample(item.examples, from: &stream)
        let validation = RippleSurface.sample(item.tests, from: &stream)
        let test = RippleSurface.sample(item.tests, from: &stream)
        let network = try Network(input: .vector(RippleSurface.features)) {
            Dense(units: item.width, activation: .rectifier)
            Dense(units: 1)
        }
        var errors: [[Double]] = []
        for decay in item.decays {
            let descent = SGD(batch: 50, rate: .constant(item.learningRate), momentum: 0.9, penalty: Penalty(l2: decay))
            let trainer = try Trainer(
                network, descent, loss: .squared, on: training, stream: stream.split("training", item.width))
            var state = trainer.start()
            try trainer.train(&state, steps: item.epochs * trainer.stepsPerEpoch)
            errors.append(
                try [training, validation, test].map { 2 * (try trainer.evaluate(state.parameters, on: $0).loss) })
        }
        return WidthErrors(training: errors.map { $0[0] }, validation: errors.map { $0[1] }, test: errors.map { $0[2] })
    }
}

import Foundation
import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// Networks of one hidden layer, with and without weight decay.
public struct Widths: Experiment {
    public init() {}

    public static let question =
        "Is a large regularized network better than a small one of the right size?"

    public struct Parameters: Codable, Sendable {
        @Parameter("hidden units", in: 1...4_096) public var widths = [1, 2, 4, 8, 16, 32, 64]
        @Parameter("weight decays from which the regularized networks choose", in: 0...10) public
            var decays = [0.02, 0.1]
        @Parameter("learning rate; the wider the network, the lower it has to be", in: 1e-6...1) public
            var learningRate = 0.05
        @Parameter("training examples", in: 50...10_000) public var examples = 100
        @Parameter("data sets", in: 2...1_000) public var replicates = 16
        @Parameter("examples to choose a network on, and as many to judge the choice", in: 2...100_000)
        public var tests = 500
        @Parameter("passes over the training examples", in: 1...100_000) public var epochs = 500
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.widths += [128, 256]
        parameters.decays = [0.003, 0.01, 0.03, 0.1]
        parameters.learningRate = 0.02
        parameters.replicates = 40
        parameters.epochs = 1_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let widths: [Int]
        /// Test errors without a penalty and with the chosen one, one row a data set, one entry a width.
        public let plain: [[Double]]
        public let decayed: [[Double]]
        /// Test errors, paired: the best plain network minus the best network with weight decay, both chosen on other examples.
        public var gains: [Double]
        /// Doublings from the width of the best plain network to that of the best one with weight decay.
        public var doublings: [Double]
        /// The lowest error any network could have: the variance of the noise.
        public let noise: Double
        /// Mean training error of the widest plain networks.
        public let widestTraining: Double
    }

    /// What networks of one width have in common.
    private struct Setting: Codable, Sendable {
        let width: Int
        /// 0 is no penalty.
        let decays: [Double]
        let examples: Int
        let tests: Int
        let epochs: Int
        let learningRate: Double
    }

    /// Mean squared errors of networks of one width, one entry a decay.
    private struct Errors: Codable, Sendable {
        let training: [Double]
        let validation: [Double]
        let test: [Double]
    }

    /// The network of one width whose validation error is lowest among some decays.
    private struct Choice {
        let validation: Double
        let test: Double

        init(_ errors: Errors, among places: [Int]) {
            let best = places.min { errors.validation[$0] < errors.validation[$1] } ?? 0
            validation = errors.validation[best]
            test = errors.test[best]
        }
    }

    /// Standard deviation of the noise on the targets, whose curve has deviation about 1.
    static let noise = 0.5

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let widths = parameters.widths
        let settings = widths.map { width in
            Setting(
                width: width, decays: [0] + parameters.decays, examples: parameters.examples,
                tests: parameters.tests,
                epochs: parameters.epochs, learningRate: parameters.learningRate)
        }
        let errors = try await lab.map("width sweep", over: settings, replicates: parameters.replicates) {
            try Self.trained($0, replicate: $1, in: $2)
        }
        let rows = (0..<parameters.replicates).map { replicate in errors.map { $0[replicate] } }
        let plain = rows.map { row in row.map { Choice($0, among: [0]) } }
        let decayed = rows.map { row in
            row.map { Choice($0, among: Array(parameters.decays.indices.map { $0 + 1 })) }
        }
        let bestPlain = plain.map { $0.map(\.validation).placeOfLowest }
        let bestDecayed = decayed.map { $0.map(\.validation).placeOfLowest }
        return Results(
            widths: widths, plain: plain.map { $0.map(\.test) }, decayed: decayed.map { $0.map(\.test) },
            gains: rows.indices.map { plain[$0][bestPlain[$0]].test - decayed[$0][bestDecayed[$0]].test },
            doublings: rows.indices.map {
                log2(Double(widths[bestDecayed[$0]])) - log2(Double(widths[bestPlain[$0]]))
            },
            noise: Self.noise * Self.noise,
            widestTraining: rows.map { $0[widths.count - 1].training[0] }.mean)
    }

    private static func trained(_ item: Setting, replicate: Int, in lab: Lab) throws -> Errors {
        var stream = lab.stream("widths", replicate)
        let training = RippleSurface.sample(item.examples, from: &stream)
        let validation = RippleSurface.sample(item.tests, from: &stream)
        let test = RippleSurface.sample(item.tests, from: &stream)
        let network = try Network(input: .vector(RippleSurface.features)) {
            Dense(units: item.width, activation: .rectifier)
            Dense(units: 1)
        }
        var errors: [[Double]] = []
        for decay in item.decays {
            let descent = SGD(
                batch: 50, rate: .constant(item.learningRate), momentum: 0.9, penalty: Penalty(l2: decay))
            let trainer = try Trainer(
                network, descent, loss: .squared, on: training, stream: stream.split("training", item.width)
            )
            var state = trainer.start()
            try trainer.train(&state, steps: item.epochs * trainer.stepsPerEpoch)
            errors.append(
                try [training, validation, test].map {
                    2 * (try trainer.evaluate(state.parameters, on: $0).loss)
                })
        }
        return Errors(
            training: errors.map { $0[0] }, validation: errors.map { $0[1] }, test: errors.map { $0[2] })
    }
}

import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// Networks of two layers with a decay coefficient for each.
public struct Layers: Experiment {
    public init() {}

    public static let question = "Is one decay coefficient for all layers good enough?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 12
        @Parameter("of training", in: 1...1_000_000, unit: "steps") public var steps = 400
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let alphas: [Double]
        /// For each data set, losses by the coefficient of the first layer and of the second.
        public var validation: [[[Double]]]
        public var test: [[[Double]]]

        /// The fall of the test loss from no decay to the coefficient common to both layers that validation chooses.
        var commonGains: [Double] {
            zip(validation, test).map { validation, test in
                let place = alphas.indices.map { validation[$0][$0] }.placeOfLowest
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
                let place = Array(validation.joined()).placeOfLowest
                return test[0][0] - test[place / alphas.count][place % alphas.count]
            }
        }
    }

    /// All that the networks of a data set depend on besides its number.
    private struct Setting: Codable, Sendable {
        let alphas: [Double]
        let steps: Int
    }

    /// Validation and test losses, one row a coefficient of the first layer, one column one of the second.
    private struct Outcome: Codable, Sendable {
        let validation: [[Double]]
        let test: [[Double]]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(alphas: [0, 0.003, 0.01, 0.03, 0.1], steps: parameters.steps)
        let outcomes = try await lab.map("decay by layer", replicates: parameters.replicates, of: setting) {
            setting, replicate, lab in
            let stream = lab.stream("layers", replicate)
            let sets = [("training", 80), ("validation", 400), ("test", 1_000)].map { name, count in
                var own = stream.split(name)
                return Examples.waveforms(count, using: &own)
            }
            let losses = try setting.alphas.map { first in
                try setting.alphas.map { second in
                    try Self.lossesAfterTraining(first, second, on: sets, steps: setting.steps, stream.split("network"))
                }
            }
            return Outcome(
                validation: losses.map { $0.map { $0[0] } }, test: losses.map { $0.map { $0[1] } })
        }
        return Results(
            alphas: setting.alphas, validation: outcomes.map(\.validation), test: outcomes.map(\.test))
    }

    /// Losses on validation and test waves of a network with one coefficient for each of its layers.
    private static func lossesAfterTraining(
        _ first: Double, _ second: Double, on sets: [Examples<Float>], steps: Int, _ stream: RandomStream
    ) throws -> [Double] {
        let network = try Network(input: .vector(WaveformFamily.features)) {
            Dense(units: 16, activation: .tanh)
            Dense(units: WaveformFamily.classes)
        }
        let decay = [0: Penalty(l2: first), 1: Penalty(l2: second)]
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.1, momentum: 0.9, layerPenalties: decay), on: sets[0], stream: stream)
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
        return try sets.dropFirst().map { try trainer.evaluate(state.parameters, on: $0).loss }
    }
}

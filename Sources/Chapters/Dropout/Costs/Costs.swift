import Laboratory
import LinearAlgebra
import Networks

/// What dropout costs in numbers drawn, kept and multiplied, per example.
public struct Costs: Experiment {
    public init() {}

    public static let question = "What does dropout cost in training and in prediction?"
    public static let inputs: [any Experiment.Type] = [Scaling.self]

    public struct Parameters: Codable, Sendable {
        @Parameter("units in each of two layers, ascending", in: 1...4_096) public var widths = [
            50, 100, 200, 400, 800,
        ]
        @Parameter(
            "times that training and prediction are timed at the largest width; none in the quick profile",
            in: 0...1_000)
        public var timedReplicates = 0
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.timedReplicates = 7 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Numbers drawn and kept by two layers of dropout, by width.
        public var masks: [Double]
        /// Multiplications of weights, forward and backward.
        public let multiplications: [Double]
        /// Multiplications that prediction with dropout layers needs beyond those without.
        public var extraInPrediction: Int
        /// The largest difference between predictions with dropout layers and without, same weights, both run.
        public var predictionGap: Double
        /// The error of the factor 0.8 at keep-probability 0.8.
        public var factorError: Double
        /// Processor time with dropout layers over that without at the largest width, of steps and of predictions; one entry a timing.
        public var timedSteps: [Double]
        public var timedPredictions: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let widths = parameters.widths
        let networks = try widths.map { try Self.network($0, keep: 0.5) }
        let plain = try widths.map { try Self.network($0, keep: 1) }
        func weights(_ network: Network) -> Int {
            network.blocks.filter { $0.role == .weights }.reduce(0) { $0 + $1.count }
        }
        let timed = try await lab.map("timed dropout", replicates: parameters.timedReplicates, of: widths.last ?? 1) {
            width, _, lab in try Self.timed(width, in: lab)
        }
        return Results(
            masks: networks.map { network in
                network.layers.indices.filter { network.layers[$0] is Dropout }.reduce(0.0) {
                    $0 + Double(network.layers[$1].memoryPerExample(for: network.shapes[$1]))
                }
            }, multiplications: networks.map { 3 * Double(weights($0)) },
            extraInPrediction: zip(networks, plain).map { weights($0) - weights($1) }.reduce(0, +),
            predictionGap: try zip(networks, plain).map { try Self.predictionGap($0, $1, in: lab) }.max() ?? .nan,
            factorError: try lab.results(of: Scaling.self).weightedError, timedSteps: timed.map { $0[0] },
            timedPredictions: timed.map { $0[1] })
    }

    private static func network(_ width: Int, keep: Double) throws -> Network {
        try Network(input: .vector(width)) {
            if keep < 1 { Dropout(keep: keep) }
            Dense(units: width, activation: .rectifier)
            if keep < 1 { Dropout(keep: keep) }
            Dense(units: 10)
        }
    }

    /// The largest difference of the two networks' predictions with the same weights.
    private static func predictionGap(_ network: Network, _ plain: Network, in lab: Lab) throws -> Double {
        var inputs = lab.stream("cost", network.input.count)
        let x = inputs.normals(3 * network.input.count)
        let parameters: NetworkParameters<Double> = network.initialParameters(lab.stream("cost"))
        var copied: NetworkParameters<Double> = plain.initialParameters(lab.stream("cost"))
        for (own, other) in zip(network.blocks.indices, plain.blocks.indices) {
            copied[block: other] = parameters[block: own]
        }
        return try Prediction(network, parameters).outputs(x).distance(to: Prediction(plain, copied).outputs(x))
    }

    /// How often each time is taken; other work on the machine only adds to it, so the shortest counts.
    private static let repetitions = 5

    /// Processor time of an epoch and of predictions with dropout over that without.
    private static func timed(_ width: Int, in lab: Lab) throws -> [Double] {
        var stream = lab.stream("timed inputs")
        let count = 1_000
        let examples = Examples(
            shape: .vector(width), inputs: stream.normals(count * width).map { Float($0) },
            targets: .labels((0..<count).map { $0 % 10 }))
        let trainers = try [0.5, 1].map { keep in
            try Trainer(
                network(width, keep: keep), SGD(batch: 100, rate: 0.01), on: examples, stream: lab.stream("timed"))
        }
        var states = trainers.map { $0.start() }
        for index in trainers.indices { try trainers[index].trainEpoch(&states[index]) }
        var shortest = [[Double]](repeating: [.infinity, .infinity], count: trainers.count)
        for _ in 0..<repetitions {
            for (index, trainer) in trainers.enumerated() {
                let step = try ProcessorTime.seconds { try trainer.trainEpoch(&states[index]) }
                let prediction = try ProcessorTime.seconds {
                    _ = try trainer.evaluate(states[index].parameters, on: examples)
                }
                shortest[index] = [min(shortest[index][0], step), min(shortest[index][1], prediction)]
            }
        }
        return [shortest[0][0] / shortest[1][0], shortest[0][1] / shortest[1][1]]
    }
}

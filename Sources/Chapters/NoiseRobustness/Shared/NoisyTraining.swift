import Foundation
import LinearAlgebra
import Networks

/// A small regression task and the training of a tanh network on it, with noise on inputs or weights.
struct NoisyTraining {
    static let examples = 50
    private static let features = 4
    let network: Network
    private let training: Examples<Double>
    let validation: Examples<Double>
    let test: Examples<Double>
    private let stream: RandomStream

    init(_ stream: RandomStream, examples: Int = Self.examples) throws {
        self.stream = stream
        network = try Network(input: .vector(Self.features)) {
            Dense(units: 30, activation: .tanh)
            Dense(units: 1)
        }
        var data = stream.split("data")
        training = Self.sample(examples, from: &data)
        test = Self.sample(200, from: &data)
        var further = stream.split("validation")
        validation = Self.sample(200, from: &further)
    }

    private static func sample(_ count: Int, from stream: inout RandomStream) -> Examples<Double> {
        let inputs = stream.normals(count * features)
        let targets = (0..<count).map { row in
            let x = inputs[row * features..<(row + 1) * features].map { $0 }
            return sin(2 * x[0]) + x[1] * x[2] / 2 + 0.3 * stream.normal()
        }
        return Examples(shape: .vector(features), inputs: inputs, targets: .values(targets, columns: 1))
    }

    // snippet.noisy-training
    /// Gradient descent with momentum. Every step sees the inputs and the weights through fresh noise of the given
    /// variances, and moves the weights that have none.
    func train(inputVariance: Double, weightVariance: Double, steps: Int) throws -> NetworkParameters<Double> {
        var noise = stream.split("noise")
        var parameters = network.initialParameters(stream.split("start"), as: Double.self)
        var velocity = [Double](repeating: 0, count: parameters.values.count)
        for _ in 0..<steps {
            let seen = Examples(
                shape: training.shape,
                inputs: training.inputs.perturbed(variance: inputVariance, from: &noise), targets: training.targets)
            var shaken = parameters
            shaken.values = parameters.values.perturbed(variance: weightVariance, from: &noise)
            let slope = try LossGradient(of: .squared, network, at: shaken, on: seen).parameters
            velocity = velocity.scaled(by: 0.9).adding(slope)
            parameters.values = parameters.values.subtracting(velocity.scaled(by: 0.03))
        }
        return parameters
    }
    // snippet.end

    /// The mean of ‖∇ₓŷ‖² over the test inputs.
    func sensitivity(_ parameters: NetworkParameters<Double>) throws -> Double {
        let answers = try Prediction(network, parameters).outputs(test.inputs)
        // With targets one below the answers, half the squared error has the slope of the answer itself.
        let below = Examples(
            shape: test.shape, inputs: test.inputs, targets: .values(answers.map { $0 - 1 }, columns: 1))
        let slopes = try LossGradient(of: .squared, network, at: parameters, on: below).inputs
        return slopes.dot(slopes) * Double(test.count)
    }

    /// The mean squared error on `examples`.
    func error(_ parameters: NetworkParameters<Double>, on examples: Examples<Double>) throws -> Double {
        2 * (try Prediction(network, parameters).evaluate(examples, loss: .squared).loss)
    }

    /// The mean squared error on the training examples.
    func trainingError(_ parameters: NetworkParameters<Double>) throws -> Double {
        try error(parameters, on: training)
    }

    /// By how much noise of each standard deviation on the weights raises the training error, on pairs of draws ±ε.
    func rises(_ parameters: NetworkParameters<Double>, radii: [Double]) throws -> [Double] {
        let plain = try trainingError(parameters)
        return try radii.map { radius in
            var draws = stream.split("rises")
            var total = 0.0
            for _ in 0..<20 {
                let direction = draws.normals(parameters.values.count)
                for side in [radius, -radius] {
                    var moved = parameters
                    moved.values = parameters.values.adding(direction.scaled(by: side))
                    total += try trainingError(moved) - plain
                }
            }
            return total / 40
        }
    }
}

extension [Double] {
    /// These numbers with independent normals of the given variance added.
    func perturbed(variance: Double, from stream: inout RandomStream) -> [Double] {
        variance == 0 ? self : adding(stream.normals(count).scaled(by: variance.squareRoot()))
    }
}

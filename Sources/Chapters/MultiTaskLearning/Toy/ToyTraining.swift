import Laboratory
import LinearAlgebra
import Networks

/// How the toy is learned on one training set.
struct ToyTraining: Codable, Sendable {
    let trainingExamples: Int
    let heldOutExamples: Int
    let hiddenUnits: Int
    let learningRate: Double
    let momentum: Double
    let epochs: Int
    let evaluateEvery: Int
    let patience: Int

    // snippet.toy
    /// Trains on the main and, if the arm has it, the second target; halts by the main target alone.
    func halted(_ arm: ToyArm, _ trial: Int, in lab: Lab) throws -> (error: Double, epoch: Int) {
        var drawing = lab.stream("toy cases", trial)
        let training = ToyCases(trainingExamples, from: &drawing)
        let halting = ToyCases(heldOutExamples, from: &drawing)
        let test = ToyCases(heldOutExamples, from: &drawing)
        let order = drawing.permutation(trainingExamples)
        let network = try Network(input: .vector(arm.inputs)) {
            Dense(units: hiddenUnits, activation: .sigmoid)
            Dense(units: arm.outputs, activation: .sigmoid)
        }
        let trainer = try Trainer(
            network, SGD(batch: 10, rate: .constant(learningRate), momentum: .constant(momentum)), loss: .squared,
            on: training.examples(arm, order: order), stream: lab.stream("toy network", trial))
        let rule = try EarlyStopping(evaluateEvery: evaluateEvery, patience: patience, limit: epochs)
        let seen = halting.examples(arm, order: Array(halting.main.indices))
        let stopped = try rule.run(
            from: trainer.start(),
            train: { state, epochs in try trainer.train(&state, steps: epochs * trainer.stepsPerEpoch) },
            validationError: { try mainError(network, $0.parameters, seen, halting.main) })
        let fresh = test.examples(arm, order: Array(test.main.indices))
        return (try mainError(network, stopped.parameters.parameters, fresh, test.main), stopped.step)
    }
    // snippet.end

    /// The root mean squared error of the first output.
    private func mainError(
        _ network: Network, _ parameters: NetworkParameters<Float>, _ examples: Examples<Float>, _ wanted: [Double]
    ) throws -> Double {
        let outputs = try Prediction(network, parameters).outputs(examples.inputs)
        let columns = network.output.count
        let squares = wanted.indices.reduce(0) { sum, index in
            let error = Double(outputs[index * columns]) - wanted[index]
            return sum + error * error
        }
        return (squares / Double(wanted.count)).squareRoot()
    }
}

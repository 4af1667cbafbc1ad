import Learning
import Notebook

/// Networks with different random numbers on the same training set of a small problem, alone and averaged.
public struct TabularEnsembles: Codable, Sendable {
    public let task: BaggedLearner.Task
    /// Squared error of a member, the members' mean, and of the average of all, one entry a training set.
    public var member: [Double]
    public var average: [Double]

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> [TabularEnsembles] {
        let tasks = BaggedLearner.Task.allCases
        let items = tasks.flatMap { task in
            (0..<parameters.tabularReplicates).map {
                TabularItem(
                    replicate: $0, task: task, networks: parameters.tabularNetworks,
                    testExamples: parameters.treeTestExamples)
            }
        }
        let errors = try await lab.map("small networks", over: items) { item, lab in try item.errors(in: lab) }
        return tasks.indices.map { place in
            let own = errors[place * parameters.tabularReplicates..<(place + 1) * parameters.tabularReplicates]
            return TabularEnsembles(task: tasks[place], member: own.map { $0[0] }, average: own.map { $0[1] })
        }
    }
}

/// One training set.
struct TabularItem: Codable, Sendable {
    let replicate: Int
    let task: BaggedLearner.Task
    let networks: Int
    let testExamples: Int

    /// Mean squared error of the members and of their average, targets in standard deviations.
    func errors(in lab: Lab) throws -> [Double] {
        let stream = lab.stream("networks on " + task.rawValue, replicate)
        let (training, test) = try examples(stream)
        guard case .values(let targets, let columns) = test.targets else { return [] }
        let network = try Network(input: training.shape) {
            Dense(units: 20)
            Activation(.tanh)
            Dense(units: columns)
        }
        let answers = try (0..<networks).map { member in
            let trainer = try Trainer(
                network, SGD(batch: 20, rate: 0.05, momentum: 0.5), loss: .squared, on: training,
                stream: stream.split("member", member))
            var state = trainer.start()
            try trainer.train(&state, steps: 60 * trainer.stepsPerEpoch)
            return try Prediction(network, state.parameters).outputs(test.inputs).map(Double.init)
        }
        let truth = targets.map(Double.init)
        func error(_ answers: [Double]) -> Double {
            let residual = answers.subtracting(truth)
            return residual.dot(residual) / Double(test.count)
        }
        let sum = answers.reduce([Double](repeating: 0, count: truth.count)) { $0.adding($1) }
        return [answers.map(error).mean, error(sum.scaled(by: 1 / Double(networks)))]
    }

    /// Training and fresh examples, inputs and targets standardized by the training set; classes as ones among zeros.
    private func examples(_ stream: RandomStream) throws -> (training: Examples<Float>, test: Examples<Float>) {
        var (drawing, fresh) = (stream.split("training"), stream.split("test"))
        if task == .waveform {
            let sets = [
                WaveformFamily.sample(300, using: &drawing), WaveformFamily.sample(testExamples, using: &fresh),
            ]
            let scale = try Standardizer(fitting: sets[0].inputs)
            let made = try sets.map { data in
                let targets = data.labels.flatMap { label in (0..<data.classes).map { $0 == label ? Float(1) : 0 } }
                return Self.examples(try scale.apply(to: data.inputs), .values(targets, columns: data.classes))
            }
            return (made[0], made[1])
        }
        let family: FriedmanFamily = task == .friedmanOne ? .one : task == .friedmanTwo ? .two : .three
        let sets = [family.sample(200, using: &drawing), family.sample(testExamples, using: &fresh)]
        let scale = try Standardizer(fitting: sets[0].inputs)
        let (mean, deviation) = (sets[0].targets.mean, sets[0].targets.standardDeviation)
        let made = try sets.map { data in
            Self.examples(
                try scale.apply(to: data.inputs),
                .values(data.targets.map { Float(($0 - mean) / deviation) }, columns: 1))
        }
        return (made[0], made[1])
    }

    private static func examples(_ inputs: Matrix, _ targets: Examples<Float>.Targets) -> Examples<Float> {
        Examples(shape: .vector(inputs.columns), inputs: inputs.elements.map { Float($0) }, targets: targets)
    }
}

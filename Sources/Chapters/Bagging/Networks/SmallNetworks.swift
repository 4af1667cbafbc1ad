import DataSets
import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// Networks with different random numbers on the same training sets of a small problem.
public struct SmallNetworks: Codable, Sendable {
    public let task: SampledTask
    /// One entry a training set.
    public var ensembles: [SmallEnsemble]

    /// Small networks on one training set, alone and averaged; targets in standard deviations.
    public struct SmallEnsemble: Codable, Sendable {
        /// Squared error: the members' mean, and that of the average of all.
        public var member: Double
        public var average: Double
        /// c/v on the first half of the examples.
        public var correlation: Double
        /// By how much the average has a lower squared error than the member that is best on the first half, on the second.
        public var gainOverBest: Double
    }

    static func trained(_ parameters: Networks.Parameters, in lab: Lab) async throws -> [SmallNetworks] {
        let settings = SampledTask.allCases.map {
            SmallTask(task: $0, networks: parameters.smallNetworks, testExamples: parameters.smallTestExamples)
        }
        let ensembles = try await lab.map("small networks", over: settings, replicates: parameters.smallReplicates) {
            try $0.ensemble($1, in: $2)
        }
        return zip(settings, ensembles).map { SmallNetworks(task: $0.task, ensembles: $1) }
    }
}

/// One small problem.
private struct SmallTask: Codable, Sendable {
    let task: SampledTask
    let networks: Int
    let testExamples: Int

    func ensemble(_ replicate: Int, in lab: Lab) throws -> SmallNetworks.SmallEnsemble {
        let stream = lab.stream("networks on " + task.rawValue, replicate)
        let (training, test) = try sets(stream)
        let columns = training.columns
        let network = try Network(input: .vector(training.inputs.columns)) {
            Dense(units: 20)
            Activation(.tanh)
            Dense(units: columns)
        }
        let truth = test.targets.map(Double.init)
        let errors = try (0..<networks).map { member in
            let trainer = try Trainer(
                network, SGD(batch: 20, rate: 0.05, momentum: 0.5), loss: .squared, on: training.examples,
                stream: stream.split("member", member))
            var state = trainer.start()
            try trainer.train(&state, steps: 60 * trainer.stepsPerEpoch)
            let answers = try Prediction(network, state.parameters).outputs(test.examples.inputs).map(Double.init)
            return answers.subtracting(truth)
        }
        let half = test.inputs.rows / 2 * columns
        let all = MemberMoments(errors)
        let known = MemberMoments(errors.map { Array($0[..<half]) })
        let fresh = MemberMoments(errors.map { Array($0[half...]) })
        let best = known.squaredErrors.placeOfLowest
        return SmallNetworks.SmallEnsemble(
            member: all.variance * Double(columns), average: all.ensembleError(networks) * Double(columns),
            correlation: known.correlation,
            gainOverBest: (fresh.squaredErrors[best] - fresh.ensembleError(networks)) * Double(columns))
    }

    /// Training and fresh examples, inputs and targets standardized by the training set; classes as ones among zeros.
    private func sets(_ stream: RandomStream) throws -> (training: SmallSet, test: SmallSet) {
        var (drawing, fresh) = (stream.split("training"), stream.split("test"))
        guard let family = task.family else {
            let (data, new) = (
                WaveformFamily.sample(300, using: &drawing), WaveformFamily.sample(testExamples, using: &fresh)
            )
            let scale = try Standardizer(fitting: data.inputs)
            func made(_ data: ClassificationData) throws -> SmallSet {
                let targets = data.labels.flatMap { label in (0..<data.classes).map { $0 == label ? Float(1) : 0 } }
                return SmallSet(inputs: try scale.apply(to: data.inputs), targets: targets, columns: data.classes)
            }
            return try (made(data), made(new))
        }
        let (data, new) = (family.sample(200, using: &drawing), family.sample(testExamples, using: &fresh))
        let scale = try Standardizer(fitting: data.inputs)
        let (mean, deviation) = (data.targets.mean, data.targets.standardDeviation)
        func made(_ data: RegressionData) throws -> SmallSet {
            SmallSet(
                inputs: try scale.apply(to: data.inputs), targets: data.targets.map { Float(($0 - mean) / deviation) },
                columns: 1)
        }
        return try (made(data), made(new))
    }
}

/// Examples of a small problem.
private struct SmallSet {
    let inputs: Matrix
    let targets: [Float]
    let columns: Int

    var examples: Examples<Float> {
        Examples(
            shape: .vector(inputs.columns), inputs: inputs.elements.map { Float($0) },
            targets: .values(targets, columns: columns))
    }
}

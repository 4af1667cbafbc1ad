import DataSets
import Foundation
import LinearAlgebra
import Networks
import Statistics

/// A draw of Friedman's first problem: five of ten inputs matter, and the first two may be swapped. Targets have mean 0 and
/// variance 1 on the training set.
struct FriedmanTask {
    private let training: RegressionData
    private let validation: RegressionData
    private let centre: Double
    private let scale: Double
    private let updates: Int
    private let units: Int
    private let stream: RandomStream

    init(examples: Int, validationExamples: Int, units: Int, updates: Int, _ stream: RandomStream) {
        var (drawing, checking) = (stream.split("training"), stream.split("validation"))
        training = FriedmanFamily.one.sample(examples, using: &drawing)
        validation = FriedmanFamily.one.sample(validationExamples, using: &checking)
        let mean = training.targets.mean
        centre = mean
        scale = training.targets.map { ($0 - mean) * ($0 - mean) }.mean.squareRoot()
        self.updates = updates
        self.units = units
        self.stream = stream
    }

    /// Points of the task's own distribution and the targets there without noise.
    static func points(_ count: Int, _ start: RandomStream) -> (inputs: Matrix, truth: [Double]) {
        var stream = start
        let inputs = FriedmanFamily.one.sample(count, using: &stream).inputs
        return (inputs, (0..<count).map { FriedmanFamily.one.truth(inputs.row($0)) })
    }

    /// A trained network's answers at some points, its squared error on the validation examples, and the examples that it saw.
    struct Fit {
        let answers: [Double]
        let validationError: Double
        let passes: Int
    }

    /// The network with the strength that does best on the validation examples; bagging averages `members` of them.
    func best(_ method: Method, members: Int, at points: Matrix) throws -> Fit {
        if method == .bagging {
            let fits = try (0..<members).map { member in
                var resampling = stream.split("resample", member)
                let rows = resampling.bootstrap(training.count)
                return try fit(
                    .none, 0,
                    on: RegressionData(
                        inputs: training.inputs.selectingRows(rows), targets: rows.map { training.targets[$0] }),
                    stream.split("member", member), at: points)
            }
            let answers = points.rows == 0 ? [] : (0..<points.rows).map { row in fits.map { $0.answers[row] }.mean }
            return Fit(
                answers: answers, validationError: fits.map(\.validationError).mean,
                passes: fits.map(\.passes).reduce(0, +))
        }
        let own = method == .symmetry ? training.swapped : training
        let fits = try method.strengths.map { try fit(method, $0, on: own, stream.split("network"), at: points) }
        return fits[fits.map(\.validationError).placeOfLowest]
    }

    private func fit(
        _ method: Method, _ strength: Double, on data: RegressionData, _ stream: RandomStream, at points: Matrix
    ) throws -> Fit {
        let network = try method.network(strength, units: units)
        let trainer = try Trainer(
            network, method.optimizer(strength), loss: method.loss(strength), on: examples(data, method), stream: stream
        )
        let checked = examples(validation, method)
        let parameters: NetworkParameters<Float>
        let steps: Int
        if method == .earlyStopping {
            let rule = try EarlyStopping(
                evaluateEvery: 1, patience: 20, limit: (updates - 1) / trainer.stepsPerEpoch + 1)
            let stopped = try trainer.stopEarly(rule, validation: checked) { $0.loss }
            parameters = stopped.parameters.parameters
            steps = stopped.stoppedAt * trainer.stepsPerEpoch
        } else {
            var state = trainer.start()
            try trainer.train(&state, steps: updates)
            parameters = state.parameters
            steps = updates
        }
        let prediction = Prediction(network, parameters)
        let columns = network.output.count
        func answers(_ inputs: Matrix) throws -> [Double] {
            let outputs = try prediction.outputs(inputs.elements.map(Self.scaled))
            return (0..<inputs.rows).map { centre + scale * Double(outputs[$0 * columns]) }
        }
        let misses = zip(try answers(validation.inputs), validation.targets).map { ($0 - $1) * ($0 - $1) }
        return Fit(answers: try answers(points), validationError: misses.mean, passes: steps * 20)
    }

    /// Inputs of mean 0 and variance 1, which are uniform on [0, 1] as they are drawn.
    private static func scaled(_ input: Double) -> Float { Float((input - 0.5) * 12.0.squareRoot()) }

    private func examples(_ data: RegressionData, _ method: Method) -> Examples<Float> {
        let targets = data.targets.map { Float(($0 - centre) / scale) }
        let second = data.inputs.rows == 0 ? [] : (0..<data.inputs.rows).map { Self.second(data.inputs.row($0)) }
        return Examples(
            shape: .vector(data.inputs.columns), inputs: data.inputs.elements.map(Self.scaled),
            targets: method == .secondTask
                ? .values(zip(targets, second).flatMap { [$0, $1] }, columns: 2) : .values(targets, columns: 1))
    }

    /// The part of the target that is not linear in the inputs, of variance about 1.
    private static func second(_ x: [Double]) -> Float {
        Float((10 * sin(.pi * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) - 7.4) / 3.8)
    }
}

extension RegressionData {
    /// These examples and copies with the first two inputs swapped.
    fileprivate var swapped: RegressionData {
        let copies = Matrix(rows: inputs.rows, columns: inputs.columns) { inputs[$0, $1 < 2 ? 1 - $1 : $1] }
        return RegressionData(
            inputs: Matrix(
                rows: 2 * inputs.rows, columns: inputs.columns, elements: inputs.elements + copies.elements),
            targets: targets + targets)
    }
}

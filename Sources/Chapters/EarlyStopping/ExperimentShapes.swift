import Learning
import Notebook

/// Whether the validation loss turns, for one kind of network on one number of images.
public struct CurveShape: Codable, Sendable {
    public let model: SmallModel
    public let examples: Int
    public let runs: Int
    /// Runs whose smoothed validation loss ends more than a hundredth above its minimum.
    public let turned: Int
    /// The epoch of the minimum, from 1, and by how much the end lies above it, relative; means over runs.
    public let bestEpoch: Double
    public let rise: Double

    static func count(_ parameters: RetrainingParameters, in lab: Lab) async throws -> [CurveShape] {
        let kinds = SmallModel.allCases.flatMap { model in parameters.shapeTraining.map { (model, $0) } }
        let items = kinds.flatMap { model, examples in
            (0..<parameters.shapeRuns).map {
                ShapeItem(run: $0, model: model, examples: examples, parameters: parameters)
            }
        }
        let curves = try await lab.map("shapes", over: items) { item, lab in try item.curve(in: lab).smoothed }
        return kinds.indices.map { kind in
            let own = curves[kind * parameters.shapeRuns..<(kind + 1) * parameters.shapeRuns]
            let minima = own.map { curve in curve.indices.min { curve[$0] < curve[$1] } ?? 0 }
            let rises = zip(own, minima).map { $0[$0.count - 1] / $0[$1] - 1 }
            return CurveShape(
                model: kinds[kind].0, examples: kinds[kind].1, runs: own.count, turned: rises.count { $0 > 0.01 },
                bestEpoch: minima.map { Double($0 + 1) }.mean, rise: rises.mean)
        }
    }
}

/// The kinds of network whose curves are compared.
public enum SmallModel: String, Codable, Sendable, CaseIterable {
    case softmaxRegression = "softmax regression"
    case fewRectifiers = "16 rectifiers"
    case manyRectifiers = "128 rectifiers"
    case tanh = "64 tanh units"
    case decay = "64 rectifiers, weight decay"
    case dropout = "128 rectifiers, dropout"

    var weightDecay: Double { self == .decay ? 0.02 : 0 }

    @LayerBuilder
    func layers(classes: Int) -> [any Layer] {
        switch self {
        case .softmaxRegression: Dense(units: classes)
        case .fewRectifiers:
            Dense(units: 16)
            Activation(.rectifier)
            Dense(units: classes)
        case .manyRectifiers:
            Dense(units: 128)
            Activation(.rectifier)
            Dense(units: classes)
        case .tanh:
            Dense(units: 64)
            Activation(.tanh)
            Dense(units: classes)
        case .decay:
            Dense(units: 64)
            Activation(.rectifier)
            Dense(units: classes)
        case .dropout:
            Dense(units: 128)
            Activation(.rectifier)
            Dropout(keep: 0.5)
            Dense(units: classes)
        }
    }
}

/// One run of one kind of network.
struct ShapeItem: Codable, Sendable {
    let run: Int
    let model: SmallModel
    let examples: Int
    let parameters: RetrainingParameters

    /// The validation loss after each epoch.
    func curve(in lab: Lab) throws -> [Double] {
        let task = try DigitTask(parameters, training: examples, replicate: run, in: lab)
        let network = try Network(
            input: task.network.input, layers: model.layers(classes: task.network.output.count))
        let descent = SGD(
            batch: parameters.batchSize, rate: .constant(parameters.learningRate),
            penalty: Penalty(l2: model.weightDecay))
        let trainer = try Trainer(
            network, descent, on: task.training, stream: lab.stream("shape of " + model.rawValue, run))
        return try trainer.learningCurve(epochs: parameters.shapeEpochs, validation: task.test).validationLosses
    }
}

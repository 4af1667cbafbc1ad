import Learning
import Notebook

/// A kind of autoencoder.
private enum AutoencoderKind: Codable, Sendable {
    case rectifier(penalty: Double)
    case tanh(studentPenalty: Double)
    case sigmoid(divergencePenalty: Double, target: Double)
    case kept(count: Int)
    case sparseWeights(penalty: Double)
}

private struct AutoencoderItem: Codable, Sendable {
    let images: TrainingImages
    let kind: AutoencoderKind
    let units: Int
    let epochs: Int
    let learningRate: Double
    let target: Double
    let kept: Int
}

private struct AutoencoderOutcome: Codable, Sendable {
    let quiet: Double
    let hoyer: Double
    let smallWeights: Double
    let residual: Double
    let validationResidual: Double
    let targetMiss: Double
    let meanActivation: Double
    let exact: Int
    let activations: Picture?
    let weights: Picture?
}

extension AutoencoderMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> AutoencoderMeasurements {
        let kinds: [AutoencoderKind] =
            parameters.activityPenalties.map { .rectifier(penalty: $0) } + [
                .tanh(studentPenalty: 0), .tanh(studentPenalty: parameters.studentPenalty),
                .sigmoid(divergencePenalty: 0, target: parameters.target),
                .sigmoid(divergencePenalty: parameters.divergencePenalty, target: parameters.target),
                .kept(count: parameters.kept), .sparseWeights(penalty: parameters.weightPenalty),
            ]
        let items = kinds.flatMap { kind in
            (0..<parameters.replicates).map {
                AutoencoderItem(
                    images: TrainingImages($0, parameters), kind: kind, units: parameters.units,
                    epochs: parameters.epochs, learningRate: parameters.learningRate, target: parameters.target,
                    kept: parameters.kept)
            }
        }
        let all = try await lab.map("autoencoders", over: items) { item, lab in try item.outcome(in: lab) }
        let outcomes = kinds.indices.map { place in
            AutoencoderOutcomes(Array(all[place * parameters.replicates..<(place + 1) * parameters.replicates]))
        }
        let others = Array(outcomes.dropFirst(parameters.activityPenalties.count))
        return AutoencoderMeasurements(
            rectifiers: Array(outcomes.prefix(parameters.activityPenalties.count)), tanhPlain: others[0],
            tanhStudent: others[1], sigmoidPlain: others[2], sigmoidDivergence: others[3], kept: others[4],
            sparseWeights: others[5])
    }
}

extension AutoencoderOutcomes {
    fileprivate init(_ outcomes: [AutoencoderOutcome]) {
        self.init(
            quiet: outcomes.map(\.quiet), hoyer: outcomes.map(\.hoyer),
            smallWeights: outcomes.map(\.smallWeights), residuals: outcomes.map(\.residual),
            validationResiduals: outcomes.map(\.validationResidual), targetMisses: outcomes.map(\.targetMiss),
            meanActivations: outcomes.map(\.meanActivation), exact: outcomes.map(\.exact),
            activations: outcomes.compactMap(\.activations)[0], weights: outcomes.compactMap(\.weights)[0])
    }
}

extension AutoencoderKind {
    // snippet.sparse-autoencoder
    /// One hidden layer; what makes it sparse stands between it and the reconstruction.
    func network(inputs: FeatureShape, units: Int) throws -> Network {
        try Network(input: inputs) {
            switch self {
            case .rectifier(let penalty):
                Dense(units: units, activation: .rectifier)
                ActivityPenalty(.absolute, strength: penalty)
            case .tanh(let penalty):
                Dense(units: units, activation: .tanh)
                ActivityPenalty(.studentT, strength: penalty)
            case .sigmoid(let penalty, let target):
                Dense(units: units, activation: .sigmoid)
                ActivityPenalty(.divergence(target: target), strength: penalty)
            case .kept(let count):
                Dense(units: units)
                KSparse(active: count)
            case .sparseWeights: Dense(units: units, activation: .rectifier)
            }
            Dense(units: inputs.count)
        }
    }
    // snippet.end

    var isHard: Bool { if case .kept = self { true } else { false } }

    /// The penalty on weights; a little decay keeps the decoder from growing while the codes shrink.
    var weightPenalty: Penalty {
        if case .sparseWeights(let penalty) = self { Penalty(l2: 1e-3, l1: penalty) } else { Penalty(l2: 1e-3) }
    }
}

extension AutoencoderItem {
    fileprivate func outcome(in lab: Lab) throws -> AutoencoderOutcome {
        let training = try images.training(in: lab)
        let mean = training.matrix.columnMeans
        let test = try images.test(in: lab).matrix.subtractingFromRows(mean)
        let network = try kind.network(inputs: .image(side: training.side), units: units)
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: .constant(learningRate), momentum: 0.9, penalty: kind.weightPenalty),
            loss: .squared, on: training.matrix.subtractingFromRows(mean).reconstructed(side: training.side),
            stream: lab.stream("autoencoder", images.replicate))
        var state = trainer.start()
        try trainer.train(&state, steps: epochs * trainer.stepsPerEpoch)
        let layers = network.layers.count - 1
        let coded = try Prediction(network.prefix(layers), state.parameters.prefix(layers)).outputs(test.floats)
        let h = Matrix(rows: test.rows, columns: units, elements: coded.map(Double.init))
        let prediction = Prediction(network, state.parameters)
        let validation = try images.validation(in: lab).matrix.subtractingFromRows(mean)
        let means = h.columnMeans
        let weights = state.parameters[block: 0].map(Double.init)
        let isFirst = images.replicate == 0
        return AutoencoderOutcome(
            quiet: Double(h.elements.count { abs($0) <= 0.01 }) / Double(h.elements.count),
            hoyer: h.meanHoyerSparsity,
            smallWeights: Double(weights.count { abs($0) <= 0.001 }) / Double(weights.count),
            residual: try prediction.residual(of: test),
            validationResidual: try prediction.residual(of: validation),
            targetMiss: means.map { abs($0 - target) }.mean, meanActivation: means.mean,
            exact: kind.isHard ? (0..<h.rows).count { row in h.row(row).count { $0 != 0 } == kept } : 0,
            activations: isFirst ? Picture(Array(h.elements.prefix(30 * units)), columns: units) : nil,
            weights: isFirst ? Picture(AutoencoderItem.middle(of: weights, units: units), columns: units) : nil)
    }

    /// The weights from the pixels in the middle of the image.
    private static func middle(of weights: [Double], units: Int) -> [Double] {
        let pixels = weights.count / units
        return Array(weights[(pixels / 2 - 15) * units..<(pixels / 2 + 15) * units])
    }
}

extension Matrix {
    fileprivate var columnMeans: [Double] { transposedTimes(Array(repeating: 1 / Double(rows), count: rows)) }

    fileprivate var floats: [Float] { elements.map { Float($0) } }

    /// Rows as images that are their own targets.
    fileprivate func reconstructed(side: Int) -> Examples<Float> {
        Examples(shape: .image(side: side), inputs: floats, targets: .values(floats, columns: columns))
    }
}

extension Prediction<Float> {
    /// The share of the images' variance that is not reconstructed.
    fileprivate func residual(of images: Matrix) throws -> Double {
        let answers = try outputs(images.floats).map(Double.init)
        let left = answers.subtracting(images.elements).norm / images.frobeniusNorm
        return left * left
    }
}

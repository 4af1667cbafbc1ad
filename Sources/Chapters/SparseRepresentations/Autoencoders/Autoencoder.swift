import DataSets
import Foundation
import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// One kind of autoencoder, and how it is trained.
struct Autoencoder: Codable, Sendable {
    let images: TrainingImages
    let kind: AutoencoderKind
    let units: Int
    let epochs: Int
    let learningRate: Double
    let target: Double
    let kept: Int

    func outcome(_ replicate: Int, in lab: Lab) throws -> AutoencoderOutcome {
        let training = try images.training(replicate, in: lab)
        let mean = training.matrix.columnMeans
        let test = try images.test(in: lab).matrix.subtractingFromRows(mean)
        let network = try kind.network(inputs: .image(side: training.side), units: units)
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: .constant(learningRate), momentum: 0.9, penalty: kind.weightPenalty),
            loss: .squared, on: training.matrix.subtractingFromRows(mean).reconstructed(side: training.side),
            stream: lab.stream("autoencoder", replicate))
        var state = trainer.start()
        try trainer.train(&state, steps: epochs * trainer.stepsPerEpoch)
        let layers = network.layers.count - 1
        let coded = try Prediction(network.prefix(layers), state.parameters.prefix(layers)).outputs(test.floats)
        let h = Matrix(rows: test.rows, columns: units, elements: coded.map(Double.init))
        let prediction = Prediction(network, state.parameters)
        let validation = try images.validation(in: lab).matrix.subtractingFromRows(mean)
        let means = h.columnMeans
        let weights = state.parameters[block: 0].map(Double.init)
        return AutoencoderOutcome(
            quiet: Double(h.elements.count { abs($0) <= 0.01 }) / Double(h.elements.count),
            hoyer: h.meanHoyerSparsity,
            smallWeights: Double(weights.count { abs($0) <= 0.001 }) / Double(weights.count),
            residual: try prediction.residual(of: test),
            validationResidual: try prediction.residual(of: validation),
            targetMiss: means.map { abs($0 - target) }.mean, meanActivation: means.mean,
            exact: kind.isHard ? (0..<h.rows).count { row in h.row(row).count { $0 != 0 } == kept } : 0,
            activations: Picture(Array(h.elements.prefix(30 * units)), columns: units),
            weights: Picture(Self.middle(of: weights, units: units), columns: units))
    }

    /// The weights from the pixels in the middle of the image.
    private static func middle(of weights: [Double], units: Int) -> [Double] {
        let pixels = weights.count / units
        return Array(weights[(pixels / 2 - 15) * units..<(pixels / 2 + 15) * units])
    }
}

struct AutoencoderOutcome: Codable, Sendable {
    let quiet: Double
    let hoyer: Double
    let smallWeights: Double
    let residual: Double
    let validationResidual: Double
    let targetMiss: Double
    let meanActivation: Double
    let exact: Int
    let activations: Picture
    let weights: Picture
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

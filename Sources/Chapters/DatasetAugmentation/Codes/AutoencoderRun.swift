import DataSets
import LinearAlgebra
import Networks

/// One autoencoder after training.
struct AutoencoderRun {
    private let encoder: Network
    private let parameters: NetworkParameters<Float>
    private let side: Int

    /// - Parameter corruption: the share of pixels that training blots out; what is to be reconstructed stays whole.
    init(_ units: Int, corruption: Double, _ images: LabelledImages, steps: Int, _ stream: RandomStream) throws {
        let network = try Network(input: .image(side: images.side)) {
            Dropout(keep: 1 - corruption)
            Dense(units: units, activation: .sigmoid)
            Dense(units: images.side * images.side)
        }
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.02, momentum: 0.9), loss: .sigmoidCrossEntropy,
            on: images.examples.reconstructing, stream: stream)
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
        encoder = try network.prefix(2)
        parameters = state.parameters.prefix(2)
        side = images.side
    }

    func codes(_ pixels: [Float]) throws -> [Float] { try Prediction(encoder, parameters).outputs(pixels) }

    /// Incoming weights of the first units, at most `count`, one image a unit.
    func filters(_ count: Int) -> [Float] {
        let units = parameters.blocks[0].columns
        return (0..<min(count, units)).flatMap { unit in
            (0..<side * side).map { parameters.values[$0 * units + unit] }
        }
    }
}

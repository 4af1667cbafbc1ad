import Learning
import Notebook

/// Images without labels on which two autoencoders are trained, and a few with labels for what follows.
private struct CodeItem: Codable, Sendable {
    let digits: DigitSet
    let units: Int
    let labelled: Int
    let draws: Int
    let corruption: Double
    let steps: Int
}

private struct CodeOutcome: Codable, Sendable {
    let pixels: Double
    let plain: Double
    let denoising: Double
    let plainFilters: [Float]
    let denoisingFilters: [Float]
}

extension CodeMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> CodeMeasurements {
        let items = (0..<parameters.codeReplicates).map {
            CodeItem(
                digits: DigitSet($0, examples: parameters.unlabelledExamples, parameters),
                units: parameters.codeUnits, labelled: parameters.labelledExamples,
                draws: parameters.labelledDraws,
                corruption: parameters.corruption, steps: parameters.codeSteps)
        }
        let outcomes = try await lab.map("autoencoders", over: items) { item, lab in
            let images = try item.digits.training(in: lab)
            let draws = (0..<item.draws).map { draw in
                var stream = lab.stream("labelled", item.digits.replicate).split("draw", draw)
                return images.subset(stream.permutation(images.count)).firstOfEachClass(item.labelled)
            }
            let test = try item.digits.test(in: lab)
            let plain = try AutoencoderRun(item.units, corruption: 0, images, steps: item.steps, item.digits, lab)
            let denoising = try AutoencoderRun(
                item.units, corruption: item.corruption, images, steps: item.steps, item.digits, lab)
            return CodeOutcome(
                pixels: try softmaxError({ $0 }, draws, test),
                plain: try softmaxError(plain.codes, draws, test),
                denoising: try softmaxError(denoising.codes, draws, test),
                plainFilters: plain.filters(12), denoisingFilters: denoising.filters(12))
        }
        return CodeMeasurements(
            pixels: outcomes.map(\.pixels), plain: outcomes.map(\.plain), denoising: outcomes.map(\.denoising),
            side: parameters.side, plainFilters: outcomes[0].plainFilters,
            denoisingFilters: outcomes[0].denoisingFilters)
    }

    /// The test error of softmax regression on the standardized codes of few labelled images, averaged over `draws`.
    private static func softmaxError(
        _ codes: ([Float]) throws -> [Float], _ draws: [LabelledImages], _ test: LabelledImages
    ) throws -> Double {
        let inputs = try codes(test.pixels)
        return try draws.map { labelled in
            let known = try matrix(codes(labelled.pixels), rows: labelled.count)
            let scale = try Standardizer(fitting: known)
            let data = ClassificationData(
                inputs: try scale.apply(to: known), labels: labelled.labels, classes: labelled.classes)
            let classifier = try SoftmaxRegression(penalty: 0.3, optimizer: LBFGS(tolerance: 1e-5)).fit(data)
            let answers = try classifier.predictions(for: scale.apply(to: matrix(inputs, rows: test.count)))
            return Double(zip(answers, test.labels).count { $0 != $1 }) / Double(test.count)
        }.mean
    }

    private static func matrix(_ values: [Float], rows: Int) -> Matrix {
        Matrix(rows: rows, columns: values.count / rows, elements: values.map(Double.init))
    }
}

/// One autoencoder after training.
private struct AutoencoderRun {
    private let encoder: Network
    private let parameters: NetworkParameters<Float>
    private let side: Int

    /// - Parameter corruption: the share of pixels that training blots out; what is to be reconstructed stays whole.
    init(_ units: Int, corruption: Double, _ images: LabelledImages, steps: Int, _ digits: DigitSet, _ lab: Lab) throws
    {
        let network = try Network(input: .image(side: images.side)) {
            Dropout(keep: 1 - corruption)
            Dense(units: units, activation: .sigmoid)
            Dense(units: images.side * images.side)
        }
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.02, momentum: 0.9), loss: .sigmoidCrossEntropy,
            on: images.examples.reconstructing, stream: lab.stream("autoencoder", digits.replicate))
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

extension LabelledImages {
    /// The first `count` images of each class.
    fileprivate func firstOfEachClass(_ count: Int) -> LabelledImages {
        subset((0..<classes).flatMap { label in labels.indices.filter { labels[$0] == label }.prefix(count) })
    }
}

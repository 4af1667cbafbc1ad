import DataSets
import Laboratory
import LinearAlgebra
import LinearModels
import Statistics

/// Codes of images without labels, from autoencoders with noise on their inputs and without.
public struct Codes: Experiment {
    public init() {}

    public static let question = "Do codes serve a classifier better that were learned under noise?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("hidden units of an autoencoder", in: 1...4_096) public var units = 64
        @Parameter("images without labels", in: 10...60_000) public var unlabelled = 500
        @Parameter("labelled images of each class", in: 1...10_000) public var labelled = 5
        @Parameter("draws of labelled images over which errors are averaged", in: 1...1_000) public var draws = 8
        @Parameter("share of the pixels that are set to zero", in: 0...0.99) public var corruption = 0.3
        @Parameter("draws of the images without labels", in: 2...1_000) public var replicates = 16
        public var training: DigitTraining
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: DigitTraining(profile, steps: profile == .quick ? 1_500 : 4_000))
        guard profile != .quick else { return parameters }
        (parameters.units, parameters.unlabelled, parameters.labelled) = (256, 5_000, 10)
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Test errors of softmax regression, one entry a replicate.
        public let pixels: [Double]
        public var plain: [Double]
        public var denoising: [Double]
        public let side: Int
        /// Incoming weights of a few units of one autoencoder, image after image.
        public let plainFilters: [Float]
        public let denoisingFilters: [Float]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let item = Item(
            digits: DigitSet(parameters.unlabelled, parameters.training), units: parameters.units,
            labelled: parameters.labelled, draws: parameters.draws, corruption: parameters.corruption)
        let outcomes = try await lab.map("autoencoders", replicates: parameters.replicates, of: item) {
            try $0.outcome($1, in: $2)
        }
        return Results(
            pixels: outcomes.map(\.pixels), plain: outcomes.map(\.plain), denoising: outcomes.map(\.denoising),
            side: parameters.training.side, plainFilters: outcomes[0].plainFilters,
            denoisingFilters: outcomes[0].denoisingFilters)
    }

    private struct Outcome: Codable, Sendable {
        let pixels: Double
        let plain: Double
        let denoising: Double
        let plainFilters: [Float]
        let denoisingFilters: [Float]
    }

    /// Images without labels on which two autoencoders are trained, and a few with labels for what follows.
    private struct Item: Codable, Sendable {
        let digits: DigitSet
        let units: Int
        let labelled: Int
        let draws: Int
        let corruption: Double

        func outcome(_ replicate: Int, in lab: Lab) throws -> Outcome {
            let images = try digits.training(replicate, in: lab)
            let labelledImages = (0..<draws).map { draw in
                var stream = lab.stream("labelled", replicate).split("draw", draw)
                return images.subset(stream.permutation(images.count)).firstOfEachClass(labelled)
            }
            let test = try digits.test(in: lab)
            let (steps, stream) = (digits.training.steps, lab.stream("autoencoder", replicate))
            let plain = try AutoencoderRun(units, corruption: 0, images, steps: steps, stream)
            let denoising = try AutoencoderRun(units, corruption: corruption, images, steps: steps, stream)
            return Outcome(
                pixels: try Codes.softmaxError({ $0 }, labelledImages, test),
                plain: try Codes.softmaxError(plain.codes, labelledImages, test),
                denoising: try Codes.softmaxError(denoising.codes, labelledImages, test),
                plainFilters: plain.filters(12), denoisingFilters: denoising.filters(12))
        }
    }

    /// The test error of softmax regression on the standardized codes of few labelled images, averaged over `draws`.
    fileprivate static func softmaxError(
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

extension LabelledImages {
    /// The first `count` images of each class.
    fileprivate func firstOfEachClass(_ count: Int) -> LabelledImages {
        subset((0..<classes).flatMap { label in labels.indices.filter { labels[$0] == label }.prefix(count) })
    }
}

import DataSets
import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// Networks that differ in how their hidden layer is connected.
public struct Networks: Experiment {
    public init() {}

    public static let question = "Do networks that share weights need fewer images?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets of each size", in: 2...1_000) public var replicates = 8
        @Parameter("training images, ascending", in: 20...60_000) public var counts = [100, 300, 1_000]
        @Parameter("images from which training sets are drawn", in: 20...60_000) public var trainingPool = 4_000
        @Parameter("channels of the hidden layer's maps", in: 1...256) public var channels = 8
        @Parameter("width and height of a unit's field of view", in: 1...13) public var filterSide = 5
        @Parameter("minibatches of 20 images", in: 1...1_000_000) public var steps = 400
        @Parameter("learning rates among which validation images choose, for each kind of connections", in: 1e-6...10)
        public var rates = [0.02, 0.05, 0.1, 0.2]
        @Parameter("training sets of their own, of the middle size, on which that is decided", in: 1...1_000)
        public var tuningReplicates = 2
        @Parameter("validation images", in: 10...10_000) public var validationImages = 500
        @Parameter("images on which errors are measured", in: 10...10_000) public var testImages = 1_000
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.testImages = 10_000
        parameters.validationImages = profile == .full ? 5_000 : 10_000
        parameters.counts = profile == .full ? [100, 1_000, 10_000] : [100, 1_000, 10_000, 50_000]
        parameters.steps = profile == .full ? 1_000 : 10_000
        parameters.channels = profile == .full ? 16 : 32
        parameters.replicates = profile == .full ? 10 : 20
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let counts: [Int]
        /// Error rates on test images: one row a number of training images, one column a training set.
        public var convolution: [[Double]]
        public var local: [[Double]]
        public var dense: [[Double]]
        /// The learning rate of each kind of connections, and the mean error of all candidates on validation images.
        public let rates: [Double]
        public let validation: [[Double]]
        /// Share of answers that change when the image moves by a pixel, after training on most images: one entry a
        /// training set.
        public var convolutionChanges: [Double]
        public var localChanges: [Double]
        public var denseChanges: [Double]
        public let dataName: String

        /// Error rates with all connections minus those with shared weights, one entry a training set.
        func gaps(_ place: Int) -> [Double] { dense[place].subtracting(convolution[place]) }
    }

    /// One kind of network.
    private struct Setting: Codable, Sendable {
        let connections: Connections
        let count: Int
        let pool: Int
        let channels: Int
        let filterSide: Int
        let steps: Int
        let rate: Double
        let validationImages: Int
        let testImages: Int

        init(_ connections: Connections, count: Int, rate: Double, _ parameters: Parameters) {
            self.connections = connections
            self.count = count
            self.rate = rate
            pool = parameters.trainingPool
            channels = parameters.channels
            filterSide = parameters.filterSide
            steps = parameters.steps
            validationImages = parameters.validationImages
            testImages = parameters.testImages
        }

        func outcome(_ replicate: Int, in lab: Lab) throws -> Outcome {
            let all = try lab.images(.training, count: pool, isHalved: true)
            let training = try all.drawn(count, by: lab.stream("network training set", replicate))
            let network = try Network(input: .image(side: training.side)) {
                connections.layers(channels: channels, side: filterSide, imageSide: training.side)
                Dense(units: training.classes)
            }
            let trainer = try Trainer(
                network, SGD(batch: 20, rate: .constant(rate), momentum: 0.9), on: training.examples,
                stream: lab.stream("network", replicate))
            var state = trainer.start()
            try trainer.train(&state, steps: steps)
            let validation = try lab.images(.validation, count: validationImages, isHalved: true).examples
            let test = try lab.images(.test, count: testImages, isHalved: true)
            let prediction = Prediction(network, state.parameters)
            let answers = try prediction.answers(test.pixels)
            let moved = try prediction.answers(test.movedRight)
            return Outcome(
                validation: try prediction.evaluate(validation).error, test: answers.errorRate(against: test.labels),
                changed: moved.errorRate(against: answers))
        }
    }

    private struct Outcome: Codable, Sendable {
        let validation: Double
        let test: Double
        let changed: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let kinds = Connections.allCases
        let validation = try await Self.validationErrors(parameters, in: lab)
        let rates = validation.map { parameters.rates[$0.placeOfLowest] }
        let settings = zip(kinds, rates).flatMap { kind, rate in
            parameters.counts.map { Setting(kind, count: $0, rate: rate, parameters) }
        }
        let outcomes = try await lab.map("networks", over: settings, replicates: parameters.replicates) {
            try $0.outcome($1, in: $2)
        }
        func errors(_ kind: Connections, _ measure: (Outcome) -> Double) -> [[Double]] {
            zip(settings, outcomes).filter { $0.0.connections == kind }.map { $0.1.map(measure) }
        }
        return Results(
            counts: parameters.counts, convolution: errors(.convolution, \.test), local: errors(.local, \.test),
            dense: errors(.dense, \.test), rates: rates, validation: validation,
            convolutionChanges: errors(.convolution, \.changed).last ?? [],
            localChanges: errors(.local, \.changed).last ?? [], denseChanges: errors(.dense, \.changed).last ?? [],
            dataName: lab.dataName)
    }

    /// The mean validation error at each rate, one row a kind of connections, on training sets that nothing else uses.
    private static func validationErrors(_ parameters: Parameters, in lab: Lab) async throws -> [[Double]] {
        let count = parameters.counts[parameters.counts.count / 2]
        let settings = Connections.allCases.flatMap { kind in
            parameters.rates.map { Setting(kind, count: count, rate: $0, parameters) }
        }
        let outcomes = try await lab.map("learning rates", over: settings, replicates: parameters.tuningReplicates) {
            try $0.outcome(1_000_000 + $1, in: $2)
        }
        return Connections.allCases.map { kind in
            zip(settings, outcomes).filter { $0.0.connections == kind }.map { $0.1.map(\.validation).mean }
        }
    }
}

extension Prediction<Float> {
    /// The class of each image.
    fileprivate func answers(_ inputs: [Float]) throws -> [Int] {
        try outputs(inputs).rowMaxima(columns: network.output.count)
    }
}

extension LabelledImages {
    /// The pixels of all images moved to the right by one, blank on the left.
    fileprivate var movedRight: [Float] { pixels.indices.map { $0 % side == 0 ? 0 : pixels[$0 - 1] } }
}

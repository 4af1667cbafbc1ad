import Laboratory

/// DropConnect and stochastic pooling, enumerated; and a convolutional network trained with stochastic pooling.
public struct Relatives: Experiment {
    /// The formulas that are held against networks.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Which ensembles do DropConnect and stochastic pooling make?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("convolutional networks with stochastic pooling", in: 2...1_000) public var replicates = 6
        @Parameter("training images", in: 20...60_000) public var examples = 400
        @Parameter("passes over them", in: 1...10_000) public var epochs = 12
        @Parameter("test images", in: 1...10_000) public var tests = 500
        @Parameter("sampled networks in an average", in: 1...10_000) public var samples = 20
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        (parameters.replicates, parameters.examples, parameters.tests) = (8, 2_000, 2_000)
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// The largest distance of a DropConnect member from the nearest dropout member, and the other way round.
        public var connectGap = Double.nan
        public var dropoutError = Double.nan
        /// The distance of each DropConnect member from dropout with a unit for every product of a weight and a state.
        public var productError = Double.nan
        public var connectMembers = 64
        public var dropoutMembers = 8
        /// Stochastic pooling after a convolution: the ensemble of all choices of places against the shares' mean.
        public var poolingError = Double.nan
        /// The same against the largest activation of each region, and with a layer of tanh units before the softmax.
        public var maximumGap = Double.nan
        public var nonlinearGap = Double.nan
        /// Choices of places, and how many different answers they give.
        public var poolingMembers = 256
        public var poolingFunctions = 0
        /// Trained networks, one entry each: misclassified shares of test images under one choice of places, under the average over
        /// several, and with every activation weighted by its share.
        public var singleErrors: [Double] = []
        public var averagedErrors: [Double] = []
        public var weightedErrors: [Double] = []
        /// The share of regions in which two choices look at different places.
        public var movedShares: [Double] = []
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let item = PoolingItem(
            examples: parameters.examples, epochs: parameters.epochs, tests: parameters.tests,
            samples: parameters.samples)
        let trained = try await lab.map("stochastic pooling", replicates: parameters.replicates, of: item) {
            try $0.outcome($1, in: $2)
        }
        var results = Results()
        results.singleErrors = trained.map(\.single)
        results.averagedErrors = trained.map(\.averaged)
        results.weightedErrors = trained.map(\.weighted)
        results.movedShares = trained.map(\.moved)
        return enumerated(results, in: lab)
    }

    /// `results` with all members of small ensembles in place of what they held of them.
    package func enumerated(_ results: Results, in lab: Lab) -> Results {
        var stream = lab.stream("relatives")
        let connect = Self.dropConnect(from: &stream, equations: equations)
        let pooling = Self.pooling(from: &stream, equations: equations)
        var results = results
        (results.connectGap, results.dropoutError, results.productError) =
            (connect.gap, connect.error, connect.productError)
        (results.poolingError, results.maximumGap, results.nonlinearGap) =
            (pooling.error, pooling.gap, pooling.nonlinearGap)
        results.poolingFunctions = pooling.functions
        return results
    }
}

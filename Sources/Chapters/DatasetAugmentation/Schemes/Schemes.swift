import Laboratory

/// Two algorithms that meet every scheme, on the same images.
public struct Schemes: Experiment {
    public init() {}

    public static let question = "Which changes help which network, and what is a fair comparison?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training images", in: 1...60_000) public var examples = 100
        @Parameter("draws of them", in: 2...1_000) public var replicates = 10
        @Parameter("changed copies of each image", in: 1...1_000) public var copies = 8
        @Parameter("hidden rectifiers of the fully connected network", in: 1...4_096) public var hiddenUnits = 50
        public var training: DigitTraining
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: DigitTraining(profile, steps: profile == .quick ? 700 : 4_000))
        guard profile != .quick else { return parameters }
        (parameters.examples, parameters.replicates, parameters.hiddenUnits) = (1_000, 10, 256)
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let schemes: [Scheme]
        /// Test errors, one row a replicate, one column a scheme.
        public var connected: [[Double]]
        public var convolutional: [[Double]]

        func place(of scheme: Scheme) -> Int { schemes.firstIndex(of: scheme) ?? 0 }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let items = Algorithm.allCases.map {
            Item(
                digits: DigitSet(parameters.examples, parameters.training), algorithm: $0, copies: parameters.copies,
                units: parameters.hiddenUnits)
        }
        let errors = try await lab.map("schemes", over: items, replicates: parameters.replicates) {
            try $0.digits.errors($0.algorithm, Self.schemes, copies: $0.copies, units: $0.units, $1, in: $2)
        }
        return Results(schemes: Self.schemes, connected: errors[0], convolutional: errors[1])
    }

    private static let schemes: [Scheme] = [.none, .translation, .rotation, .scaling, .elastic, .combined]

    /// Training sets on which one algorithm meets every scheme.
    private struct Item: Codable, Sendable {
        let digits: DigitSet
        let algorithm: Algorithm
        let copies: Int
        let units: Int
    }
}

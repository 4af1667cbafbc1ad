import Laboratory

/// Test errors against the number of training images, with changed copies and without.
public struct Curves: Experiment {
    public init() {}

    public static let question = "How does the error fall with more images, real and made?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training images, ascending", in: 1...60_000) public var sizes = [50, 100, 200, 400, 800]
        @Parameter("draws of them", in: 2...1_000) public var replicates = 6
        @Parameter("changed copies of each image", in: 1...1_000) public var copies = 8
        @Parameter("hidden rectifiers", in: 1...4_096) public var hiddenUnits = 50
        public var training: DigitTraining
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: DigitTraining(profile))
        guard profile != .quick else { return parameters }
        parameters.sizes = [100, 300, 1_000, 3_000, 10_000]
        parameters.replicates = 10
        parameters.hiddenUnits = 256
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let sizes: [Int]
        public let schemes: [Scheme]
        /// For each scheme and replicate, one error a size.
        public var errors: [[[Double]]]
        public let dataName: String

        /// The errors without copies: for each replicate, one a size.
        var plain: [[Double]] { errors(.none) }

        /// The errors under `scheme`: for each replicate, one a size.
        func errors(_ scheme: Scheme) -> [[Double]] { errors[schemes.firstIndex(of: scheme) ?? 0] }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let items = parameters.sizes.map {
            Item(digits: DigitSet($0, parameters.training), copies: parameters.copies, units: parameters.hiddenUnits)
        }
        let errors = try await lab.map("learning curves", over: items, replicates: parameters.replicates) {
            try $0.digits.errors(.connected, Self.schemes, copies: $0.copies, units: $0.units, $1, in: $2)
        }
        return Results(
            sizes: parameters.sizes, schemes: Self.schemes,
            errors: Self.schemes.indices.map { scheme in
                (0..<parameters.replicates).map { replicate in errors.map { $0[replicate][scheme] } }
            }, dataName: lab.dataName)
    }

    private static let schemes: [Scheme] = [.none, .noise, .translation, .rotation, .elastic]

    /// Training sets of one size, used under several schemes.
    private struct Item: Codable, Sendable {
        let digits: DigitSet
        let copies: Int
        let units: Int
    }
}

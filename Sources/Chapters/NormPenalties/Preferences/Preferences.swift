import Laboratory

/// Which solutions the two penalties prefer, and whether a search finds their zeros.
public struct Preferences: Experiment {
    public init() {}

    public static let question = "Which solutions does each penalty prefer, and does a search find its zeros?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 20
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.replicates = 100 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Exact zeros by the subgradient and the proximal method, one entry a data set.
        public var subgradientZeros: [Int]
        public var proximalZeros: [Int]
        /// Supports and directions of the two penalties at equal training loss, one entry a data set.
        public var cosines: [Double]
        public var supportDifferences: [Int]
        /// Features turned by random orthogonal matrices: how far the fit, turned back, lies from that on the features as they
        /// were, relative to it; by ridge the largest, by the lasso the smallest of all data sets.
        public var ridgeDistance: Double
        public var lassoDistance: Double
        /// Exact zeros of the lasso before and after.
        public var zerosBefore: [Double]
        public var zerosAfter: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let replicates = Array(0..<parameters.replicates)
        async let zeroCounts = lab.map("exact zeros", over: replicates) { replicate, lab in
            var stream = lab.stream("exact zeros", replicate)
            return ZeroCounts(from: &stream)
        }
        async let rotatedFits = lab.map("rotated features", over: replicates) { replicate, lab in
            var stream = lab.stream("rotations", replicate)
            return try Rotation(from: &stream)
        }
        let (zeros, rotations) = try await (zeroCounts, rotatedFits)
        return Results(
            subgradientZeros: zeros.map(\.subgradient), proximalZeros: zeros.map(\.proximal),
            cosines: zeros.map(\.cosine), supportDifferences: zeros.map(\.supportDifference),
            ridgeDistance: rotations.map(\.ridge).max() ?? .nan, lassoDistance: rotations.map(\.lasso).min() ?? .nan,
            zerosBefore: rotations.map(\.before), zerosAfter: rotations.map(\.after))
    }
}

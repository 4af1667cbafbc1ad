import DataSets
import Foundation
import Laboratory
import LinearAlgebra
import LinearModels
import Statistics

/// Weight decay with and without the offset, and how well either is fitted.
public struct Offsets: Experiment {
    public init() {}

    public static let question = "Should offsets be penalized?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 60
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let alphas: [Double]
        /// Expected squared errors along α.
        public var free: [[Double]]
        public var penalized: [[Double]]
        /// With α chosen on validation data for each arm: error with the offset penalized minus without.
        public var tunedGains: [Double]
        /// Variance over redrawn targets: of the offset, and of the weights together.
        public var offsetVariances: [Double]
        public var weightVariances: [Double]
        /// For each number of examples the logarithm of the mean variance of a weight over that of the offset, one entry a data
        /// set.
        public var varianceRatios: [[Double]]

        /// The place of the coefficient 100, at which both arms are compared.
        var comparedPlace: Int { alphas.map { abs($0 - 100) }.placeOfLowest }
    }

    /// What one data set gives.
    private struct Outcome: Codable, Sendable {
        let free: [Double]
        let penalized: [Double]
        let freeValidation: [Double]
        let penalizedValidation: [Double]
        let offsetVariance: Double
        let weightVariance: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let alphas = [0] + (0...16).map { pow(10, -1 + Double($0) / 4) }
        async let paths = lab.map("offsets", replicates: parameters.replicates, of: alphas) {
            alphas, replicate, lab in
            var stream = lab.stream("offsets", replicate)
            let family = LinearFamily(weights: stream.normals(10).scaled(by: 0.5), intercept: Self.offset, noise: 1)
            let data = family.sample(30, using: &stream)
            let validation = family.sample(200, using: &stream)
            let free = try RidgePath(data.inputs, data.targets, fittingIntercept: true).models(penalties: alphas)
            let penalized = try RidgePath(data.inputs.appendingOnes, data.targets).models(penalties: alphas)
                .map { LinearModel(weights: $0.weights.dropLast(), intercept: $0.weights[10]) }
            let refits = try (0..<40).map { _ in
                try Ridge(penalty: 0, fittingIntercept: true)
                    .fit(data.inputs, family.targets(for: data.inputs, using: &stream))
            }
            return Outcome(
                free: free.map(family.risk), penalized: penalized.map(family.risk),
                freeValidation: try free.map { try $0.meanSquaredError(validation.inputs, validation.targets) },
                penalizedValidation: try penalized.map {
                    try $0.meanSquaredError(validation.inputs, validation.targets)
                },
                offsetVariance: refits.map(\.intercept).sampleVariance,
                weightVariance: (0..<10).reduce(0) { sum, place in
                    sum + refits.map { $0.weights[place] }.sampleVariance
                })
        }
        async let ratios = lab.map("variances of parameters", over: Self.sizes, replicates: parameters.replicates) {
            examples, replicate, lab in
            try Self.varianceRatio(examples, from: lab.stream("variances \(examples)", replicate))
        }
        let outcomes = try await paths
        return Results(
            alphas: alphas, free: outcomes.map(\.free), penalized: outcomes.map(\.penalized),
            tunedGains: outcomes.map { outcome in
                outcome.penalized[outcome.penalizedValidation.placeOfLowest]
                    - outcome.free[outcome.freeValidation.placeOfLowest]
            },
            offsetVariances: outcomes.map(\.offsetVariance), weightVariances: outcomes.map(\.weightVariance),
            varianceRatios: try await ratios)
    }

    /// The true offset, and the numbers of examples at which variances are compared.
    static let offset = 5.0
    static let sizes = [15, 30, 100]

    /// The logarithm of the mean variance of a weight over the variance of the offset, given the inputs.
    private static func varianceRatio(_ examples: Int, from start: RandomStream) throws -> Double {
        var stream = start
        let inputs = Matrix(rows: examples, columns: 11, elements: stream.normals(11 * examples))
        // The last column belongs to the offset.
        let design = Matrix(rows: examples, columns: 11) { $1 < 10 ? inputs[$0, $1] : 1 }
        let factor = try Cholesky(design.gram)
        let variances = (0..<11).map { place in factor.solve((0..<11).map { $0 == place ? 1 : 0 })[place] }
        return log(variances.prefix(10).reduce(0, +) / 10 / variances[10])
    }
}

extension Matrix {
    fileprivate var appendingOnes: Matrix {
        Matrix(rows: rows, columns: columns + 1) { $1 < columns ? self[$0, $1] : 1 }
    }
}

extension [Double] {
    fileprivate var sampleVariance: Double {
        let center = mean
        return reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(count - 1)
    }
}

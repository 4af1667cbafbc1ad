import Laboratory
import LinearAlgebra
import LinearModels

/// The two-weight problems of the contour figures.
public struct Landscapes: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Where do the two penalties move the minimum of a loss in two weights?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weight decay $\\alpha$ of the first contour figure", in: 0...1_000) public var alpha = 0.5
        @Parameter("$L^1$ coefficient $\\beta$ of the second contour figure", in: 0...1_000) public var beta = 0.45
        @Parameter("weight decay $\\alpha$ beside it", in: 0...1_000) public var comparedAlpha = 0.45
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The first feature varies little, the features are uncorrelated.
        public let decay: Landscape
        /// The features are correlated and the first one hardly matters.
        public let lasso: Landscape
        /// The minimizers of both at other coefficients, for the sliders.
        public let decayFrames: [Minimizers]
        public let lassoFrames: [Minimizers]
        /// The cosine between the gradients of loss and penalty where they balance; −1 is a balance.
        public var balanceCosine: Double
        /// Largest deviation of the surviving share of each coordinate from λ/(λ+α).
        public var shareError: Double
    }

    /// Where a landscape has its minimum under either penalty of one coefficient.
    public struct Minimizers: Codable, Sendable {
        public let coefficient: Double
        public let decayed: [Double]
        public let thresholded: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("landscapes")
        let flatAndSteep = try Landscape(
            covariance: [[0.12, 0], [0, 1.6]], weights: [1.5, 1.2], alpha: parameters.alpha, beta: 0, from: &stream)
        let correlated = try Landscape(
            covariance: [[0.5, 0.35], [0.35, 1]], weights: [0.25, 1.5], alpha: parameters.comparedAlpha,
            beta: parameters.beta, from: &stream)

        let data = SquaredLoss(inputs: flatAndSteep.inputs, targets: flatAndSteep.targets)
        let lossGradient = data.gradient(at: flatAndSteep.decayed)
        let penaltyGradient = flatAndSteep.decayed.scaled(by: parameters.alpha)
        let shares = zip(flatAndSteep.decayed, flatAndSteep.optimum).map { $0 / $1 }
        let predicted = data.hessian.diagonal.map { equations.survivingShare($0, parameters.alpha) }
        return Results(
            decay: flatAndSteep, lasso: correlated,
            decayFrames: Self.frames([0, 0.1, 0.25, 0.5, 1, 2, 5], and: parameters.alpha, flatAndSteep),
            lassoFrames: Self.frames([0, 0.15, 0.3, 0.45, 0.6, 0.9, 1.3], and: parameters.beta, correlated),
            balanceCosine: lossGradient.dot(penaltyGradient) / (lossGradient.norm * penaltyGradient.norm),
            shareError: shares.subtracting(predicted).largestMagnitude)
    }

    /// The minimizers of `landscape` under both penalties, at `coefficients` and the one that stands in print.
    private static func frames(
        _ coefficients: [Double], and printed: Double, _ landscape: Landscape
    ) -> [Minimizers] {
        let data = SquaredLoss(inputs: landscape.inputs, targets: landscape.targets)
        return Set(coefficients + [printed]).sorted().map { coefficient in
            let step = 1 / (data.hessian.diagonal.reduce(0, +) + coefficient)
            return Minimizers(
                coefficient: coefficient,
                decayed: GradientDescent.minimize(from: [0, 0], stepSize: step, until: 1e-12) { w in
                    data.gradient(at: w).adding(w.scaled(by: coefficient))
                },
                thresholded: ProximalDescent.minimize(data, beta: coefficient, steps: 5_000))
        }
    }
}

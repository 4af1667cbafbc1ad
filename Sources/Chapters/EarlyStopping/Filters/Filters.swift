import Laboratory
import LinearAlgebra

/// How alike the filters of early stopping and weight decay are (equation 7.28 and beyond).
public struct Filters: Experiment {
    /// The formulas that are compared.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How alike are early stopping and weight decay?"

    public struct Parameters: Codable, Sendable {
        @Parameter("linear problems on which weight decay and training time are both tuned", in: 10...100_000)
        public var replicates = 100
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// λ/α at which the two were compared.
        public let ratios: [Double]
        /// The product τηα that makes them equal there, for small ηλ.
        public var products: [Double]
        /// First-order correction of that product minus the product itself, at the smallest ratio.
        public var correctionError: Double
        /// The largest ratio of the learned shares 1−e⁻ˢ and s/(1+s), and their largest difference, with the places.
        public var largestRatio: Double
        public var ratioAt: Double
        public var lowestRatio: Double
        public var largestGap: Double
        public var gapAt: Double
        /// Linear problems on which α and τ were chosen by the error they give: the products and relative error differences.
        public var matchedProducts: [Double]
        public var matchedGaps: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let ratios = [1e-3, 0.01, 0.1, 0.5, 1, 2, 10]
        let eta = 1e-6
        let product = { (ratio: Double) in
            let alpha = 1 / ratio
            return 1 / (equations.equivalentDecay(equations.equivalentSteps(1, eta, alpha), eta) / alpha)
        }
        let scan = (1...20_000).map { Double($0) * 5e-4 }
        // Steps so small that the share learned is 1 − e⁻ˢ but for a millionth.
        let learned = scan.map { equations.learnedShare(1, 1e-6, Int(($0 * 1e6).rounded())) }
        let left = scan.map { equations.decayedShare($0, 1) }
        let shareRatios = zip(learned, left).map { $0 / $1 }
        let gaps = zip(learned, left).map { $0 - $1 }
        let ratioPlace = shareRatios.placeOfHighest
        let gapPlace = gaps.placeOfHighest
        let matched = try await lab.map("matched filters", over: Array(0..<parameters.replicates)) { draw, lab in
            var stream = lab.stream("matched filters", draw)
            return try MatchedFilters(from: &stream)
        }
        return Results(
            ratios: ratios, products: ratios.map(product),
            correctionError: (1 - ratios[1] / 2) / (1 + eta / 2) - product(ratios[1]),
            largestRatio: shareRatios[ratioPlace], ratioAt: scan[ratioPlace], lowestRatio: shareRatios.min() ?? .nan,
            largestGap: gaps[gapPlace], gapAt: scan[gapPlace],
            matchedProducts: matched.map(\.product), matchedGaps: matched.map(\.relativeGap))
    }
}

import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Polynomials fitted to several draws of the same noisy curve, under little, some and much weight decay.
public struct Fits: Experiment {
    public init() {}

    public static let question = "What do little, some and much weight decay do to a fit?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let alphas: [Double]
        public let degree: Int
        public let grid: [Double]
        public let truth: [Double]
        /// One data set of those that were drawn.
        public let inputs: [Double]
        public let targets: [Double]
        /// For each α one curve a data set.
        public let curves: [[[Double]]]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("fits")
        let degree = 12
        let alphas = [1e-4, 0.3, 30]
        let truth = { (x: Double) in sin(3 * x) }
        let grid = (0...80).map { -1 + Double($0) / 40 }
        var curves = alphas.map { _ in [[Double]]() }
        var shown: (inputs: [Double], targets: [Double]) = ([], [])
        for _ in 0..<12 {
            let inputs = (0..<16).map { -1 + 2 * (Double($0) + stream.uniform()) / 16 }
            let targets = inputs.map { truth($0) + 0.3 * stream.normal() }
            let path = try RidgePath(Legendre.features(inputs, degree), targets)
            for (place, model) in try path.models(penalties: alphas).enumerated() {
                curves[place].append(try model.predictions(for: Legendre.features(grid, degree)))
            }
            shown = (inputs, targets)
        }
        return Results(
            alphas: alphas, degree: degree, grid: grid, truth: grid.map(truth), inputs: shown.inputs,
            targets: shown.targets, curves: curves)
    }
}

import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Penalties read as priors (equation 7.12).
public struct Priors: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Which prior does each penalty express?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random problems on which each formula is held against a minimizer", in: 1...10_000) public
            var problems = 20
        @Parameter("weights of the random problems", in: 1...100) public var dimensions = 6
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public var signPrinted: Double
        public var signCorrected: Double
        public var precisionPrinted: Double
        public var precisionCorrected: Double
        public var gaussianError: Double
        public var laplaceFormulaError: Double
        public var laplaceScalePrinted: Double
        public var laplaceScaleCorrected: Double
        public let laplaceAxis: Double
        public let laplaceDiagonal: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("priors")
        let variance = 0.5
        let alpha = 0.7
        let data = SquaredLoss.random(examples: 30, dimensions: parameters.dimensions, from: &stream)
        let gram = data.inputs.gram
        let moments = data.inputs.transposedTimes(data.targets)
        let mode = { (precision: Double) in
            try (1 / variance * gram).addingToDiagonal(precision).choleskySolve(moments.scaled(by: 1 / variance))
        }
        let posteriorMode = try mode(alpha)
        // With J = +log-likelihood the stationary point of J + (α/2)‖w‖² solves (αI − XᵀX/σ²)w = −Xᵀy/σ².
        let printedSign = try (1 / variance * gram).addingToDiagonal(-alpha).symmetricEigen()
        let stationary =
            printedSign.vectors
            * zip(
                printedSign.vectors.transposedTimes(moments.scaled(by: 1 / variance)), printedSign.values
            ).map { $0 / $1 }
        let mended = GradientDescent.minimize(
            from: stationary, stepSize: 1 / (gram.diagonal.reduce(0, +) / variance + alpha), until: 1e-11
        ) { w in (gram * w).subtracting(moments).scaled(by: 1 / variance).adding(w.scaled(by: alpha)) }

        let examples = data.examples
        let meanSquares = try (2 / examples * gram).addingToDiagonal(alpha).choleskySolve(
            moments.scaled(by: 2 / examples))
        let laplace = { (w: [Double]) in
            exp(w.reduce(0) { $0 + equations.laplaceLogDensity($1, 0, 1) })
        }
        let slope = { (scale: Double) in
            equations.laplaceLogDensity(2, 0, scale) - equations.laplaceLogDensity(1, 0, scale)
        }
        return Results(
            signPrinted: stationary.subtracting(posteriorMode).norm,
            signCorrected: mended.subtracting(posteriorMode).norm,
            precisionPrinted: meanSquares.subtracting(try mode(alpha)).norm,
            precisionCorrected: meanSquares.subtracting(try mode(alpha * examples / (2 * variance))).norm,
            gaussianError: try gaussianError(parameters, from: &stream),
            laplaceFormulaError: laplaceMass() - 1,
            laplaceScalePrinted: slope(alpha) + alpha, laplaceScaleCorrected: slope(1 / alpha) + alpha,
            laplaceAxis: laplace([1, 0]),
            laplaceDiagonal: laplace([Double(0.5).squareRoot(), Double(0.5).squareRoot()]))
    }

    /// The printed log-density against one-dimensional ones along the axes of random covariances.
    private func gaussianError(
        _ parameters: Parameters, from stream: inout RandomStream
    ) throws -> Double {
        var worst = 0.0
        for _ in 0..<parameters.problems {
            let size = parameters.dimensions
            let bowl = try QuadraticBowl(dimensions: size, from: &stream)
            let w = stream.normals(size)
            let eigen = try bowl.hessian.symmetricEigen()
            let along = eigen.vectors.transposedTimes(w.subtracting(bowl.optimum))
            let separate = zip(along, eigen.values).reduce(0) { sum, part in
                sum - part.0 * part.0 / (2 * part.1) - log(2 * .pi * part.1) / 2
            }
            let printed = try equations.gaussianLogDensity(w, bowl.optimum, bowl.hessian)
            worst = .worse(worst, abs(printed - separate) / max(1, abs(separate)))
        }
        return worst
    }

    /// The integral of the Laplace density of scale 0.4 over the line, by Simpson's rule on both sides of its peak.
    private func laplaceMass() -> Double {
        let steps = 20_000
        let width = 20.0 / Double(steps)
        let values = (0...steps).map { exp(equations.laplaceLogDensity(0.3 + Double($0) * width, 0.3, 0.4)) }
        let inner = (1..<steps).reduce(0) { $0 + values[$1] * ($1.isMultiple(of: 2) ? 2 : 4) }
        return 2 * (values[0] + inner + values[steps]) * width / 3
    }
}

import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Gradients, steps and the quadratic model under weight decay (equations 7.2 to 7.5).
public struct WeightDecay: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "What does a penalty do to the objective, its gradient and a step?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weights of the random problems", in: 1...100) public var dimensions = 6
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Largest step in the wrong direction along the paths: the penalty rising or the loss falling as α grows.
        public var pathViolation: Double
        /// How many coefficients α the paths have.
        public let pathSteps: Int
        /// Training from the origin: loss before and after, and the norm reached.
        public let startLoss: Double
        public let endLoss: Double
        public var endNorm: Double
        /// By how much Ω(ŵα) exceeds Ω(ŵ0), or J(ŵα) falls short of J(ŵ0); 0 if neither.
        public var minimizerViolation: Double
        /// Relative error of equation 7.3 against central differences.
        public var gradientError: Double
        /// Difference of the two ways to write one step.
        public var stepError: Double
        /// What taking the gradient after shrinking changes, measured and predicted.
        public let shrinkFirstGap: Double
        public let shrinkFirstPredicted: Double
        /// Equation 7.4 for least squares, relative.
        public var quadraticError: Double
        /// Equation 7.5 for least squares, relative.
        public var quadraticGradientError: Double
        /// The power with which the remainder of 7.4 vanishes for logistic regression.
        public var remainderSlope: Double
        /// The lowest eigenvalue of the Hessians met, divided by the highest.
        public var lowestEigenvalue: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("decay")
        let data = SquaredLoss.random(examples: 60, dimensions: parameters.dimensions, from: &stream)
        let optimum = try data.optimum()

        let alpha = 0.05
        let step = 1 / (data.hessian.diagonal.reduce(0, +) + alpha)
        let origin = [Double](repeating: 0, count: parameters.dimensions)
        let trained = GradientDescent.minimize(from: origin, stepSize: step, until: 1e-13) { w in
            data.gradient(at: w).adding(w.scaled(by: alpha))
        }

        let logistic = LogisticLoss.random(examples: 80, dimensions: parameters.dimensions, from: &stream)
        let w = stream.normals(parameters.dimensions)
        let shrunk = w.scaled(by: 1 - 0.1 * alpha)
        let plain = equations.decayStep(w, 0.1, alpha, data.gradient(at: w))
        let shrinkFirst = shrunk.subtracting(data.gradient(at: shrunk).scaled(by: 0.1))
        let (remainderSlope, hessian) = remainder(of: logistic, from: &stream)
        let spectra = try [data.hessian, hessian].map { try $0.symmetricEigen().values }

        return Results(
            pathViolation: try pathViolation(data), pathSteps: Self.pathAlphas.count,
            startLoss: data.loss(at: origin), endLoss: data.loss(at: trained), endNorm: trained.norm,
            minimizerViolation: max(0, trained.norm - optimum.norm, data.loss(at: optimum) - data.loss(at: trained)),
            gradientError: gradientError(logistic, at: w),
            stepError: plain.subtracting(
                w.subtracting(w.scaled(by: alpha).adding(data.gradient(at: w)).scaled(by: 0.1))
            ).largestMagnitude,
            shrinkFirstGap: shrinkFirst.subtracting(plain).norm,
            shrinkFirstPredicted: (data.hessian * w).scaled(by: 0.1 * 0.1 * alpha).norm,
            quadraticError: abs(
                equations.quadratic(w, optimum, data.loss(at: optimum), data.hessian) / data.loss(at: w) - 1),
            quadraticGradientError: equations.quadraticGradient(w, optimum, data.hessian)
                .subtracting(data.gradient(at: w)).norm / data.gradient(at: w).norm,
            remainderSlope: remainderSlope,
            lowestEigenvalue: spectra.map { ($0.min() ?? .nan) / ($0.max() ?? .nan) }.min() ?? .nan)
    }

    /// No penalty at all, then from 0.001 on, six to a decade.
    private static let pathAlphas = [0] + (0..<30).map { pow(10, -3 + Double($0) / 6) }

    /// The largest wrong-way step of penalty and loss along the ridge and lasso paths, in which the minimizers
    /// must also improve the penalized objective on each other.
    private func pathViolation(_ data: SquaredLoss) throws -> Double {
        let optimum = try data.optimum()
        let alphas = Self.pathAlphas
        let ridge = try alphas.map { try data.hessian.addingToDiagonal($0).choleskySolve(data.hessian * optimum) }
        let lasso = alphas.map { ProximalDescent.minimize(data, beta: $0, steps: 4_000) }
        let paths: [([[Double]], ([Double]) -> Double)] = [(ridge, { $0.dot($0) / 2 }), (lasso, equations.absoluteSum)]
        var worst = 0.0
        for (path, penalty) in paths {
            for (place, w) in path.enumerated() {
                let own = equations.penalized(data.loss(at: w), alphas[place], penalty(w))
                for other in path {
                    worst = .worse(
                        worst, own - equations.penalized(data.loss(at: other), alphas[place], penalty(other)))
                }
                guard place > 0 else { continue }
                worst = max(
                    worst, penalty(w) - penalty(path[place - 1]), data.loss(at: path[place - 1]) - data.loss(at: w))
            }
        }
        return worst
    }

    /// Equation 7.3 against central differences of the penalized logistic loss.
    private func gradientError(_ logistic: LogisticLoss, at w: [Double]) -> Double {
        let alpha = 0.3
        let numeric = w.centralDifferences { logistic.loss(at: $0) + alpha / 2 * $0.dot($0) }
        let formula = equations.decayGradient(w, alpha, logistic.gradient(at: w))
        return formula.subtracting(numeric).norm / numeric.norm
    }

    /// The power with which 7.4 misses a logistic loss as the distance from its optimum halves, and the Hessian there.
    private func remainder(
        of logistic: LogisticLoss, from stream: inout RandomStream
    ) -> (slope: Double, hessian: Matrix) {
        var optimum = [Double](repeating: 0, count: logistic.inputs.columns)
        optimum = GradientDescent.minimize(from: optimum, stepSize: 0.5, until: 1e-13, gradient: logistic.gradient)
        let hessian = logistic.hessian(at: optimum)
        let direction = stream.normals(optimum.count)
        let misses = [0.02, 0.01].map { distance in
            let w = optimum.adding(direction.scaled(by: distance / direction.norm))
            return abs(equations.quadratic(w, optimum, logistic.loss(at: optimum), hessian) - logistic.loss(at: w))
        }
        return (log2(misses[0] / misses[1]), hessian)
    }
}

import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Where weight decay stops the growth.
public struct Balance: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Where does weight decay stop the growth of the weights?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weight decays $\\alpha$", in: 1e-6...10) public var decays = [1e-3, 1e-2, 0.1]
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// ‖w‖ and the slope of the mean log-likelihood along w at the penalized optimum, one a coefficient.
        public let norms: [Double]
        public let slopes: [Double]
        /// Largest relative deviation of the slope from α, and from the equation.
        public var printedError: Double
        public var correctedError: Double
        /// Under an L1 penalty: the largest relative deviation of the slope of a nonzero weight from β.
        public var lassoError: Double
        /// The norm along plain gradient descent and the slope there, for the figure.
        public let pathNorms: [Double]
        public let pathSlopes: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("balance")
        let data = SeparableData(examples: 40, features: 2, margin: 0.3, from: &stream).loss
        let optima = parameters.decays.map { alpha in
            GradientDescent.minimize(from: [0, 0], stepSize: 2, until: 1e-12) { w in
                data.gradient(at: w).adding(w.scaled(by: alpha))
            }
        }
        let norms = optima.map(\.norm)
        let slopes = optima.map { Self.slope(of: data, at: $0) }
        let deviation = { (predicted: [Double]) in
            zip(slopes, predicted).map { abs($0 / $1 - 1) }.max() ?? .nan
        }

        var w = [0.0, 0]
        var path: [[Double]] = []
        for step in 0..<20_000 {
            w = w.subtracting(data.gradient(at: w))
            if step.isMultiple(of: 1 + step / 20) { path.append(w) }
        }
        return Results(
            norms: norms, slopes: slopes, printedError: deviation(parameters.decays),
            correctedError: deviation(zip(parameters.decays, norms).map(equations.balancedSlope)),
            lassoError: parameters.decays.map { Self.lassoError(data, beta: $0) }.max() ?? .nan,
            pathNorms: path.map(\.norm), pathSlopes: path.map { Self.slope(of: data, at: $0) })
    }

    /// How fast the mean log-likelihood rises along w itself, by central differences.
    private static func slope(of data: LogisticLoss, at w: [Double]) -> Double {
        -[0].centralDifferences(step: 1e-4) { data.loss(at: w.adding(w.scaled(by: $0[0] / w.norm))) }[0]
    }

    /// Proximal gradient descent under the L1 penalty: the largest relative deviation from β of the slope that the
    /// likelihood has in the coordinate of a nonzero weight.
    private static func lassoError(_ data: LogisticLoss, beta: Double) -> Double {
        var w = [0.0, 0]
        for _ in 0..<40_000 {
            let moved = w.subtracting(data.gradient(at: w).scaled(by: 2))
            let next = moved.map { $0 > 2 * beta ? $0 - 2 * beta : $0 < -2 * beta ? $0 + 2 * beta : 0 }
            let change = next.subtracting(w).norm
            w = next
            if change < 1e-13 { break }
        }
        return zip(w, w.centralDifferences(step: 1e-4, of: data.loss)).filter { $0.0 != 0 }
            .map { abs(abs($0.1) / beta - 1) }.max() ?? .nan
    }
}

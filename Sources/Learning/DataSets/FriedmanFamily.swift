import Foundation
import LinearAlgebra

/// Friedman's three nonlinear regression problems (Friedman 1991, "Multivariate adaptive regression splines"), with the
/// noise of Breiman's "Bagging predictors" (1996).
public enum FriedmanFamily: Int, Sendable, Codable, CaseIterable {
    case one = 1
    case two, three

    /// How many inputs matter: further ones are noise.
    public var relevantFeatures: Int { self == .one ? 5 : 4 }

    /// The standard deviation of the noise: for the second and third, signal and noise have variances 3 : 1.
    public var noise: Double {
        switch self {
        case .one: 1
        case .two: 125
        case .three: 0.1
        }
    }

    /// The target without noise for one input.
    public func truth(_ x: some RandomAccessCollection<Double>) -> Double {
        let x = Array(x)
        switch self {
        case .one:
            return 10 * sin(.pi * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) + 10 * x[3] + 5 * x[4]
        case .two:
            let reactance = x[1] * x[2] - 1 / (x[1] * x[3])
            return (x[0] * x[0] + reactance * reactance).squareRoot()
        case .three:
            return atan((x[1] * x[2] - 1 / (x[1] * x[3])) / x[0])
        }
    }

    /// `count` examples with `features` inputs, 10 for the first and 4 for the others when not given.
    public func sample(_ count: Int, features: Int? = nil, using stream: inout RandomStream) -> RegressionData {
        let features = features ?? (self == .one ? 10 : 4)
        precondition(features >= relevantFeatures, "\(features) features")
        let inputs = Matrix(rows: count, columns: features) { _, j in
            stream.uniform(in: range(of: j))
        }
        let targets = (0..<count).map { truth(inputs.row($0)) + noise * stream.normal() }
        return RegressionData(inputs: inputs, targets: targets)
    }

    private func range(of feature: Int) -> Range<Double> {
        guard self != .one else { return 0..<1 }
        return switch feature {
        case 0: 0..<100
        case 1: 40 * .pi..<560 * .pi
        case 3: 1..<11
        default: 0..<1
        }
    }
}

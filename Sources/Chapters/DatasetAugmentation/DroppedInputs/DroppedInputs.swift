import Foundation
import Laboratory
import LinearAlgebra
import Networks

/// Dropout held against multiplied noise: exactly over all masks, and layer against layer.
public struct DroppedInputs: Experiment {
    /// The formulas that are held against layers.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Is dropout a noise that multiplies the inputs?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Over all masks of eight inputs: mean minus x, covariance minus that of the noise.
        public var meanError: Double
        public var covarianceError: Double
        /// A network with dropout on its inputs minus the network on inputs that were multiplied before.
        public var layerError: Double
        /// Squared deviations of normal factors over the variance they should have.
        public var gaussianSquares: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("dropout")
        let inputs = 8
        let x = stream.normals(inputs)
        var meanError = 0.0
        var covarianceError = 0.0
        let keeps = [0.3, 0.5, 0.8]
        for keep in keeps {
            let moments = Self.moments(x, keep, equations)
            let variance = equations.dropoutVariance(keep)
            meanError = .worse(meanError, moments.mean.subtracting(x).largestMagnitude)
            for i in x.indices {
                for j in x.indices {
                    let expected = i == j ? variance * x[i] * x[i] : 0
                    covarianceError = .worse(covarianceError, abs(moments.covariance[i, j] - expected))
                }
            }
        }
        return Results(
            meanError: meanError, covarianceError: covarianceError,
            layerError: try Self.layerError(from: &stream),
            gaussianSquares: try Self.gaussianSquares(keep: 0.5, from: &stream, equations))
    }

    /// Mean and covariance of what dropout makes of x, over all masks.
    private static func moments(
        _ x: [Double], _ keep: Double, _ equations: Equations
    ) -> (mean: [Double], covariance: Matrix) {
        var mean = [Double](repeating: 0, count: x.count)
        var squares = Matrix(rows: x.count, columns: x.count)
        for mask in 0..<1 << x.count {
            let bits = x.indices.map { Double(mask >> $0 & 1) }
            let probability = bits.reduce(1) { $0 * ($1 == 1 ? keep : 1 - keep) }
            let made = zip(x, bits).map { equations.dropped($0, $1, keep) }
            for i in x.indices {
                mean[i] += probability * made[i]
                for j in x.indices { squares[i, j] += probability * made[i] * made[j] }
            }
        }
        return (mean, Matrix(rows: x.count, columns: x.count) { squares[$0, $1] - mean[$0] * mean[$1] })
    }

    /// A network with dropout on its inputs against the network without, on inputs that were multiplied by the same masks.
    private static func layerError(from stream: inout RandomStream) throws -> Double {
        let inputs = 20
        let dropout = try Network(input: .vector(inputs)) {
            Dropout(keep: 0.5)
            Dense(units: 5, activation: .tanh)
        }
        let masking = try Network(input: .vector(inputs)) { Dropout(keep: 0.5) }
        let plain = try Network(input: .vector(inputs)) { Dense(units: 5, activation: .tanh) }
        let parameters = dropout.initialParameters(stream.split("parameters"), as: Double.self)
        let x = stream.normals(30 * inputs)
        let noise = stream.split("masks")
        let none = NetworkParameters<Double>(blocks: [], values: [])
        let factors = try Prediction(masking, none).outputs([Double](repeating: 1, count: x.count), stream: noise)
        let whole = try Prediction(dropout, parameters).outputs(x, stream: noise)
        let made = try Prediction(plain, NetworkParameters(blocks: plain.blocks, values: parameters.values))
            .outputs(zip(x, factors).map { $0 * $1 })
        return whole.subtracting(made).largestMagnitude
    }

    /// Squared deviations from one of the factors that multiplied normal noise draws, over the variance it should have.
    private static func gaussianSquares(
        keep: Double, from stream: inout RandomStream, _ equations: Equations
    ) throws -> [Double] {
        let deviation = Equations.chapter.dropoutVariance(keep).squareRoot()
        let noise = try Network(input: .vector(1_000)) { Noise(.multiplied, deviation: deviation) }
        let factors = try Prediction(noise, NetworkParameters<Double>(blocks: [], values: []))
            .outputs([Double](repeating: 1, count: 1_000), stream: stream.split("noise"))
        return factors.map { ($0 - 1) * ($0 - 1) / equations.dropoutVariance(keep) }
    }
}

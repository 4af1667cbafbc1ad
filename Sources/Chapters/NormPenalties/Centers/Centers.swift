import DataSets
import Foundation
import Laboratory
import LinearAlgebra
import LinearModels
import Statistics

/// Ridge regression toward points at several distances from the true weights.
public struct Centers: Experiment {
    public init() {}

    public static let question = "Toward which point should weights be shrunk?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 4...100_000) public var replicates = 400
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// In units of the length of the true weights.
        public let distances: [Double]
        public let alphas: [Double]
        /// Mean squared errors of the weights, for each distance along α.
        public let means: [[Double]]
        /// For each data set the error of least squares, and for each distance that at the best coefficient.
        public var leastSquares: [Double]
        public var best: [[Double]]
    }

    /// All that the errors on a data set depend on besides its number.
    private struct Setting: Codable, Sendable {
        let distances: [Double]
        let alphas: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            distances: [0, 0.5, 1, 2], alphas: [0] + (0...20).map { pow(10, -2 + Double($0) / 5) })
        let errors = try await lab.map("points to shrink toward", replicates: parameters.replicates, of: setting) {
            setting, replicate, lab in
            var stream = lab.stream("centers", replicate)
            let truth = stream.direction(8).scaled(by: 2)
            let data = LinearFamily(weights: truth, noise: 1.5).sample(16, using: &stream)
            let away = stream.direction(8).scaled(by: 2)
            return try setting.distances.map { distance in
                let center = truth.adding(away.scaled(by: distance))
                return try RidgePath(data.inputs, data.targets, toward: center).models(penalties: setting.alphas).map {
                    let miss = $0.weights.subtracting(truth)
                    return miss.dot(miss)
                }
            }
        }
        return Results(
            distances: setting.distances, alphas: setting.alphas,
            means: setting.distances.indices.map { place in
                setting.alphas.indices.map { alpha in errors.map { $0[place][alpha] }.mean }
            },
            leastSquares: errors.map { $0[0][0] },
            best: setting.distances.indices.map { place in Self.bestErrors(errors.map { $0[place] }) })
    }

    /// Each data set's error at the coefficient that is best on average in the other half of the data sets.
    private static func bestErrors(_ errors: [[Double]]) -> [Double] {
        let chosen = (0...1).map { half in
            let others = errors.indices.filter { $0 % 2 != half }
            return errors[0].indices.map { alpha in others.map { errors[$0][alpha] }.mean }.placeOfLowest
        }
        return errors.indices.map { errors[$0][chosen[$0 % 2]] }
    }
}

extension RandomStream {
    /// A random vector of length one.
    fileprivate mutating func direction(_ count: Int) -> [Double] {
        let vector = normals(count)
        return vector.scaled(by: 1 / vector.norm)
    }
}

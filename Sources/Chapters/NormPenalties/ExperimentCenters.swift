import Foundation
import Learning
import Notebook

/// One data set whose weights are shrunk toward points at several distances from the truth.
private struct CenterItem: Codable, Sendable {
    let replicate: Int
    let distances: [Double]
    let alphas: [Double]
}

extension CenterMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> CenterMeasurements {
        let distances = [0, 0.5, 1, 2]
        let alphas = [0] + (0...20).map { pow(10, -2 + Double($0) / 5) }
        let items = (0..<parameters.centerSets).map {
            CenterItem(replicate: $0, distances: distances, alphas: alphas)
        }
        let errors = try await lab.map("points to shrink toward", over: items) { item, lab in
            var stream = lab.stream("centers", item.replicate)
            let truth = stream.direction(8).scaled(by: 2)
            let data = LinearFamily(weights: truth, noise: 1.5).sample(16, using: &stream)
            let away = stream.direction(8).scaled(by: 2)
            return try item.distances.map { distance in
                let center = truth.adding(away.scaled(by: distance))
                return try RidgePath(data.inputs, data.targets, toward: center).models(penalties: item.alphas).map {
                    let miss = $0.weights.subtracting(truth)
                    return miss.dot(miss)
                }
            }
        }
        return CenterMeasurements(
            distances: distances, alphas: alphas,
            means: distances.indices.map { place in
                alphas.indices.map { alpha in errors.map { $0[place][alpha] }.mean }
            },
            leastSquares: errors.map { $0[0][0] },
            best: distances.indices.map { place in bestErrors(errors.map { $0[place] }) })
    }

    /// Each data set's error at the coefficient that is best on average in the other half of the data sets.
    private static func bestErrors(_ errors: [[Double]]) -> [Double] {
        let chosen = (0...1).map { half in
            let others = errors.indices.filter { $0 % 2 != half }
            return errors[0].indices.map { alpha in others.map { errors[$0][alpha] }.mean }.placeOfLeast
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

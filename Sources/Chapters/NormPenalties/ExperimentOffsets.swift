import Foundation
import Learning
import Notebook

/// One data set whose targets lie far from zero.
private struct OffsetItem: Codable, Sendable {
    let replicate: Int
    let alphas: [Double]
}

private struct OffsetOutcome: Codable, Sendable {
    let free: [Double]
    let penalized: [Double]
    let freeValidation: [Double]
    let penalizedValidation: [Double]
    let offsetVariance: Double
    let weightVariance: Double
}

extension OffsetMeasurements {
    /// Ridge regression with weight decay on the weights alone and on the offset as well.
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> OffsetMeasurements {
        let alphas = [0] + (0...16).map { pow(10, -1 + Double($0) / 4) }
        let items = (0..<parameters.dataSets).map { OffsetItem(replicate: $0, alphas: alphas) }
        let outcomes = try await lab.map("offsets", over: items) { item, lab in
            var stream = lab.stream("offsets", item.replicate)
            let family = LinearFamily(weights: stream.normals(10).scaled(by: 0.5), intercept: offset, noise: 1)
            let data = family.sample(30, using: &stream)
            let validation = family.sample(200, using: &stream)
            let free = try RidgePath(data.inputs, data.targets, fittingIntercept: true).models(penalties: item.alphas)
            let penalized = try RidgePath(data.inputs.appendingOnes, data.targets).models(penalties: item.alphas)
                .map { LinearModel(weights: $0.weights.dropLast(), intercept: $0.weights[10]) }
            let refits = try (0..<40).map { _ in
                try Ridge(penalty: 0, fittingIntercept: true)
                    .fit(data.inputs, family.targets(for: data.inputs, using: &stream))
            }
            return OffsetOutcome(
                free: free.map(family.risk), penalized: penalized.map(family.risk),
                freeValidation: try free.map { try $0.meanSquaredError(validation.inputs, validation.targets) },
                penalizedValidation: try penalized.map {
                    try $0.meanSquaredError(validation.inputs, validation.targets)
                },
                offsetVariance: refits.map(\.intercept).sampleVariance,
                weightVariance: (0..<10).reduce(0) { sum, place in
                    sum + refits.map { $0.weights[place] }.sampleVariance
                })
        }
        return OffsetMeasurements(
            alphas: alphas, offset: offset, free: outcomes.map(\.free), penalized: outcomes.map(\.penalized),
            tunedGains: outcomes.map { outcome in
                outcome.penalized[outcome.penalizedValidation.placeOfLeast]
                    - outcome.free[outcome.freeValidation.placeOfLeast]
            },
            offsetVariances: outcomes.map(\.offsetVariance), weightVariances: outcomes.map(\.weightVariance))
    }

    private static let offset = 5.0
}

extension Matrix {
    fileprivate var appendingOnes: Matrix {
        Matrix(rows: rows, columns: columns + 1) { $1 < columns ? self[$0, $1] : 1 }
    }
}

extension [Double] {
    /// The place of the first least entry; 0 for an empty array.
    var placeOfLeast: Int { indices.min { self[$0] < self[$1] } ?? 0 }

    fileprivate var sampleVariance: Double {
        let center = mean
        return reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(count - 1)
    }
}

import Laboratory
import LinearAlgebra
import LinearModels

/// A random correlated least-squares problem in two weights.
struct Bowl: Codable, Sendable {
    /// Three examples of two features, row by row.
    private let features: [Double]
    private let targets: [Double]

    init(from stream: inout RandomStream) {
        features = stream.normals(6)
        targets = stream.normals(3).scaled(by: 2)
    }

    /// Whether the minimizer under each penalty has an exact zero.
    private func hits() -> (lasso: Bool, decay: Bool) {
        let data = SquaredLoss(inputs: Matrix(rows: 3, columns: 2, elements: features), targets: targets)
        let lasso = ProximalDescent.minimize(data, beta: 0.3, steps: 3_000)
        let decayed = GradientDescent.minimize(
            from: [0, 0], stepSize: 1 / (data.hessian.diagonal.reduce(0, +) + 0.3), until: 1e-12
        ) { w in data.gradient(at: w).adding(w.scaled(by: 0.3)) }
        return (lasso.contains(0), decayed.contains(0))
    }

    /// Counts of minimizers with an exact zero.
    struct AxisHits: Codable, Sendable {
        var lasso = 0
        var decay = 0
    }

    /// In how many of `bowls` the minimizer under each penalty has an exact zero.
    static func axisHits(of bowls: [Bowl], in lab: Lab) async throws -> AxisHits {
        let parts = stride(from: 0, to: bowls.count, by: 50).map { Array(bowls[$0..<min($0 + 50, bowls.count)]) }
        let counts = try await lab.map("bowls", over: parts) { part, _ in
            part.map { $0.hits() }.reduce(into: AxisHits()) { sum, hits in
                sum.lasso += hits.lasso ? 1 : 0
                sum.decay += hits.decay ? 1 : 0
            }
        }
        return counts.reduce(into: AxisHits()) { sum, count in
            sum.lasso += count.lasso
            sum.decay += count.decay
        }
    }
}

import DataSets
import LinearAlgebra

/// Two least-squares problems whose weights are drawn together: minimizes
/// ½ ‖Xᵃwᵃ − yᵃ‖² + ½ ‖Xᵇwᵇ − yᵇ‖² + α ‖wᵃ − wᵇ‖².
struct TiedRegression {
    let first: RegressionData
    let second: RegressionData
    private let curvatures: (first: Matrix, second: Matrix)
    private let pulls: (first: [Double], second: [Double])

    init(_ first: RegressionData, _ second: RegressionData) {
        self.first = first
        self.second = second
        curvatures = (first.inputs.gram, second.inputs.gram)
        pulls = (first.inputs.transposedTimes(first.targets), second.inputs.transposedTimes(second.targets))
    }

    private var features: Int { first.inputs.columns }

    // snippet.tied-regression
    /// Both models under the penalty α: one linear system for the two.
    func fit(alpha: Double) throws -> (first: [Double], second: [Double]) {
        let joint = Matrix(rows: 2 * features, columns: 2 * features) { row, column in
            let (i, j) = (row % features, column % features)
            let tie = i == j ? 2 * alpha : 0
            switch (row < features, column < features) {
            case (true, true): return curvatures.first[i, j] + tie
            case (false, false): return curvatures.second[i, j] + tie
            default: return -tie
            }
        }
        let both = try joint.choleskySolve(pulls.first + pulls.second)
        return (Array(both[..<features]), Array(both[features...]))
    }
    // snippet.end

    /// The two fits that know nothing of each other.
    func separate() throws -> (first: [Double], second: [Double]) {
        (try curvatures.first.choleskySolve(pulls.first), try curvatures.second.choleskySolve(pulls.second))
    }

    /// The one fit to all examples.
    func pooled() throws -> [Double] {
        try (curvatures.first + curvatures.second).choleskySolve(pulls.first.adding(pulls.second))
    }

    /// J: half the squared errors of both.
    func loss(_ first: [Double], _ second: [Double]) -> Double {
        0.5 * (self.first.squaredError(first) + self.second.squaredError(second))
    }
}

extension RegressionData {
    /// ‖Xw − y‖².
    func squaredError(_ weights: [Double]) -> Double {
        let residual = (inputs * weights).subtracting(targets)
        return residual.dot(residual)
    }
}

/// Ridge regression for any number of penalties from one decomposition.
///
/// XᵀX, or XXᵀ when there are fewer rows than columns, is reduced once to a tridiagonal T = QᵀAQ. Each penalty then
/// costs one tridiagonal system (T + αI)z = c and the product Qz: no eigenvectors are needed (Eldén 1977). Squaring X
/// squares its condition number, so penalties below about 10⁻¹⁴ of the largest eigenvalue cannot be told from 0.
public struct RidgePath: Sendable {
    private let problem: RegressionProblem
    private let reduction: Tridiagonal
    private let projected: [Double]
    private let center: [Double]
    private let isWide: Bool
    /// What a penalty is multiplied by to belong to ½ ‖Xw − y‖².
    private let factor: Double
    private let threads: Int

    /// Decomposes; the objective is that of `Ridge`.
    /// - Parameter threads: how many cores may form the products; the results do not depend on it.
    /// - Throws: `LearningError` for empty or disagreeing data and values that are not finite.
    public init(
        _ x: Matrix, _ y: [Double], scale: LossScale = .sum, toward center: [Double]? = nil,
        fittingIntercept: Bool = false, threads: Int = 1
    ) throws(LearningError) {
        let problem = try RegressionProblem(x, y, fittingIntercept: fittingIntercept)
        let x = problem.x
        if let center {
            guard center.count == x.columns else {
                throw .sizesDisagree(what: "Features", x.columns, other: "entries of the centre", center.count)
            }
            try center.requireFinite("Entry of the centre")
        }
        self.problem = problem
        self.center = center ?? Array(repeating: 0, count: x.columns)
        factor = scale.penaltyFactor(rows: x.rows)
        isWide = x.rows < x.columns
        self.threads = threads
        let residual = center.map { problem.y.subtracting(x * $0) } ?? problem.y
        reduction = try Tridiagonal(reducing: (isWide ? x.transposed : x).gram(threads: threads))
        projected = reduction.appliedTransposed(to: isWide ? residual : x.transposedTimes(residual))
    }

    /// The weights for each penalty: one row a penalty.
    /// - Throws: `LearningError` for a negative penalty, or `singular` where the penalty is too small.
    public func weights(penalties: [Double]) throws(LearningError) -> Matrix {
        for penalty in penalties { try requirePenalty(penalty) }
        let solutions = try reduction.solutions(shifts: penalties.map { $0 * factor }, projected)
        let z = reduction.applied(toRows: solutions, threads: threads)
        var weights = isWide ? z * problem.x : z
        guard center.contains(where: { $0 != 0 }) else { return weights }
        for i in 0..<weights.rows {
            for j in 0..<weights.columns { weights[i, j] += center[j] }
        }
        return weights
    }

    /// The model for each penalty.
    /// - Throws: as `weights(penalties:)`.
    public func models(penalties: [Double]) throws(LearningError) -> [LinearModel] {
        let weights = try weights(penalties: penalties)
        return penalties.indices.map { problem.model(weights.row($0)) }
    }

    /// The model for one penalty.
    /// - Throws: as `weights(penalties:)`.
    public func model(penalty: Double) throws(LearningError) -> LinearModel {
        problem.model(try weights(penalties: [penalty]).row(0))
    }

    /// The eigenvalues of XᵀX that can differ from 0, in ascending order: min(rows, columns) of them, of centred X when
    /// an intercept is fitted.
    public func eigenvalues() throws(LearningError) -> [Double] { try reduction.eigenvalues() }

    /// The effective number of parameters Σ λ/(λ + α), equation (7.8): the trace of the hat matrix. Eigenvalues below
    /// 10⁻¹⁴ of the largest count as 0.
    public func effectiveParameters(penalty: Double) throws(LearningError) -> Double {
        try requirePenalty(penalty)
        let values = try eigenvalues()
        let smallest = 1e-14 * (values.last ?? 0)
        return values.filter { $0 > smallest }.reduce(0) { $0 + $1 / ($1 + penalty * factor) }
    }
}

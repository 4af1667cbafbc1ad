import LinearAlgebra

/// Ridge regression for any number of penalties from one decomposition.
///
/// XᵀX, or XXᵀ when there are fewer rows than columns, is reduced once to a tridiagonal T = QᵀAQ. Each penalty then
/// costs one tridiagonal system (T + αI)z = c and the product Qz: no eigenvectors are needed (Eldén 1977). Squaring X
/// squares its condition number, so this is left to penalties with which T + αI has a condition number of at most 10⁴, and
/// to columns of similar size. Otherwise each penalty takes a QR factorization of X with √α I below it, in which neither
/// squares nor the columns' units cost digits.
public struct RidgePath: Sendable {
    private let problem: RegressionProblem
    /// Nil when the columns are of very different size.
    private let reduction: Tridiagonal?
    private let projected: [Double]
    /// w⁰, and y − Xw⁰, for the scaled columns.
    private let center: [Double]
    private let residual: [Double]
    private let isWide: Bool
    /// What a penalty is multiplied by to belong to ½ ‖Xw − y‖².
    private let factor: Double
    private let threads: Int

    /// Decomposes; the objective is that of `Ridge`.
    /// - Parameters:
    ///   - weights: how much each example's squared error counts; all 1 when nil.
    ///   - threads: how many cores may form the products; the results do not depend on it.
    /// - Throws: `LearningError` for empty or disagreeing data and values that are not finite.
    public init(
        _ x: Matrix, _ y: [Double], weights: [Double]? = nil, scale: LossScale = .sum, toward center: [Double]? = nil,
        fittingIntercept: Bool = false, threads: Int = 1
    ) throws(LearningError) {
        let problem = try RegressionProblem(x, y, weights: weights, fittingIntercept: fittingIntercept)
        let x = problem.x
        if let center {
            guard center.count == x.columns else {
                throw .sizesDisagree(what: "Features", x.columns, other: "entries of the centre", center.count)
            }
            try center.requireFinite("Entry of the centre")
        }
        self.problem = problem
        self.center = problem.scaled(center ?? Array(repeating: 0, count: x.columns))
        factor = scale.penaltyFactor(examples: problem.totalWeight)
        isWide = x.rows < x.columns
        self.threads = threads
        let centerShare = self.center
        residual = center == nil ? problem.y : problem.y.subtracting(x * centerShare)
        guard problem.isBalanced else {
            (reduction, projected) = (nil, [])
            return
        }
        let tridiagonal = try Tridiagonal(reducing: (isWide ? x.transposed : x).gram(threads: threads))
        projected = tridiagonal.appliedTransposed(to: isWide ? residual : x.transposedTimes(residual))
        reduction = tridiagonal
    }

    /// The weights for each penalty: one row a penalty.
    /// - Throws: `LearningError` for a negative penalty, `singular` where the penalty is too small, or `notFinite`
    ///   where a weight overflows.
    public func weights(penalties: [Double]) throws(LearningError) -> Matrix {
        for penalty in penalties { try requirePenalty(penalty) }
        var weights = Matrix(rows: penalties.count, columns: problem.x.columns)
        let shifts = penalties.map { $0 * factor }
        let tame = shifts.map { isTame($0) }
        if let reduction, tame.contains(true) {
            let chosen = shifts.indices.filter { tame[$0] }
            let solutions = reduction.solutions(shifts: chosen.map { shifts[$0] }, projected)
            let z = reduction.applied(toRows: solutions, threads: threads)
            let found = isWide ? z * problem.x : z
            if chosen.count == shifts.count {
                weights = found
            } else {
                for (row, place) in chosen.enumerated() { weights.setRow(place, to: found.row(row)) }
            }
        }
        for place in shifts.indices where !tame[place] {
            weights.setRow(place, to: try orthogonalSolution(shift: shifts[place]))
        }
        let needsCenter = center.contains { $0 != 0 }
        guard needsCenter || !problem.isBalanced || problem.targetUnit != 1 else { return weights }
        for i in 0..<weights.rows {
            weights.setRow(i, to: problem.unscaled(needsCenter ? weights.row(i).adding(center) : weights.row(i)))
        }
        try weights.requireFinite("Weight")
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
    public func eigenvalues() throws(LearningError) -> [Double] {
        if let reduction { return try reduction.eigenvalues() }
        let x = problem.x.dividingColumns(by: problem.units.map { 1 / $0 })
        try x.requireFinite("Input value")
        var values = [Double](repeating: 0, count: min(x.rows, x.columns))
        var columns = isWide ? x.elements : x.transposed.elements
        let info = LAPACK.jacobiSingularValues(&columns, rows: max(x.rows, x.columns), &values)
        guard info == 0 else {
            throw .notConverged(what: "The Jacobi iteration", steps: info, gap: .nan, tolerance: 0)
        }
        return values.reversed().map { $0 * $0 }
    }

    /// The effective number of parameters Σ λ/(λ + α), equation (7.8): the trace of the hat matrix. Without a penalty it
    /// is the number of independent columns.
    public func effectiveParameters(penalty: Double) throws(LearningError) -> Double {
        try requirePenalty(penalty)
        let shift = penalty * factor
        guard isTame(shift) else {
            guard penalty > 0 else { return Double(try LeastSquares(problem.x).rank) }
            return try LeastSquares(augmented(shift: shift)).projectionTrace(rows: problem.x.rows)
        }
        return try eigenvalues().reduce(0) { $0 + ($1 > 0 ? $1 / ($1 + shift) : 0) }
    }

    /// Whether a shift keeps the condition number of T below 10⁴.
    private func isTame(_ shift: Double) -> Bool {
        guard let reduction else { return false }
        let lowest = 1e-4 * (reduction.largestPossibleEigenvalue + shift)
        return shift > lowest || reduction.allEigenvaluesLie(above: lowest - shift)
    }

    /// X above √α I, of the scaled columns.
    private func augmented(shift: Double) -> Matrix {
        let x = problem.x
        let root = shift.squareRoot()
        // A column so tiny that its penalty is beyond this gets no weight in any case.
        let decay = problem.units.map { min(root / $0, 0x1p500) }
        return Matrix(rows: x.rows + x.columns, columns: x.columns) { i, j in
            i < x.rows ? x[i, j] : i - x.rows == j ? decay[j] : 0
        }
    }

    /// w − w⁰ of the scaled columns, by QR.
    private func orthogonalSolution(shift: Double) throws(LearningError) -> [Double] {
        let what = "XᵀX + αI with α = \(shift)"
        if shift > 0 {
            let zeros = [Double](repeating: 0, count: problem.x.columns)
            return try LeastSquares(augmented(shift: shift)).solve(residual + zeros, what)
        }
        guard isWide else { return try LeastSquares(problem.x).solve(residual, what) }
        // The limit of vanishing penalties, shortest in the caller's units: columns count by the squares of their units.
        let rows = problem.x.dividingColumns(by: problem.units.map { 1 / $0 }).transposed
        let shortest = try LeastSquares(rows).shortest(residual, what)
        return zip(shortest, problem.units).map { $0 * $1 }
    }
}

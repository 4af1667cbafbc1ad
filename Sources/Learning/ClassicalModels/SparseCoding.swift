import LinearAlgebra
import LinearModels

/// Codes h for signals x ≈ Dh with few entries that are not zero.
public struct SparseCoding: Sendable {
    /// D: one atom a column, features × atoms.
    public let dictionary: Matrix
    private let gram: Matrix
    /// 1 over the largest eigenvalue of DᵀD.
    private let step: Double

    /// - Throws: `LearningError` for an empty dictionary, or one that is zero or not finite.
    public init(dictionary: Matrix) throws(LearningError) {
        guard dictionary.columns > 0 && dictionary.rows > 0 else { throw .empty(what: "atoms") }
        try dictionary.requireFinite("Entry of the dictionary")
        self.dictionary = dictionary
        gram = dictionary.gram
        let largest = try gram.symmetricEigen().values.last ?? 0
        guard largest > 0 else { throw .singular(what: "DᵀD", size: dictionary.columns) }
        step = 1 / largest
    }

    /// Minimizes ½ ‖x − Dh‖² + α ‖h‖₁ for each row x of `signals` by ISTA (Daubechies et al. 2004), or FISTA when
    /// accelerated; zeros are exact.
    /// - Returns: signals × atoms.
    /// - Throws: `LearningError` for a negative penalty or number of steps, signals that are not finite or whose features
    ///   disagree with the dictionary, or codes that overflow.
    public func codes(
        for signals: Matrix, penalty: Double, steps: Int, accelerated: Bool = true
    ) throws(LearningError) -> Matrix {
        try requirePenalty(penalty)
        try requireSteps(steps)
        try check(signals)
        let target = signals * dictionary
        var codes = Matrix(rows: signals.rows, columns: dictionary.columns)
        var lookahead = codes
        var momentum = 1.0
        for _ in 0..<steps {
            let gradient = lookahead * gram - target
            let next = (lookahead - step * gradient).mapped { softThreshold($0, step * penalty) }
            if accelerated {
                let later = 0.5 * (1 + (1 + 4 * momentum * momentum).squareRoot())
                lookahead = next + ((momentum - 1) / later) * (next - codes)
                momentum = later
            } else {
                lookahead = next
            }
            codes = next
        }
        try codes.requireFinite("Entry of the codes")
        return codes
    }

    /// Codes with at most `count` entries that are not zero, by orthogonal matching pursuit (Pati et al. 1993): the atom
    /// most correlated with the residual joins, then all coefficients are refitted. Stops early at a residual of zero.
    /// - Returns: signals × atoms.
    /// - Throws: `LearningError` for a count out of range, features that disagree, or dependent atoms: those of whose squared
    ///   length less than `LeastSquares.dependence` is left beside the others.
    public func matchingPursuit(for signals: Matrix, count: Int) throws(LearningError) -> Matrix {
        try check(signals)
        let most = min(dictionary.rows, dictionary.columns)
        guard count >= 0 && count <= most else {
            throw .outOfRange(setting: "Entries of a code", value: Double(count), allowed: "from 0 to \(most)")
        }
        let norms = gram.diagonal.map { $0 > 0 ? $0.squareRoot() : .infinity }
        var codes = Matrix(rows: signals.rows, columns: dictionary.columns)
        for row in 0..<signals.rows {
            let signal = signals.row(row)
            let correlations = dictionary.transposedTimes(signal)
            let small = 1e-14 * signal.norm
            var chosen: [Int] = []
            var residual = correlations
            while chosen.count < count {
                let scores = zip(residual, norms).map { abs($0) / $1 }
                guard scores[scores.placeOfHighest] > small else { break }
                chosen.append(scores.placeOfHighest)
                let active = Matrix(rows: chosen.count, columns: chosen.count) { gram[chosen[$0], chosen[$1]] }
                let factorization: Cholesky
                do { factorization = try Cholesky(active) } catch {
                    throw .singular(what: "DᵀD of the atoms chosen", size: chosen.count)
                }
                guard factorization.smallestPivot > LeastSquares.dependence else {
                    throw .singular(what: "DᵀD of the atoms chosen", size: chosen.count)
                }
                let coefficients = factorization.solve(chosen.map { correlations[$0] })
                for (place, atom) in chosen.enumerated() { codes[row, atom] = coefficients[place] }
                residual = correlations.subtracting(gram * codes.row(row))
                for atom in chosen { residual[atom] = 0 }
            }
        }
        return codes
    }

    private func check(_ signals: Matrix) throws(LearningError) {
        guard signals.columns == dictionary.rows else {
            throw .sizesDisagree(
                what: "Features of the signals", signals.columns, other: "features of the atoms", dictionary.rows)
        }
        try signals.requireFinite("Signal value")
    }
}

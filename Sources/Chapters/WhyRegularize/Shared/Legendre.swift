import LinearAlgebra

/// Legendre polynomials as features.
enum Legendre {
    /// Polynomials of degree 0 to `degree`, at least 1, at each input, one row an input.
    static func features(_ inputs: [Double], _ degree: Int) -> Matrix {
        Matrix(
            inputs.map { x in
                var row = [1, x]
                for n in 1..<max(degree, 1) {
                    row.append((Double(2 * n + 1) * x * row[n] - Double(n) * row[n - 1]) / Double(n + 1))
                }
                return row
            })
    }
}

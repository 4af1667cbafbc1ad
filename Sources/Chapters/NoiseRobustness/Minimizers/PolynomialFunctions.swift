import LinearAlgebra

/// Polynomials up to degree 6 over standard normal inputs, as the class of functions in which an objective is
/// minimized: wide enough to hold the exact minimizers for y = x².
struct PolynomialFunctions {
    static let degree = 6
    private let quadrature: GaussianQuadrature

    init() throws {
        quadrature = try GaussianQuadrature(points: 16)
    }

    /// The coefficients that minimize E[(ŷ(x+ε) − x²)²] + penalty·E[ŷ′(x)²] with ε of variance `nu`.
    func minimizer(nu: Double, penalty: Double) throws -> [Double] {
        let size = Self.degree + 1
        var gram = Matrix(rows: size, columns: size)
        var moments = [Double](repeating: 0, count: size)
        for (x, weight) in zip(quadrature.nodes, quadrature.weights) {
            let slopes = Self.slopes(at: x)
            let features = Self.features(at: x)
            for (place, noise) in quadrature.nodes.enumerated() {
                let seen = nu == 0 ? features : Self.features(at: x + nu.squareRoot() * noise)
                let share = weight * quadrature.weights[place]
                for i in 0..<size {
                    moments[i] += share * seen[i] * x * x
                    for j in 0..<size { gram[i, j] += share * (seen[i] * seen[j] + penalty * slopes[i] * slopes[j]) }
                }
            }
        }
        return try gram.choleskySolve(moments)
    }

    /// E[cost] of the polynomial on inputs with noise of variance `nu`.
    func loss(_ coefficients: [Double], nu: Double, _ equations: Equations) -> Double {
        quadrature.mean { x in
            quadrature.mean(1, variance: nu) { noise in
                equations.cost(coefficients.dot(Self.features(at: x + noise[0])), x * x)
            }
        }
    }

    /// E[ŷ′²].
    func slope(_ coefficients: [Double]) -> Double {
        quadrature.mean { x in
            let slope = coefficients.dot(Self.slopes(at: x))
            return slope * slope
        }
    }

    /// E[(ŷ − y)ŷ″], the middle term of equation 7.17.
    func middleTerm(_ coefficients: [Double]) -> Double {
        quadrature.mean { x in
            (coefficients.dot(Self.features(at: x)) - x * x) * coefficients.dot(Self.bends(at: x))
        }
    }

    static func value(_ coefficients: [Double], at x: Double) -> Double { coefficients.dot(features(at: x)) }

    /// Hermite polynomials, for which Heₙ₊₁ = x Heₙ − n Heₙ₋₁.
    private static func features(at x: Double) -> [Double] {
        var values = [1, x]
        for n in 1..<degree { values.append(x * values[n] - Double(n) * values[n - 1]) }
        return values
    }

    /// Heₙ′ = n Heₙ₋₁.
    private static func slopes(at x: Double) -> [Double] {
        let values = features(at: x)
        return values.indices.map { $0 == 0 ? 0 : Double($0) * values[$0 - 1] }
    }

    private static func bends(at x: Double) -> [Double] {
        let slopes = slopes(at: x)
        return slopes.indices.map { $0 == 0 ? 0 : Double($0) * slopes[$0 - 1] }
    }
}

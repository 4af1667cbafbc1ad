import Foundation
import LinearAlgebra

/// The function that minimizes each objective for y = x².
struct FunctionFit {
    let equations: Equations
    let space: PolynomialFunctions
    private let probes = (0...20).map { -2 + 0.2 * Double($0) }

    init(_ equations: Equations) throws {
        self.equations = equations
        space = try PolynomialFunctions()
    }

    func noisy(_ nu: Double) throws -> [Double] { try space.minimizer(nu: nu, penalty: 0) }

    func penalized(_ nu: Double) throws -> [Double] { try space.minimizer(nu: 0, penalty: nu) }

    func distanceFromTruth(_ nu: Double) throws -> Double {
        let noisy = try noisy(nu)
        return probes.map { abs(PolynomialFunctions.value(noisy, at: $0) - $0 * $0) }.reduce(0, Double.worse)
    }

    /// The distance from x² plus the first-order shift, over ν. The score of a standard normal is −x.
    func shiftError(_ nu: Double) throws -> Double {
        let noisy = try noisy(nu)
        return probes.map { x in
            abs(PolynomialFunctions.value(noisy, at: x) - x * x - equations.minimizerShift(nu, 2 * x, 2, -x)) / nu
        }.reduce(0, Double.worse)
    }

    func gap(_ nu: Double) throws -> Double {
        let (noisy, penalized) = (try noisy(nu), try penalized(nu))
        return probes.map { x in
            abs(PolynomialFunctions.value(noisy, at: x) - PolynomialFunctions.value(penalized, at: x)) / nu
        }.reduce(0, Double.worse)
    }

    func valueMiss(_ nu: Double) throws -> Double {
        let noisy = try noisy(nu)
        return space.loss(noisy, nu: nu, equations)
            - equations.inputPenalty(space.loss(noisy, nu: 0, equations), nu, space.slope(noisy))
    }

    /// The power of ν with which `quantity` vanishes.
    func power(_ quantity: (Double) throws -> Double) rethrows -> Double {
        try [abs(quantity(1e-3)), abs(quantity(2e-3))].power(0, 1)
    }
}

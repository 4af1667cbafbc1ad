/// ŷ = ax² for y = x² with standard normal x: the coefficient that minimizes each objective.
struct ParabolaFit {
    let equations: Equations
    let quadrature: GaussianQuadrature

    init(_ equations: Equations) throws {
        self.equations = equations
        quadrature = try GaussianQuadrature(points: 8)
    }

    func noisyLoss(_ a: Double, _ nu: Double) -> Double {
        quadrature.mean { x in
            quadrature.mean(1, variance: nu) { equations.cost(a * (x + $0[0]) * (x + $0[0]), x * x) }
        }
    }

    private func loss(_ a: Double) -> Double { quadrature.mean { x in equations.cost(a * x * x, x * x) } }

    private func slope(_ a: Double) -> Double { quadrature.mean { x in 4 * a * a * x * x } }

    private func curvature(_ a: Double) -> Double { quadrature.mean { x in (a * x * x - x * x) * 2 * a } }

    func noisy(_ nu: Double) -> Double { NewtonSearch.minimum(near: 1) { noisyLoss($0, nu) } }

    func expanded(_ nu: Double) -> Double {
        NewtonSearch.minimum(near: 1) { equations.inputNoise(loss($0), nu, curvature($0), slope($0)) }
    }

    func penalized(_ nu: Double) -> Double {
        NewtonSearch.minimum(near: 1) { equations.inputPenalty(loss($0), nu, slope($0)) }
    }

    /// What the penalized minimizer loses on the noisy objective, over ν²; at ν and ν/2, by Richardson's rule.
    func excess(_ nu: Double) -> Double {
        let at = { (nu: Double) in (noisyLoss(penalized(nu), nu) - noisyLoss(noisy(nu), nu)) / (nu * nu) }
        return 2 * at(nu / 2) - at(nu)
    }
}

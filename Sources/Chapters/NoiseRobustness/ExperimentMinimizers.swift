import Learning
import Notebook

extension MinimizerMeasurements {
    static func measure(in lab: Lab, equations: Equations) throws -> MinimizerMeasurements {
        let parabola = try ParabolaFit(equations)
        let functions = try FunctionFit(equations)
        let square = try SquaredWeight(equations)
        let variances = (0...20).map { 0.015 * Double($0) }
        let places = (0...60).map { -2.4 + 0.08 * Double($0) }
        let pairs = try [0.02, 0.05, 0.1, 0.15, 0.2, 0.3].map { nu in
            let (noisy, penalized) = (try functions.noisy(nu), try functions.penalized(nu))
            return MinimizingFunctions(
                variance: nu, noisy: places.map { PolynomialFunctions.value(noisy, at: $0) },
                penalized: places.map { PolynomialFunctions.value(penalized, at: $0) })
        }
        return MinimizerMeasurements(
            variances: variances, noisy: variances.map(parabola.noisy), expanded: variances.map(parabola.expanded),
            penalized: variances.map(parabola.penalized), noisyRate: NewtonSearch.rate(parabola.noisy),
            expandedRate: NewtonSearch.rate(parabola.expanded), penalizedRate: NewtonSearch.rate(parabola.penalized),
            excess: parabola.excess(0.01), linearGap: try linearGap(equations),
            places: places, functions: pairs,
            functionPower: try functions.power(functions.distanceFromTruth),
            shiftError: try functions.shiftError(1e-4), functionGap: try functions.gap(1e-3),
            middlePower: try functions.power { nu in functions.space.middleTerm(try functions.noisy(nu)) },
            valuePower: try functions.power(functions.valueMiss),
            weightNoisyRate: NewtonSearch.rate(square.noisy), weightExpandedRate: NewtonSearch.rate(square.expanded),
            weightPenalizedRate: NewtonSearch.rate(square.penalized))
    }

    /// For ŷ = ax and y = x the penalized minimizer and the noisy one are the same.
    private static func linearGap(_ equations: Equations) throws -> Double {
        let quadrature = try GaussianQuadrature(points: 8)
        let nu = 0.3
        let noisy = NewtonSearch.minimum(near: 1) { a in
            quadrature.mean { x in quadrature.mean(1, variance: nu) { equations.cost(a * (x + $0[0]), x) } }
        }
        let penalized = NewtonSearch.minimum(near: 1) { a in
            equations.inputPenalty(quadrature.mean { x in equations.cost(a * x, x) }, nu, a * a)
        }
        return noisy - penalized
    }
}

/// ŷ = ax² for y = x² with standard normal x: the coefficient that minimizes each objective.
private struct ParabolaFit {
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

/// The function that minimizes each objective for y = x².
private struct FunctionFit {
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

/// ŷ = w²x for y = x with E x² = 1: the w² that minimizes each objective.
private struct SquaredWeight {
    let equations: Equations
    let quadrature: GaussianQuadrature

    init(_ equations: Equations) throws {
        self.equations = equations
        quadrature = try GaussianQuadrature(points: 8)
    }

    private func loss(_ w: Double) -> Double { quadrature.mean { x in equations.cost(w * w * x, x) } }

    func noisy(_ eta: Double) -> Double {
        squared { w in quadrature.mean(1, variance: eta) { loss(w + $0[0]) } }
    }

    func expanded(_ eta: Double) -> Double {
        squared { w in
            equations.weightNoise(
                loss(w), eta, quadrature.mean { x in (w * w * x - x) * 2 * x },
                quadrature.mean { x in 4 * w * w * x * x })
        }
    }

    func penalized(_ eta: Double) -> Double {
        squared { w in
            equations.weightPenalty(loss(w), eta, quadrature.mean { x in 4 * w * w * x * x })
        }
    }

    private func squared(_ objective: (Double) -> Double) -> Double {
        let w = NewtonSearch.minimum(near: 1, objective)
        return w * w
    }
}

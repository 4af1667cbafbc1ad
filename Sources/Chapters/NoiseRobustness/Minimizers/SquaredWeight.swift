/// ŷ = w²x for y = x with E x² = 1: the w² that minimizes each objective.
struct SquaredWeight {
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

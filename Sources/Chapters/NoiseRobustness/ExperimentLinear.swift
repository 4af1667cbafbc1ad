import Learning
import Notebook

extension LinearMeasurements {
    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) throws -> LinearMeasurements {
        var stream = lab.stream("linear")
        let quadrature = try GaussianQuadrature(points: 4)
        let data = SquaredLoss.random(examples: 20, dimensions: 3, from: &stream)
        let deep = DeepLinear(from: &stream)
        let offset = offsetNoise(data, quadrature, from: &stream, equations: equations)
        return LinearMeasurements(
            penaltyError: penaltyError(data, quadrature, from: &stream, equations: equations),
            ridgeError: try ridgeError(data, quadrature, equations: equations),
            deepError: deep.effect(quadrature, equations) - equations.linearInputPenalty(1, deep.product),
            rescaledPenalty: deep.rescaled(by: 3).effect(quadrature, equations) / deep.effect(quadrature, equations),
            rescaledDecay: deep.rescaled(by: 3).decay / deep.decay,
            weightPenaltyError: offset.error, weightGradient: offset.gradient, offsetError: offset.offsetError,
            weightPenalty: offset.penalty, offsetPenalty: offset.offsetPenalty)
    }

    private static func mean(_ data: SquaredLoss, _ body: ([Double], Double) -> Double) -> Double {
        data.targets.indices.reduce(0) { $0 + body(data.inputs.row($1), data.targets[$1]) } / data.examples
    }

    /// J̃ − J for ŷ = wᵀx under input noise, minus the penalty, relative.
    private static func penaltyError(
        _ data: SquaredLoss, _ quadrature: GaussianQuadrature, from stream: inout RandomStream, equations: Equations
    ) -> Double {
        var worst = 0.0
        for nu in [0.01, 1, 100] {
            let w = stream.normals(3)
            let plain = mean(data) { x, y in equations.cost(w.dot(x), y) }
            let noisy = quadrature.mean(3, variance: nu) { noise in
                mean(data) { x, y in equations.cost(w.dot(x.adding(noise)), y) }
            }
            worst = Double.worse(worst, abs(noisy - plain - equations.linearInputPenalty(nu, w)) / noisy)
        }
        return worst
    }

    /// The distance of ridge regression with mνI from the minimizer that gradient descent finds for noisy inputs.
    private static func ridgeError(
        _ data: SquaredLoss, _ quadrature: GaussianQuadrature, equations: Equations
    ) throws -> Double {
        let nu = 0.4
        let found = GradientDescent.minimize(from: [0, 0, 0], stepSize: 0.1, until: 1e-12, atMost: 2_000) { w in
            w.indices.map { index in
                quadrature.mean(3, variance: nu) { noise in
                    mean(data) { x, y in
                        let seen = x.adding(noise)
                        return 2 * (w.dot(seen) - y) * seen[index]
                    }
                }
            }
        }
        let ridge = try data.inputs.gram.addingToDiagonal(data.examples * nu)
            .choleskySolve(data.inputs.transposedTimes(data.targets))
        return found.subtracting(ridge).norm
    }

    /// Noise on the weights of ŷ = wᵀx + b, with b spared and with b included, at several w and b.
    private static func offsetNoise(
        _ data: SquaredLoss, _ quadrature: GaussianQuadrature, from stream: inout RandomStream, equations: Equations
    ) -> (error: Double, gradient: Double, offsetError: Double, penalty: Double, offsetPenalty: Double) {
        let eta = 0.1
        let meanSquare = mean(data) { x, _ in x.dot(x) }
        let effect = { (w: [Double], axes: Int) in
            quadrature.mean(axes, variance: eta) { noise in
                mean(data) { x, y in
                    equations.cost(w.adding(noise + (axes == 3 ? [0] : [])).dot(x + [1]), y)
                }
            } - mean(data) { x, y in equations.cost(w.dot(x + [1]), y) }
        }
        var (error, gradient, offsetError) = (0.0, 0.0, 0.0)
        for _ in 0..<5 {
            let w = stream.normals(4)
            error = Double.worse(error, abs(effect(w, 3) - equations.linearWeightPenalty(eta, meanSquare)))
            offsetError = Double.worse(
                offsetError, abs(effect(w, 4) - equations.linearWeightPenalty(eta, meanSquare + 1)))
            for index in w.indices {
                var moved = w
                moved[index] += 1
                gradient = Double.worse(gradient, abs(effect(moved, 3) - effect(w, 3)))
            }
        }
        let w = stream.normals(4)
        return (error, gradient, offsetError, effect(w, 3), effect(w, 4))
    }
}

/// ŷ = W₂W₁x with two inputs, three hidden units and one output.
private struct DeepLinear {
    let first: Matrix
    let second: Matrix

    init(first: Matrix, second: Matrix) {
        self.first = first
        self.second = second
    }

    init(from stream: inout RandomStream) {
        self.init(
            first: Matrix(rows: 3, columns: 2, elements: stream.normals(6)),
            second: Matrix(rows: 1, columns: 3, elements: stream.normals(3)))
    }

    var product: [Double] { (second * first).row(0) }

    /// ‖W₁‖² + ‖W₂‖².
    var decay: Double { first.elements.dot(first.elements) + second.elements.dot(second.elements) }

    func rescaled(by factor: Double) -> DeepLinear {
        DeepLinear(first: factor * first, second: 1 / factor * second)
    }

    /// J̃ − J for one example under noise of variance 1, layer by layer.
    func effect(_ quadrature: GaussianQuadrature, _ equations: Equations) -> Double {
        let (x, y) = ([0.7, -1.1], 0.4)
        let answer = { (x: [Double]) in (second * (first * x))[0] }
        return quadrature.mean(2, variance: 1) { equations.cost(answer(x.adding($0)), y) }
            - equations.cost(answer(x), y)
    }
}

import Learning

extension Valley {
    /// One example and two weights, minimized by gradient descent from the origin under falling weight decay.
    static func measure() -> Valley {
        let input = [1, 0.5]
        let target = 1.5
        let data = SquaredLoss(inputs: Matrix([input]), targets: [target])
        let alphas = [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0]
        return Valley(
            input: input, target: target, alphas: alphas,
            minimizers: alphas.map { alpha in
                GradientDescent.minimize(from: [0, 0], stepSize: 0.3, until: 1e-12) { w in
                    data.gradient(at: w).adding(w.scaled(by: alpha))
                }
            },
            shortest: input.scaled(by: target / input.dot(input)))
    }

    /// J̃ = ½(xᵀw − y)² + ½α‖w‖².
    func objective(_ first: Double, _ second: Double, alpha: Double) -> Double {
        let miss = input[0] * first + input[1] * second - target
        return miss * miss / 2 + alpha / 2 * (first * first + second * second)
    }
}

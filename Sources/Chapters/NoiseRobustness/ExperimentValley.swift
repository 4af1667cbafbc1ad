import Learning
import Notebook

extension Valley {
    /// Gradient descent on (w₁w₂ − 1)² from one start, without noise on the weights and with fresh noise at every step.
    static func measure(in lab: Lab) -> Valley {
        let variance = 0.02
        let steps = 6_000
        var stream = lab.stream("valley")
        let path = { (variance: Double) in
            var w = [2.4, 0.15]
            var path = [w]
            for step in 1...steps {
                let seen = w.perturbed(variance: variance, from: &stream)
                let error = seen[0] * seen[1] - 1
                w = w.subtracting([2 * error * seen[1], 2 * error * seen[0]].scaled(by: 0.01))
                if step <= 40 || step % 40 == 0 { path.append(w) }
            }
            return path
        }
        let (plain, noisy) = (path(0), path(variance))
        return Valley(
            plain: plain, noisy: noisy, variance: variance, steps: steps, plainRise: rise(plain, variance),
            noisyRise: rise(noisy, variance))
    }

    /// What noise of variance η adds to (w₁w₂ − 1)² on average: η(w₁² + w₂²) + η².
    private static func rise(_ path: [[Double]], _ eta: Double) -> Double {
        guard let end = path.last else { return .nan }
        return eta * end.dot(end) + eta * eta
    }
}

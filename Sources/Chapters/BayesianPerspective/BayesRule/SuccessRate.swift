import Foundation
import LinearAlgebra

/// Coin tosses with unknown success rate and the prior Beta(2, 3).
struct SuccessRate {
    let successes: Double
    let failures: Double

    init(trials: Int, from stream: inout RandomStream) {
        let rate = stream.uniform(in: 0.1..<0.9)
        let heads = (0..<trials).count { _ in stream.bernoulli(rate) }
        successes = Double(heads)
        failures = Double(trials - heads)
    }

    private func logBeta(_ theta: Double, _ a: Double, _ b: Double) -> Double {
        (a - 1) * log(theta) + (b - 1) * log(1 - theta) - lgamma(a) - lgamma(b) + lgamma(a + b)
    }

    func error(_ equations: Equations) -> Double {
        let tosses = { (theta: Double) in
            Array(repeating: log(theta), count: Int(successes)) + Array(repeating: log(1 - theta), count: Int(failures))
        }
        // The integrand is a polynomial that vanishes at both ends.
        let logZ = log(
            simpson(from: 0, to: 1, steps: 4000) { theta in
                theta <= 0 || theta >= 1 ? 0 : exp(logBeta(theta, 2, 3) + tosses(theta).reduce(0, +))
            })
        return (1..<50).map { step in
            let theta = Double(step) / 50
            let known = logBeta(theta, 2 + successes, 3 + failures)
            return abs(equations.logPosterior(logBeta(theta, 2, 3), tosses(theta), logZ) - known)
        }.max() ?? .nan
    }
}

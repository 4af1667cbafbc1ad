import Foundation
import Laboratory
import LinearAlgebra

/// What was measured about the expansion for noisy inputs (equations 7.14 to 7.17).
public struct InputExpansion: Codable, Sendable {
    /// Equation 7.15 against the mean cost, on the same draws.
    public var termsError: Double
    /// The power with which the remainder of 7.16 vanishes with ε.
    public var taylorPower: Double
    /// The power with which 7.17 misses the exact expectation as ν falls.
    public var objectivePower: Double
    /// For ŷ = ax², what 7.17 misses minus 3a²ν².
    public var exactError: Double
    /// Noise variances with the mean absolute distance of J, of J + the penalty and of 7.17 from the exact objective.
    public let variances: [Double]
    public let plainMisses: [Double]
    public let penaltyMisses: [Double]
    public let expansionMisses: [Double]
}

extension InputExpansion {
    static func measured(
        _ parameters: Expansions.Parameters, in lab: Lab, equations: Equations
    ) throws -> InputExpansion {
        var stream = lab.stream("input noise")
        let problems = (0..<parameters.problems).map { _ in
            NoisyProblem(inputs: 2, units: 4, examples: 12, from: &stream)
        }
        let quadrature = try GaussianQuadrature(points: 11)
        let misses = misses(problems, quadrature, equations: equations)
        return InputExpansion(
            termsError: termsError(problems, from: &stream, equations: equations),
            taylorPower: taylorPower(problems, from: &stream, equations: equations), objectivePower: misses.power,
            exactError: exactError(quadrature, from: &stream, equations: equations),
            variances: misses.variances, plainMisses: misses.plain, penaltyMisses: misses.penalty,
            expansionMisses: misses.expansion)
    }

    /// Equation 7.15: mean cost and the three means, on the same 200 draws for each problem.
    private static func termsError(
        _ problems: [NoisyProblem], from stream: inout RandomStream, equations: Equations
    ) -> Double {
        var worst = 0.0
        for problem in problems {
            var cost = 0.0
            var (square, product, target) = (0.0, 0.0, 0.0)
            for _ in 0..<200 {
                let noise = stream.normals(2).scaled(by: 0.3)
                for (x, y) in problem.examples {
                    let answer = problem.network.value(at: x.adding(noise))
                    cost += equations.cost(answer, y)
                    square += answer * answer
                    product += y * answer
                    target += y * y
                }
            }
            let count = 200 * Double(problem.examples.count)
            let terms = equations.threeTerms(square / count, product / count, target / count)
            worst = .worse(worst, abs(terms / (cost / count) - 1))
        }
        return worst
    }

    /// Equation 7.16: how its remainder shrinks when ε is halved, summed over examples and directions.
    private static func taylorPower(
        _ problems: [NoisyProblem], from stream: inout RandomStream, equations: Equations
    ) -> Double {
        var remainders = [0.0, 0.0]
        for problem in problems {
            for (x, _) in problem.examples {
                let direction = stream.normals(2)
                for (place, size) in [0.005, 0.01].enumerated() {
                    let epsilon = direction.scaled(by: size / direction.norm)
                    let model = equations.taylor(
                        problem.network.value(at: x), problem.network.inputGradient(at: x),
                        problem.network.inputHessian(at: x), epsilon)
                    remainders[place] += abs(model - problem.network.value(at: x.adding(epsilon)))
                }
            }
        }
        return remainders.power(0, 1)
    }

    /// Equation 7.17 against the objective with the noise averaged out by quadrature.
    private static func misses(
        _ problems: [NoisyProblem], _ quadrature: GaussianQuadrature, equations: Equations
    ) -> Misses {
        var misses = Misses(variances: Misses.variances)
        for problem in problems {
            let network = problem.network
            let loss = problem.loss(equations)
            let curvature = problem.mean { x, y in
                (network.value(at: x) - y) * network.inputHessian(at: x).diagonal.reduce(0, +)
            }
            let slope = problem.mean { x, _ in network.inputGradient(at: x).dot(network.inputGradient(at: x)) }
            for (place, nu) in misses.variances.enumerated() {
                let exact = quadrature.mean(2, variance: nu) { noise in
                    problem.mean { x, y in equations.cost(network.value(at: x.adding(noise)), y) }
                }
                let share = 1 / Double(problems.count)
                misses.plain[place] += share * abs(loss - exact)
                misses.penalty[place] += share * abs(equations.inputPenalty(loss, nu, slope) - exact)
                misses.expansion[place] += share * abs(equations.inputNoise(loss, nu, curvature, slope) - exact)
            }
        }
        return misses
    }

    /// For ŷ = ax² the remainder of 7.17 is 3a²ν² at any ν.
    private static func exactError(
        _ quadrature: GaussianQuadrature, from stream: inout RandomStream, equations: Equations
    ) -> Double {
        let nu = 0.4
        var worst = 0.0
        for _ in 0..<50 {
            let (a, x, y) = (stream.normal(), stream.normal(), stream.normal())
            let exact = quadrature.mean(1, variance: nu) { equations.cost(a * (x + $0[0]) * (x + $0[0]), y) }
            let expansion = equations.inputNoise(
                equations.cost(a * x * x, y), nu, (a * x * x - y) * 2 * a, 4 * a * a * x * x)
            worst = .worse(worst, abs(exact - expansion - 3 * a * a * nu * nu) / max(1, exact))
        }
        return worst
    }
}

import Foundation
import Laboratory
import LinearAlgebra

/// What was measured about the expansion for noisy weights (equations 7.18 to 7.22).
public struct WeightExpansion: Codable, Sendable {
    /// Equation 7.19 against the mean cost, on the same draws.
    public var termsError: Double
    /// The power with which the remainder of 7.20 vanishes with ε.
    public var taylorPower: Double
    /// The power with which 7.21 misses as the noise's standard deviation falls, on pairs ±ε.
    public var drawPower: Double
    /// The power with which 7.22 misses the exact expectation as η falls.
    public var objectivePower: Double
    /// What 7.22 misses relative to the effect of the noise, with ν as printed and with η.
    public var printedMiss: Double
    public var correctedMiss: Double
    /// Noise variances with the mean absolute distance of J, of J + the penalty and of 7.22 from the exact objective.
    public let variances: [Double]
    public let plainMisses: [Double]
    public let penaltyMisses: [Double]
    public let expansionMisses: [Double]
}

extension WeightExpansion {
    static func measured(
        _ parameters: Expansions.Parameters, in lab: Lab, equations: Equations
    ) throws -> WeightExpansion {
        var stream = lab.stream("weight noise")
        // One input and one unit: four parameters, few enough to average the noise out by quadrature.
        let problems = (0..<parameters.problems).map { _ in
            NoisyProblem(inputs: 1, units: 1, examples: 8, from: &stream)
        }
        let misses = try misses(problems, equations: equations)
        let relative = try relativeMiss(problems, parameters, equations: equations)
        return WeightExpansion(
            termsError: termsError(problems, from: &stream, equations: equations),
            taylorPower: taylorPower(problems, from: &stream, equations: equations),
            drawPower: drawPower(problems, from: &stream, equations: equations), objectivePower: misses.power,
            printedMiss: relative.printed, correctedMiss: relative.corrected,
            variances: misses.variances, plainMisses: misses.plain, penaltyMisses: misses.penalty,
            expansionMisses: misses.expansion)
    }

    /// Equation 7.19: mean cost and the three means, on the same 200 draws for each problem.
    private static func termsError(
        _ problems: [NoisyProblem], from stream: inout RandomStream, equations: Equations
    ) -> Double {
        var worst = 0.0
        for problem in problems {
            var cost = 0.0
            var (square, product, target) = (0.0, 0.0, 0.0)
            for _ in 0..<200 {
                let network = problem.network.perturbed(by: stream.normals(4).scaled(by: 0.3))
                for (x, y) in problem.examples {
                    let answer = network.value(at: x)
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

    /// Equation 7.20: how its remainder shrinks when ε is halved.
    private static func taylorPower(
        _ problems: [NoisyProblem], from stream: inout RandomStream, equations: Equations
    ) -> Double {
        var remainders = [0.0, 0.0]
        for problem in problems {
            for (x, _) in problem.examples {
                let direction = stream.normals(4)
                for (place, size) in [0.005, 0.01].enumerated() {
                    let epsilon = direction.scaled(by: size / direction.norm)
                    let model = equations.taylor(
                        problem.network.value(at: x), problem.network.weightGradient(at: x),
                        problem.network.weightHessian(at: x), epsilon)
                    remainders[place] += abs(model - problem.network.perturbed(by: epsilon).value(at: x))
                }
            }
        }
        return remainders.power(0, 1)
    }

    /// Equation 7.21 on pairs ±ε, which cancel the odd orders as the expectation does.
    private static func drawPower(
        _ problems: [NoisyProblem], from stream: inout RandomStream, equations: Equations
    ) -> Double {
        var remainders = [0.0, 0.0]
        for problem in problems {
            let network = problem.network
            for (x, y) in problem.examples {
                let direction = stream.normals(4)
                for (place, size) in [0.01, 0.02].enumerated() {
                    let epsilon = direction.scaled(by: size / direction.norm)
                    let pair = [1.0, -1].map { side in
                        equations.cost(network.perturbed(by: epsilon.scaled(by: side)).value(at: x), y)
                    }
                    let added = equations.weightDraw(
                        network.value(at: x) - y, epsilon.dot(network.weightGradient(at: x)),
                        epsilon.dot(network.weightHessian(at: x) * epsilon))
                    remainders[place] += abs((pair[0] + pair[1]) / 2 - equations.cost(network.value(at: x), y) - added)
                }
            }
        }
        return remainders.power(0, 1)
    }

    private static func averages(_ problem: NoisyProblem) -> (curvature: Double, slope: Double) {
        let network = problem.network
        return (
            problem.mean { x, y in
                (network.value(at: x) - y) * network.weightHessian(at: x).diagonal.reduce(0, +)
            },
            problem.mean { x, _ in network.weightGradient(at: x).dot(network.weightGradient(at: x)) }
        )
    }

    private static func noisyLoss(
        _ problem: NoisyProblem, _ eta: Double, _ quadrature: GaussianQuadrature, _ equations: Equations
    ) -> Double {
        quadrature.mean(4, variance: eta) { epsilon in
            let network = problem.network.perturbed(by: epsilon)
            return problem.mean { x, y in equations.cost(network.value(at: x), y) }
        }
    }

    private static func misses(_ problems: [NoisyProblem], equations: Equations) throws -> Misses {
        let quadrature = try GaussianQuadrature(points: 5)
        var misses = Misses(variances: Misses.variances)
        for problem in problems {
            let loss = problem.loss(equations)
            let (curvature, slope) = averages(problem)
            for (place, eta) in misses.variances.enumerated() {
                let exact = noisyLoss(problem, eta, quadrature, equations)
                let share = 1 / Double(problems.count)
                misses.plain[place] += share * abs(loss - exact)
                misses.penalty[place] += share * abs(equations.weightPenalty(loss, eta, slope) - exact)
                misses.expansion[place] += share * abs(equations.weightNoise(loss, eta, curvature, slope) - exact)
            }
        }
        return misses
    }

    /// What 7.22 misses of the noise's effect: with the input's ν, as printed, and with η.
    private static func relativeMiss(
        _ problems: [NoisyProblem], _ parameters: Expansions.Parameters, equations: Equations
    ) throws -> (printed: Double, corrected: Double) {
        let quadrature = try GaussianQuadrature(points: 5)
        let (nu, eta) = (parameters.inputVariance, parameters.weightVariance)
        var (printed, corrected, effect) = (0.0, 0.0, 0.0)
        for problem in problems {
            let loss = problem.loss(equations)
            let (curvature, slope) = averages(problem)
            let exact = noisyLoss(problem, eta, quadrature, equations)
            printed += abs(equations.weightNoise(loss, nu, curvature, slope) - exact)
            corrected += abs(equations.weightNoise(loss, eta, curvature, slope) - exact)
            effect += abs(exact - loss)
        }
        return (printed / effect, corrected / effect)
    }
}

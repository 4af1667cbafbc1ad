import Learning
import Testing

@Suite struct LassoTests {
    private func data(_ rows: Int = 60, _ columns: Int = 20, noise: Double = 1) -> RegressionData {
        var stream = RandomStream(seed: 22, name: "lasso").split("\(rows)x\(columns)")
        return LinearFamily.sparse(features: columns, nonzero: 5, correlation: 0.5, noise: noise, using: &stream)
            .sample(rows, using: &stream)
    }

    /// Zero lies in the subdifferential: |∇L + ridge part| ≤ αρ, with equality and the right sign where w ≠ 0.
    @Test(arguments: [(1.0, false), (0.5, false), (1, true), (0.2, true)])
    func optimalityConditionsHoldAlongThePath(share: Double, intercept: Bool) throws {
        let data = data()
        let problem = try LassoProblem(data.inputs, data.targets, l1Share: share, fittingIntercept: intercept)
        let path = try problem.path(penalties: problem.penalties(20), tolerance: 1e-13)
        #expect(path[0].support.isEmpty)
        #expect(path[19].support.count > 10)
        for solution in path {
            let residual = data.targets.subtracting(try solution.model.predictions(for: data.inputs))
            if intercept { #expect(abs(residual.mean) < 1e-12) }
            let correlation = data.inputs.transposedTimes(residual).scaled(by: 1 / 60)
            let alpha = solution.penalty
            for (w, c) in zip(solution.weights, correlation) {
                let pull = c - alpha * (1 - share) * w
                if w == 0 {
                    #expect(abs(pull) <= alpha * share + 1e-6)
                } else {
                    #expect(abs(pull - (w > 0 ? 1 : -1) * alpha * share) < 1e-5)
                }
            }
        }
    }

    @Test func scalesDifferByTheNumberOfExamples() throws {
        let data = data()
        let mean = try LassoProblem(data.inputs, data.targets, scale: .mean).solution(penalty: 0.1)
        let sum = try LassoProblem(data.inputs, data.targets, scale: .sum).solution(penalty: 6)
        #expect(mean.weights.subtracting(sum.weights).norm < 1e-12)
    }

    @Test func theGapBoundsTheDistanceToTheOptimum() throws {
        let data = data()
        let problem = try LassoProblem(data.inputs, data.targets, l1Share: 0.7)
        let penalty = 0.05 * problem.largestPenalty
        let best = problem.objective(
            try problem.solution(penalty: penalty, tolerance: 1e-14).weights, penalty: penalty)
        let atZero = problem.objective(Array(repeating: 0, count: 20), penalty: penalty)
        for tolerance in [1e-1, 1e-3, 1e-5] {
            let rough = try problem.solution(penalty: penalty, tolerance: tolerance)
            let excess = (problem.objective(rough.weights, penalty: penalty) - best) / atZero
            #expect(excess <= rough.relativeGap + 1e-14)
            #expect(abs(problem.relativeGap(rough.weights, penalty: penalty) - rough.relativeGap) < 1e-12)
        }
    }

    @Test func proximalDescentFindsTheSameZerosAndSubgradientDescentNone() throws {
        let data = data(100, 20)
        let problem = try LassoProblem(data.inputs, data.targets)
        let penalty = 0.2 * problem.largestPenalty
        let exact = try problem.solution(penalty: penalty, tolerance: 1e-14)
        let step = try problem.safeStep(penalty: penalty)
        let zeros = 20 - exact.support.count
        #expect(zeros > 5)
        for accelerated in [false, true] {
            let trace = try problem.proximalDescent(
                penalty: penalty, step: step, steps: 2000, accelerated: accelerated)
            #expect(trace.weights.subtracting(exact.weights).norm < 1e-6)
            #expect(trace.exactZeros == zeros)
            if !accelerated {
                #expect(zip(trace.objectives, trace.objectives.dropFirst()).allSatisfy { $1 <= $0 + 1e-12 })
            }
        }
        let rough = try problem.subgradientDescent(penalty: penalty, steps: 2000, step: { _ in 0.01 })
        #expect(rough.exactZeros == 0)
        #expect(rough.weights.subtracting(exact.weights).norm < 0.1)
    }

    @Test func softThresholdIsTheProximalOperator() {
        for x in stride(from: -3, through: 3, by: 0.25) {
            let best = stride(from: -4, through: 4, by: 0.25).min {
                0.5 * ($0 - x) * ($0 - x) + 0.75 * abs($0) < 0.5 * ($1 - x) * ($1 - x) + 0.75 * abs($1)
            }
            #expect(softThreshold(x, 0.75) == best)
        }
    }

    @Test func badSettingsAreNamed() throws {
        let data = data()
        #expect(throws: LearningError.outOfRange(setting: "L1 share", value: 0, allowed: "above 0 and at most 1")) {
            try LassoProblem(data.inputs, data.targets, l1Share: 0)
        }
        let problem = try LassoProblem(data.inputs, data.targets)
        #expect(throws: LearningError.outOfRange(setting: "Penalty", value: -1, allowed: "finite and at least 0")) {
            try problem.solution(penalty: -1)
        }
        #expect {
            try problem.solution(penalty: 0.01, tolerance: 1e-14, maximumSweeps: 2)
        } throws: {
            "\($0)".hasPrefix("The relative duality gap of the lasso at penalty 0.01 is still")
        }
        #expect(throws: LearningError.self) {
            try problem.proximalDescent(penalty: 0.1, step: 100, steps: 10_000)
        }
    }
}

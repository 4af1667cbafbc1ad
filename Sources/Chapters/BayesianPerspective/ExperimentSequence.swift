import Learning
import Notebook

extension PosteriorSequence {
    static func measure(_ parameters: Parameters, in lab: Lab) throws -> PosteriorSequence {
        var stream = lab.stream("sequence")
        let truth = [-0.4, 0.7]
        let most = parameters.shownCounts.max() ?? 0
        let inputs = (0..<most).map { _ in stream.uniform(in: -1..<1) }
        let targets = inputs.map { truth[0] + truth[1] * $0 + parameters.noise * stream.normal() }
        let states = try parameters.shownCounts.map { count in
            let data = RegressionData(
                inputs: Matrix(rows: count, columns: 2) { $1 == 0 ? 1 : inputs[$0] },
                targets: Array(targets.prefix(count)))
            let posterior = try GaussianRegression(data, noise: parameters.noise, deviation: 1)
            return State(
                count: count, mean: posterior.mean, covariance: posterior.covariance,
                likeliest: count < 2
                    ? nil : try data.inputs.gram.choleskySolve(data.inputs.transposedTimes(data.targets)))
        }
        return PosteriorSequence(truth: truth, inputs: inputs, targets: targets, states: states)
    }
}

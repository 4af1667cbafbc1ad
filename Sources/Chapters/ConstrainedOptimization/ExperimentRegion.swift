import Foundation
import Learning
import Notebook

extension RegionMeasurements {
    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) throws -> RegionMeasurements {
        var stream = lab.stream("region")
        let alphas = (0...40).map { pow(10, -2 + 0.1 * Double($0)) }
        let problems = try (0..<3).map { index in
            try ConstrainedProblem(dimensions: parameters.dimensions, from: &stream).scaled(by: [0.5, 1, 2][index])
        }
        let sizes = try problems.map { problem in
            try alphas.map { equations.penalty(try problem.penalizedMinimizer($0)) }
        }
        // Every fifth size is handed to a solver that knows the constraint alone.
        let chosen = stride(from: 5, to: 36, by: 5).map { $0 }
        let solved = try zip(problems, sizes).map { problem, sizes in
            try chosen.map { try BarrierMethod(problem.data, k: abs(sizes[$0])) }
        }
        let doubled = try problems[1].scaled(by: 2)
        return RegionMeasurements(
            alphas: alphas, sizes: sizes,
            increase: sizes.flatMap { row in zip(row.dropFirst(), row).map { max(0, $0 - $1) } }.worst,
            constrainedSizes: sizes.map { row in chosen.map { row[$0] } },
            constrainedMultipliers: solved.map { $0.map(\.multiplier) },
            multiplierError: solved.flatMap { row in
                zip(row, chosen).map { $0.multiplier / alphas[$1] - 1 }
            }.worst,
            minimizerError: try zip(problems, solved).flatMap { problem, row in
                try zip(row, chosen).map { found, place in
                    found.minimizer.subtracting(try problem.penalizedMinimizer(alphas[place])).norm
                }
            }.worst,
            sizeRatio: equations.penalty(try doubled.penalizedMinimizer(1))
                / equations.penalty(try problems[1].penalizedMinimizer(1)))
    }
}

extension ConstrainedProblem {
    /// The same problem with its targets multiplied by `factor`.
    func scaled(by factor: Double) throws -> ConstrainedProblem {
        try ConstrainedProblem(
            data: SquaredLoss(inputs: data.inputs, targets: data.targets.scaled(by: factor)),
            k: k * factor * factor)
    }

    private init(data: SquaredLoss, k: Double) throws {
        self.data = data
        self.k = k
        solution = try BarrierMethod(data, k: k)
    }
}

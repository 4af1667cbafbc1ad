import Foundation
import Learning
import Notebook

extension InverseMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> InverseMeasurements {
        var stream = lab.stream("inverse")
        let limit = try RidgeLimit(from: &stream, equations: equations)
        let solutions = try LeastNormErrors(parameters, from: &stream, equations: equations)
        let conditions = (1...14).map { pow(10, Double($0)) }
        let errors = try conditions.map { condition in
            try (0..<parameters.problems).map { _ in
                try SolverErrors(condition: condition, from: &stream, equations: equations)
            }
        }
        let floor = zip(limit.normalErrors, limit.alphas).min { $0.0 < $1.0 } ?? (.nan, .nan)
        let hardest = errors[11]
        return InverseMeasurements(
            alphas: limit.alphas, predicted: limit.predicted, normalErrors: limit.normalErrors,
            filteredErrors: limit.filteredErrors,
            limitError: zip(limit.normalErrors, limit.predicted).enumerated()
                .filter { limit.alphas[$0.offset] >= 0.99e-6 }
                .map { abs($0.element.0 / $0.element.1 - 1) }.max() ?? .nan,
            floor: floor.0, floorAlpha: floor.1, exactResidual: solutions.exactResidual,
            leastSquaresGradient: solutions.gradient, descentDistance: solutions.descentDistance,
            rivals: solutions.rivals, longerRivals: solutions.longerRivals, conditions: conditions,
            singularValueErrors: errors.map { $0.map(\.singularValues).median },
            normalEquationErrors: errors.map { $0.map(\.inverse).median },
            worstBySingularValues: hardest.map(\.singularValues).max() ?? .nan,
            bestByInverse: hardest.map(\.inverse).min() ?? .nan)
    }
}

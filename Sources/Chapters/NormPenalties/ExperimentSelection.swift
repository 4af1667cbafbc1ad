import Foundation
import Learning
import Notebook

/// One data set of one of Tibshirani's problems.
private struct SelectionItem: Codable, Sendable {
    let problem: SelectionProblem
    let replicate: Int
}

extension SelectionProblem {
    /// Eight features of correlation 0.5^|i−j| and twenty examples.
    var family: LinearFamily {
        switch self {
        case .few: LinearFamily(weights: [3, 1.5, 0, 0, 2, 0, 0, 0], correlation: 0.5, noise: 2)
        case .many: LinearFamily(weights: [Double](repeating: 0.85, count: 8), correlation: 0.5, noise: 3)
        case .one: LinearFamily(weights: [5, 0, 0, 0, 0, 0, 0, 0], correlation: 0.5, noise: 2)
        }
    }
}

extension SelectionMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> SelectionMeasurements {
        let items = SelectionProblem.allCases.flatMap { problem in
            (0..<parameters.selectionSets).map { SelectionItem(problem: problem, replicate: $0) }
        }
        let outcomes = try await lab.map("feature selection", over: items) { item, lab in
            var stream = lab.stream("selection \(item.problem.rawValue)", item.replicate)
            let family = item.problem.family
            let data = family.sample(20, using: &stream)
            let folds = try CrossValidation(5, of: data.count, using: &stream)
            let lasso = try chosenLasso(data, folds)
            let excess = { (model: LinearModel) in family.risk(of: model) - family.noise * family.noise }
            let relevant = family.weights.indices.filter { family.weights[$0] != 0 }
            return SelectionOutcome(
                lasso: excess(lasso), ridge: excess(try chosenRidge(data, folds)),
                leastSquares: excess(try Ridge(penalty: 0, fittingIntercept: true).fit(data.inputs, data.targets)),
                relevantKept: relevant.count { lasso.weights[$0] != 0 },
                irrelevantKept: family.weights.indices.count {
                    family.weights[$0] == 0 && lasso.weights[$0] != 0
                })
        }
        return SelectionMeasurements(
            outcomes: SelectionProblem.allCases.indices.map { problem in
                Array(outcomes[problem * parameters.selectionSets..<(problem + 1) * parameters.selectionSets])
            })
    }

    private static func chosenLasso(_ data: RegressionData, _ folds: CrossValidation) throws -> LinearModel {
        let path = { (part: RegressionData, penalties: [Double]) in
            try LassoProblem(part.inputs, part.targets, fittingIntercept: true)
                .path(penalties: penalties, tolerance: 1e-6).map(\.model)
        }
        let penalties = try LassoProblem(data.inputs, data.targets, fittingIntercept: true).penalties(30, downTo: 1e-2)
        return try chosen(data, folds, penalties, path)
    }

    private static func chosenRidge(_ data: RegressionData, _ folds: CrossValidation) throws -> LinearModel {
        try chosen(data, folds, (0..<30).map { pow(10, -3 + Double($0) / 6) }) { part, penalties in
            try RidgePath(part.inputs, part.targets, scale: .mean, fittingIntercept: true).models(penalties: penalties)
        }
    }

    /// The model on all the data at the penalty that predicts left-out folds best.
    private static func chosen(
        _ data: RegressionData, _ folds: CrossValidation, _ penalties: [Double],
        _ path: (RegressionData, [Double]) throws -> [LinearModel]
    ) throws -> LinearModel {
        let curve = try folds.curve { training, held in
            let left = data.subset(held)
            return try path(data.subset(training), penalties).map {
                try $0.meanSquaredError(left.inputs, left.targets)
            }
        }
        return try path(data, penalties)[curve.best]
    }
}

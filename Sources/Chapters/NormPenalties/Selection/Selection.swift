import DataSets
import Foundation
import Laboratory
import LinearModels

/// The lasso, ridge regression and least squares on data whose truth is known.
public struct Selection: Experiment {
    public init() {}

    public static let question = "Does the lasso find the features that matter, and does that help?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets of each problem", in: 2...10_000) public var replicates = 120
        @Parameter("examples of the coefficient paths", in: 20...10_000) public var examples = 60
        @Parameter("features of the coefficient paths", in: 1...19) public var features = 10
        @Parameter("features of the coefficient paths that matter", in: 0...19) public var support = 4
        @Parameter("standard deviation of the noise on the targets of the coefficient paths", in: 0...1_000) public
            var noise = 1.0
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.replicates = 500 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// For each problem one entry a data set.
        public var outcomes: [[SelectionOutcome]]
        public let paths: CoefficientPaths

        subscript(problem: SelectionProblem) -> [SelectionOutcome] {
            outcomes[SelectionProblem.allCases.firstIndex(of: problem) ?? 0]
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let outcomes = try await lab.map(
            "feature selection", over: SelectionProblem.allCases, replicates: parameters.replicates
        ) { problem, replicate, lab in
            var stream = lab.stream("selection \(problem.rawValue)", replicate)
            let family = problem.family
            let data = family.sample(20, using: &stream)
            let folds = try CrossValidation(5, of: data.count, using: &stream)
            let lasso = try Self.chosenLasso(data, folds)
            let excess = { (model: LinearModel) in family.risk(of: model) - family.noise * family.noise }
            let relevant = family.weights.indices.filter { family.weights[$0] != 0 }
            return SelectionOutcome(
                lasso: excess(lasso), ridge: excess(try Self.chosenRidge(data, folds)),
                leastSquares: excess(try Ridge(penalty: 0, fittingIntercept: true).fit(data.inputs, data.targets)),
                relevantKept: relevant.count { lasso.weights[$0] != 0 },
                irrelevantKept: family.weights.indices.count {
                    family.weights[$0] == 0 && lasso.weights[$0] != 0
                })
        }
        var stream = lab.stream("paths")
        return Results(outcomes: outcomes, paths: try CoefficientPaths(parameters, from: &stream))
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

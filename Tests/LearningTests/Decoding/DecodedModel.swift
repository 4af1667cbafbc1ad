import Foundation
import Learning

/// A kind of model that can be decoded and asked.
struct DecodedModel: Sendable, CustomStringConvertible {
    let name: String
    /// An honest model.
    let data: @Sendable () throws -> Data
    /// Decodes, and asks whatever comes out.
    let ask: @Sendable (Data) throws -> Void

    var description: String { name }

    private static let x: Matrix = {
        var numbers = ReferenceNumbers(seed: 13)
        return numbers.matrix(24, 3)
    }()
    private static let labelled = ClassificationData(inputs: x, labels: (0..<24).map { $0 * 5 % 7 % 3 }, classes: 3)
    private static let regression = RegressionData(inputs: x, targets: x.column(0))

    private static func model<Model: Codable & Sendable>(
        _ name: String, _ make: @escaping @Sendable () throws -> Model,
        ask: @escaping @Sendable (Model) throws -> Void
    ) -> DecodedModel {
        DecodedModel(
            name: name, data: { try JSONEncoder().encode(try make()) },
            ask: { try ask(try JSONDecoder().decode(Model.self, from: $0)) })
    }

    static let all: [DecodedModel] = [
        model("RegressionTree") {
            try RegressionTree(SortedFeatures(x), x.column(0), limits: TreeLimits(depth: 3))
        } ask: {
            _ = try $0.predictions(for: x)
        },
        model("ClassificationTree") {
            try ClassificationTree(SortedFeatures(x), labelled.labels, classes: 3, limits: TreeLimits(depth: 3))
        } ask: {
            _ = try $0.predictions(for: x)
            _ = try $0.shares(for: x)
        },
        model("BaggedRegressionTrees") {
            try BaggedRegressionTrees(
                regression, count: 3, limits: TreeLimits(depth: 2), stream: RandomStream(seed: 1), estimatingError: true
            )
        } ask: {
            _ = try $0.predictions(for: x, count: 2, threads: 2)
        },
        model("BaggedClassificationTrees") {
            try BaggedClassificationTrees(
                labelled, count: 3, limits: TreeLimits(depth: 2), stream: RandomStream(seed: 1), estimatingError: true)
        } ask: {
            _ = try $0.votes(for: x)
        },
        model("AdaBoost") {
            try AdaBoost(labelled, rounds: 3)
        } ask: {
            _ = try $0.predictions(for: x)
            _ = try $0.errorRates(on: labelled)
        },
        model("GaussianNaiveBayes") {
            try GaussianNaiveBayes(labelled)
        } ask: {
            _ = try $0.predictions(for: x)
        },
        model("LinearDiscriminant") {
            try LinearDiscriminant(labelled)
        } ask: {
            _ = try $0.classifier.predictions(for: x)
            _ = $0.covariance * $0.means.row(0)
        },
        model("LinearClassifier") {
            try LinearDiscriminant(labelled).classifier
        } ask: {
            _ = try $0.meanLogLoss(x, labelled.labels)
        },
        model("PrincipalComponents") {
            try PrincipalComponents(x, count: 2)
        } ask: {
            _ = try $0.reconstruct($0.project(x))
            _ = try $0.whiten(x)
        },
        model("Standardizer") {
            try Standardizer(fitting: x)
        } ask: {
            _ = try $0.apply(to: x)
        },
        model("LinearModel") {
            try Ridge(penalty: 1).fit(x, x.column(0))
        } ask: {
            _ = try $0.meanSquaredError(x, x.column(0))
        },
        model("LinearGaussian") {
            try LinearGaussian(features: 3, precision: 1, noiseVariance: 1).posterior(x, x.column(0))
        } ask: {
            _ = try $0.predictive(for: x)
            _ = try $0.logEvidence(x, x.column(0))
        },
        model("SingularValues") {
            try x.singularValues()
        } ask: {
            _ = $0.rank()
            if $0.left.rows == 24 { _ = $0.filtered(x.column(0)) { $0 } }
        },
        model("SymmetricEigen") {
            try x.gram.symmetricEigen()
        } ask: {
            _ = $0.vectors * $0.values
        },
        model("Matrix") {
            x
        } ask: {
            _ = $0.transposed * $0
        },
        model("RegressionData") {
            regression
        } ask: {
            _ = $0.subset(0..<$0.count)
        },
        model("ClassificationData") {
            labelled
        } ask: {
            _ = try GaussianNaiveBayes($0, smoothing: 1e-3)
        },
        model("CrossValidation") {
            var stream = RandomStream(seed: 1)
            return try CrossValidation(3, of: 24, using: &stream)
        } ask: { validation in
            _ = try validation.curve { training, held in [Double(training.count), Double(held.count)] }
        },
        model("ValidationCurve") {
            try ValidationCurve(losses: [[1, 2], [2, 1]], sizes: [3, 4])
        } ask: {
            _ = $0.losses[0][$0.best]
            _ = $0.losses[0][$0.simplestWithinOneStandardError]
        },
    ]
}

import Foundation
import Learning

/// The small random problems of Fixtures/reference.py, and what SciPy, scikit-learn and PyTorch say to them.
struct Reference: Decodable {
    struct Eigen: Decodable {
        let seed: Int
        let size: Int
        let values: [Double]
        let vector: [Double]
    }

    struct Singular: Decodable {
        let seed: Int
        let rows: Int
        let columns: Int
        let values: [Double]
        let vector: [Double]
        let solution: [Double]
    }

    /// Ridge, lasso and logistic problems.
    struct Linear: Decodable {
        let seed: Int
        let rows: Int
        let columns: Int
        let penalty: Double
        let l1Share: Double?
        let fitsIntercept: Bool?
        let weights: [Double]
        let intercept: Double
    }

    struct Softmax: Decodable {
        let seed: Int
        let rows: Int
        let columns: Int
        let penalty: Double
        let weights: [[Double]]
        let intercepts: [Double]
    }

    struct Tree: Decodable {
        let seed: Int
        let depth: Int
        let leaf: Double
        let predictions: [Double]
    }

    struct Bayes: Decodable {
        let seed: Int
        let probabilities: [[Double]]
        let impurity: Double
    }

    struct Adam: Decodable {
        let seed: Int
        let rows: Int
        let columns: Int
        let hidden: Int
        let weightDecay: Double
        let clipNorm: Double?
        /// After twenty steps.
        let parameters: [Double]
    }

    let eigen: [Eigen]
    let singular: [Singular]
    let ridge: [Linear]
    let lasso: [Linear]
    let logistic: [Linear]
    let softmax: [Softmax]
    let tree: [Tree]
    let bayes: [Bayes]
    let adam: [Adam]

    static func load() throws -> Reference {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures")
        return try JSONDecoder().decode(
            Reference.self, from: Data(contentsOf: folder.appendingPathComponent("reference.json")))
    }

    static func regression(_ seed: Int, _ rows: Int, _ columns: Int) -> RegressionData {
        var numbers = ReferenceNumbers(seed: seed)
        let x = numbers.matrix(rows, columns)
        let truth = numbers.vector(columns)
        let noise = numbers.vector(rows)
        return RegressionData(inputs: x, targets: zip(x * truth, noise).map { $0 * 3 + 1 + $1 })
    }

    static func labelled(_ seed: Int, _ rows: Int, _ columns: Int, _ classes: Int) -> ClassificationData {
        var numbers = ReferenceNumbers(seed: seed)
        let x = numbers.matrix(rows, columns)
        let w = numbers.matrix(columns, classes)
        let noise = numbers.matrix(rows, classes)
        return ClassificationData(inputs: x, labels: (x * w + 1.5 * noise).rowMaxima, classes: classes)
    }
}

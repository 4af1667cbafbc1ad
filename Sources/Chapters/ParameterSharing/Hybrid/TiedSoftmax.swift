import DataSets
import LinearAlgebra
import LinearModels
import Statistics

/// Softmax regression whose parameters are drawn toward those of another classifier: minimizes
/// −Σ log p(label) + ½ α ‖W − W⁰‖², offsets included.
struct TiedSoftmax {
    let alpha: Double
    /// W⁰.
    let center: LinearClassifier

    func fit(_ data: ClassificationData) throws -> LinearClassifier {
        let (features, classes) = (data.inputs.columns, data.classes)
        let x = data.inputs.appendingOnes
        let start = center.weights.elements + center.intercepts
        let minimum = try LBFGS(tolerance: 1e-4, maximumSteps: 2_000).minimize(from: start) { point in
            let scores = x * Matrix(rows: features + 1, columns: classes, elements: point)
            var errors = scores.rowSoftmax
            var value = 0.0
            for (row, label) in data.labels.enumerated() {
                value += scores.row(row).logSumExp - scores[row, label]
                errors[row, label] -= 1
            }
            let away = point.subtracting(start)
            let slope = x.transposedTimes(errors).elements.adding(away.scaled(by: alpha))
            return (value + 0.5 * alpha * away.dot(away), slope)
        }
        return LinearClassifier(
            weights: Matrix(rows: features, columns: classes, elements: Array(minimum.point[..<(features * classes)])),
            intercepts: Array(minimum.point[(features * classes)...]))
    }
}

extension LinearClassifier {
    /// All scores zero.
    static func zero(features: Int, classes: Int) -> LinearClassifier {
        LinearClassifier(
            weights: Matrix(rows: features, columns: classes), intercepts: Array(repeating: 0, count: classes))
    }

    /// The same answers with parameters that add up to zero over classes.
    var centered: LinearClassifier {
        let rows = (0..<weights.rows).map { weights.row($0) }
        return LinearClassifier(
            weights: Matrix(rows.map { row in row.map { $0 - row.mean } }),
            intercepts: intercepts.map { $0 - intercepts.mean })
    }
}

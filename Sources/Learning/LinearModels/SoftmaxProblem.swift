import DataSets
import Foundation
import LinearAlgebra

/// Softmax regression on columns that are centred and scaled so that the curvature along each is about 1.
struct SoftmaxProblem {
    private let x: Matrix
    private let labels: [Int]
    private let classes: Int
    private let means: [Double]
    private let units: [Double]
    /// The share of each example in the loss.
    private let shares: [Double]
    /// The weight decay of the scaled columns, for the mean loss.
    private let decay: [Double]

    /// - Throws: `LearningError.notFinite` when differences from a mean overflow.
    init(
        _ data: ClassificationData, weights: [Double]?, penalty: Double, scale: LossScale
    ) throws(LearningError) {
        let centred = data.inputs.centred(weights: weights)
        try centred.matrix.requireFinite("Deviation from the mean")
        let total = weights?.reduce(0, +) ?? Double(data.count)
        let strength = penalty * scale.penaltyFactor(examples: total) / total
        let sizes = centred.matrix.columnMagnitudes.map(\.powerOfTwo)
        let columns = centred.matrix.dividingColumns(by: sizes)
        let rows = Double(data.count)
        let variances = columns.mapped { $0 * $0 }.transposedTimes(Array(repeating: 1 / rows, count: data.count))
        // Curvatures: at most a quarter of the variance, and the decay.
        let roots = zip(sizes, variances).map { size, variance in
            (0.25 * variance + min(strength / size / size, 0x1p500)).squareRoot().powerOfTwo
        }
        x = columns.dividingColumns(by: roots)
        units = zip(sizes, roots).map { $0 * $1 }
        decay = zip(sizes, roots).map { min(strength / $0 / $0, 0x1p500) / $1 / $1 }
        means = centred.means
        labels = data.labels
        classes = data.classes
        shares = (weights ?? Array(repeating: 1, count: data.count)).map { $0 / total }
    }

    var start: [Double] { Array(repeating: 0, count: (x.columns + 1) * classes) }

    /// The mean loss with its decay, and the gradient.
    func objective(_ point: [Double]) -> (value: Double, gradient: [Double]) {
        let model = scaled(point)
        var errors = model.uncheckedScores(x)
        let loss = errors.softmaxLoss(labels, shares)
        var gradient = x.transposedTimes(errors).elements
        var value = loss
        for (place, weight) in model.weights.elements.enumerated() {
            let decay = decay[place / classes]
            gradient[place] += decay * weight
            value += 0.5 * decay * weight * weight
        }
        return (value, gradient + errors.transposedTimes(Array(repeating: 1, count: labels.count)))
    }

    /// The classifier for the caller's columns.
    func classifier(_ point: [Double]) -> LinearClassifier {
        let model = scaled(point)
        let weights = Matrix(rows: x.columns, columns: classes) { model.weights[$0, $1] / units[$0] }
        return LinearClassifier(
            weights: weights, intercepts: model.intercepts.subtracting(weights.transposedTimes(means)))
    }

    /// Whether the weights grow forever, told by the Newton step at the minimum as in `LogisticProblem.minimum`. Where it
    /// is long, a thousand times smaller gradient must bear it out.
    func isSeparable(_ minimum: LBFGS.Minimum, _ optimizer: LBFGS) throws(LearningError) -> Bool {
        if try hasShortNewtonStep(minimum.point) { return false }
        var closer = optimizer
        closer.tolerance /= 1000
        let next: LBFGS.Minimum
        do { next = try closer.minimize(from: minimum.point, objective) } catch {
            // Weights that grow forever may use up the steps.
            guard case .notConverged = error else { throw error }
            return true
        }
        return try !hasShortNewtonStep(next.point)
    }

    /// Whether a Newton step would change no difference between scores of an example by ½.
    private func hasShortNewtonStep(_ point: [Double]) throws(LearningError) -> Bool {
        let independent = try LeastSquares(x).independentColumns
        let design = x.selectingColumns(independent).appendingOnes
        let (width, others) = (design.columns, classes - 1)
        let probabilities = scaled(point).uncheckedScores(x).rowSoftmax
        // The first class's scores stay at zero: only differences between classes count.
        var hessian = Matrix(rows: width * others, columns: width * others)
        var gradient: [Double] = []
        for k in 0..<others {
            let errors = labels.indices.map { shares[$0] * (probabilities[$0, k + 1] - (labels[$0] == k + 1 ? 1 : 0)) }
            gradient += design.transposedTimes(errors)
            for l in 0...k {
                let curvatures = labels.indices.map { i in
                    let p = probabilities[i, k + 1]
                    return shares[i] * p * ((k == l ? 1 : 0) - probabilities[i, l + 1])
                }
                let block = design.transposedTimes(design.scalingRows(by: curvatures))
                for a in 0..<width {
                    for b in 0..<width {
                        hessian[k * width + a, l * width + b] = block[a, b]
                        hessian[l * width + b, k * width + a] = block[a, b]
                    }
                }
            }
        }
        let factorization = try LeastSquares(hessian)
        // Only examples of no doubt at all leave a direction without curvature.
        guard factorization.rank == width * others else { return false }
        let step = try factorization.solve(gradient, "The Hessian")
        let slopes = Matrix(rows: width, columns: classes) { $1 == 0 ? 0 : step[($1 - 1) * width + $0] }
        let changes = design * slopes
        return labels.indices.allSatisfy { i in
            shares[i] == 0 || (0..<classes).allSatisfy { abs(changes[i, labels[i]] - changes[i, $0]) < 0.5 }
        }
    }

    private func scaled(_ point: [Double]) -> LinearClassifier {
        let size = x.columns * classes
        return LinearClassifier(
            weights: Matrix(rows: x.columns, columns: classes, elements: Array(point[..<size])),
            intercepts: Array(point[size...]))
    }
}

extension Matrix {
    /// Turns scores into the derivatives of the loss by them, row by row, and gives the loss Σ shareᵢ · −log p(labelᵢ).
    fileprivate mutating func softmaxLoss(_ labels: [Int], _ shares: [Double]) -> Double {
        let columns = columns
        var loss = 0.0
        withUnsafeMutableElements { entries in
            for (i, label) in labels.enumerated() {
                let row = i * columns..<(i + 1) * columns
                var largest = -Double.infinity
                for place in row { largest = max(largest, entries[place]) }
                let target = entries[row.lowerBound + label]
                var total = 0.0
                for place in row {
                    entries[place] = exp(entries[place] - largest)
                    total += entries[place]
                }
                for place in row { entries[place] *= shares[i] / total }
                entries[row.lowerBound + label] -= shares[i]
                loss += shares[i] * (log(total) + (largest - target))
            }
        }
        return loss
    }
}

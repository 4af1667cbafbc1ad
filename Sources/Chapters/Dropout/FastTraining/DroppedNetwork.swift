import DataSets
import Foundation
import LinearAlgebra
import Statistics

/// One hidden layer of rectifiers with dropout on inputs and hidden units, keep-probability ½, and one logistic output.
///
/// Averaged out, each sum that masks disturb is taken for a normal variable: a rectifier of a normal sum has a mean and a second
/// moment in closed form, and their gradients, too.
package struct DroppedNetwork: DroppedModel {
    private static let keep = 0.5
    private let inputs: Matrix
    /// 1 for an eight, −1 for a three.
    private let signs: [Double]
    package let start: [Matrix]

    /// - Parameter stream: decides the first weights.
    package init(_ images: LabelledImages, units: Int, _ stream: RandomStream) {
        inputs = Matrix(
            rows: images.count, columns: images.side * images.side, elements: images.pixels.map(Double.init))
        signs = images.labels.map { $0 == 8 ? 1 : -1 }
        var stream = stream.split("weights")
        let scales = [0.1, (1 / Double(units)).squareRoot()]
        start = [
            Matrix(
                rows: inputs.columns, columns: units,
                elements: stream.normals(inputs.columns * units).scaled(by: scales[0])),
            Matrix(rows: 1, columns: units),
            Matrix(rows: units, columns: 1, elements: stream.normals(units).scaled(by: scales[1])),
            Matrix(rows: 1, columns: 1),
        ]
    }

    var count: Int { inputs.rows }

    func moved(_ weights: [Matrix], by rate: Double, along gradient: [Matrix]) -> [Matrix] {
        zip(weights, gradient).map { $0 - rate * $1 }
    }

    /// What normal sums make of rectifiers and of the output, for each row.
    private struct Moments {
        /// Rows × units: the sums' variances, the chance that they are positive, their densities at zero, and the rectifiers'
        /// means and second moments.
        let variances: Matrix
        let chances: Matrix
        let densities: Matrix
        let means: Matrix
        let squares: Matrix
        let outputs: [Double]
        let outputVariances: [Double]

        init(_ x: Matrix, _ weights: [Matrix]) {
            let spread = (1 - DroppedNetwork.keep) / DroppedNetwork.keep
            let sums = (x * weights[0]).subtractingFromRows(weights[1].elements.scaled(by: -1))
            let variances = (x.mapped { $0 * $0 } * weights[0].mapped { $0 * $0 }).mapped { spread * $0 + 1e-12 }
            func each(_ value: (Double, Double) -> Double) -> Matrix {
                Matrix(
                    rows: sums.rows, columns: sums.columns,
                    elements: zip(sums.elements, variances.elements).map { value($0, $1) })
            }
            let chances = each { 0.5 * erfc(-$0 / (2 * $1).squareRoot()) }
            let densities = each { exp(-$0 * $0 / (2 * $1)) / (2 * .pi * $1).squareRoot() }
            func rectified(_ value: (Int) -> Double) -> Matrix {
                Matrix(rows: sums.rows, columns: sums.columns, elements: sums.elements.indices.map(value))
            }
            let means = rectified {
                sums.elements[$0] * chances.elements[$0] + variances.elements[$0] * densities.elements[$0]
            }
            let squares = rectified {
                let (sum, variance) = (sums.elements[$0], variances.elements[$0])
                return (sum * sum + variance) * chances.elements[$0] + sum * variance * densities.elements[$0]
            }
            let upper = weights[2].elements
            outputs = (means * upper).map { $0 + weights[3].elements[0] }
            let own = rectified { squares.elements[$0] / DroppedNetwork.keep - means.elements[$0] * means.elements[$0] }
            outputVariances = own * upper.map { $0 * $0 }
            (self.variances, self.chances, self.densities) = (variances, chances, densities)
            (self.means, self.squares) = (means, squares)
        }
    }

    package func averagedGradient(_ weights: [Matrix], _ rows: [Int]) -> [Matrix] {
        let x = inputs.selectingRows(rows)
        let moments = Moments(x, weights)
        let share = 1 / Double(rows.count)
        let byMean = rows.indices.map { place in
            share
                * NormalQuadrature.mean(moments.outputs[place], variance: moments.outputVariances[place]) {
                    -signs[rows[place]] * sigmoid(-signs[rows[place]] * $0)
                }
        }
        let byVariance = rows.indices.map { place in
            0.5 * share
                * NormalQuadrature.mean(moments.outputs[place], variance: moments.outputVariances[place]) {
                    sigmoid($0) * sigmoid(-$0)
                }
        }
        let upper = weights[2].elements
        // With respect to each unit's mean and second moment, then to its sum's mean and variance.
        func each(_ value: (_ row: Int, _ unit: Int) -> Double) -> Matrix {
            Matrix(rows: rows.count, columns: upper.count) { value($0, $1) }
        }
        let ofMean = each {
            byMean[$0] * upper[$1] - 2 * byVariance[$0] * upper[$1] * upper[$1] * moments.means[$0, $1]
        }
        let ofSquare = each { row, unit in byVariance[row] * upper[unit] * upper[unit] / Self.keep }
        let ofSum = each { ofMean[$0, $1] * moments.chances[$0, $1] + 2 * ofSquare[$0, $1] * moments.means[$0, $1] }
        let ofVariance = each {
            0.5 * ofMean[$0, $1] * moments.densities[$0, $1] + ofSquare[$0, $1] * moments.chances[$0, $1]
        }
        let spread = (1 - Self.keep) / Self.keep
        let throughVariance = x.mapped { $0 * $0 }.transposedTimes(ofVariance)
        let first = x.transposedTimes(ofSum)
        let own = each { moments.squares[$0, $1] / Self.keep - moments.means[$0, $1] * moments.means[$0, $1] }
        return [
            Matrix(rows: first.rows, columns: first.columns) {
                first[$0, $1] + 2 * spread * throughVariance[$0, $1] * weights[0][$0, $1]
            },
            ofSum.columnSums,
            Matrix(
                rows: upper.count, columns: 1,
                elements: upper.indices.map { unit in
                    rows.indices.reduce(0) { sum, row in
                        sum + byMean[row] * moments.means[row, unit] + 2 * byVariance[row] * upper[unit]
                            * own[row, unit]
                    }
                }),
            Matrix(rows: 1, columns: 1, elements: [byMean.reduce(0, +)]),
        ]
    }

    func randomGradient(_ weights: [Matrix], _ rows: [Int], _ masks: inout RandomStream) -> [Matrix] {
        let x = inputs.selectingRows(rows).dropped(Self.keep, &masks)
        let sums = hidden(x, weights)
        let mask = Matrix(rows: sums.rows, columns: sums.columns, repeating: 1).dropped(Self.keep, &masks)
        let h = Matrix(rows: sums.rows, columns: sums.columns) { mask[$0, $1] * max(sums[$0, $1], 0) }
        let outputs = (h * weights[2].elements).map { $0 + weights[3].elements[0] }
        let errors = rows.indices.map {
            -signs[rows[$0]] * sigmoid(-signs[rows[$0]] * outputs[$0]) / Double(rows.count)
        }
        let delta = Matrix(rows: sums.rows, columns: sums.columns) {
            sums[$0, $1] > 0 ? errors[$0] * weights[2].elements[$1] * mask[$0, $1] : 0
        }
        return [
            x.transposedTimes(delta), delta.columnSums,
            Matrix(rows: h.columns, columns: 1, elements: h.transposedTimes(errors)),
            Matrix(rows: 1, columns: 1, elements: [errors.reduce(0, +)]),
        ]
    }

    private func hidden(_ x: Matrix, _ weights: [Matrix]) -> Matrix {
        (x * weights[0]).subtractingFromRows(weights[1].elements.scaled(by: -1))
    }

    private func outputs(_ h: Matrix, _ weights: [Matrix]) -> [Double] {
        (h * weights[2].elements).map { $0 + weights[3].elements[0] }
    }

    package func objective(_ weights: [Matrix]) -> Double {
        let moments = Moments(inputs, weights)
        return signs.indices.map { row in
            NormalQuadrature.mean(moments.outputs[row], variance: moments.outputVariances[row]) {
                softplus(-signs[row] * $0)
            }
        }.mean
    }

    /// The images with a mask each, and the factors of the hidden units.
    struct MaskedRound {
        let images: Matrix
        let factors: Matrix
    }

    func masked(_ rounds: Int, _ start: RandomStream) -> [MaskedRound] {
        var stream = start
        return (0..<rounds).map { _ in
            MaskedRound(
                images: inputs.dropped(Self.keep, &stream),
                factors: Matrix(rows: count, columns: self.start[0].columns, repeating: 1).dropped(Self.keep, &stream))
        }
    }

    func objective(_ weights: [Matrix], of images: [MaskedRound]) -> Double {
        images.map { round in
            let sums = hidden(round.images, weights)
            let h = Matrix(rows: sums.rows, columns: sums.columns) {
                round.factors[$0, $1] * max(sums[$0, $1], 0)
            }
            return zip(signs, outputs(h, weights)).map { softplus(-$0 * $1) }.mean
        }.mean
    }

    func error(_ weights: [Matrix]) -> Double {
        let answers = outputs(hidden(inputs, weights).mapped { max($0, 0) }, weights)
        return Double(zip(signs, answers).count { $0 * $1 <= 0 }) / Double(count)
    }
}

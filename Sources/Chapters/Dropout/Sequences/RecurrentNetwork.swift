import Foundation
import LinearAlgebra
import LinearModels

/// A recurrent network of tanh units that reads one line of an image at a time and names the digit after the last, with
/// dropout on what enters and leaves the recurrent layer and none within it.
package struct RecurrentNetwork {
    /// Inputs × units, units × units, 1 × units, units × classes, 1 × classes.
    private var parameters: [Matrix]
    private var velocity: [Matrix]

    package init(inputs: Int, units: Int, classes: Int, from stream: inout RandomStream) {
        func normal(_ rows: Int, _ columns: Int) -> Matrix {
            let scale = 1 / Double(rows).squareRoot()
            return Matrix(rows: rows, columns: columns, elements: stream.normals(rows * columns).scaled(by: scale))
        }
        parameters = [
            normal(inputs, units), normal(units, units), Matrix(rows: 1, columns: units), normal(units, classes),
            Matrix(rows: 1, columns: classes),
        ]
        velocity = parameters.map { Matrix(rows: $0.rows, columns: $0.columns) }
    }

    /// The states after each line, zeros first, and the lines as the masks left them.
    private func states(_ lines: [Matrix]) -> [Matrix] {
        var states = [Matrix(rows: lines[0].rows, columns: parameters[1].rows)]
        for line in lines {
            let sums = line * parameters[0] + states[states.count - 1] * parameters[1]
            states.append(sums.subtractingFromRows(parameters[2].elements.scaled(by: -1)).mapped { tanh($0) })
        }
        return states
    }

    private func logits(_ state: Matrix) -> Matrix {
        (state * parameters[3]).subtractingFromRows(parameters[4].elements.scaled(by: -1))
    }

    /// The class of each image, without dropout.
    package func predictions(_ lines: [Matrix]) -> [Int] {
        logits(states(lines)[lines.count]).rowMaxima
    }

    /// One step of gradient descent with momentum 0.9 by backpropagation through time; long gradients are cut to length 1.
    package mutating func train(
        _ lines: [Matrix], _ labels: [Int], rate: Double, keepInput: Double, keepOutput: Double,
        _ stream: inout RandomStream
    ) {
        let seen = lines.map { $0.times($0.mask(keepInput, &stream)) }
        let states = states(seen)
        let last = states[lines.count]
        let mask = last.mask(keepOutput, &stream)
        var errors = logits(last.times(mask)).rowSoftmax
        for (row, label) in labels.enumerated() { errors[row, label] -= 1 }
        errors = (1 / Double(labels.count)) * errors
        var gradients = parameters.map { Matrix(rows: $0.rows, columns: $0.columns) }
        gradients[3] = last.times(mask).transposedTimes(errors)
        gradients[4] = errors.columnSums
        var delta = errors.timesTransposed(parameters[3]).times(mask)
        for step in stride(from: lines.count, to: 0, by: -1) {
            delta = delta.times(states[step].mapped { 1 - $0 * $0 })
            gradients[0] = gradients[0] + seen[step - 1].transposedTimes(delta)
            gradients[1] = gradients[1] + states[step - 1].transposedTimes(delta)
            gradients[2] = gradients[2] + delta.columnSums
            delta = delta.timesTransposed(parameters[1])
        }
        let length = gradients.reduce(0) { $0 + $1.elements.dot($1.elements) }.squareRoot()
        let scale = length > 1 ? 1 / length : 1
        for place in parameters.indices {
            velocity[place] = 0.9 * velocity[place] + scale * gradients[place]
            parameters[place] = parameters[place] - rate * velocity[place]
        }
    }
}

extension Matrix {
    /// The product entry by entry.
    fileprivate func times(_ other: Matrix) -> Matrix {
        Matrix(rows: rows, columns: columns, elements: zip(elements, other.elements).map { $0 * $1 })
    }

    /// 1/keep with probability `keep`, else 0, in this matrix' shape.
    fileprivate func mask(_ keep: Double, _ stream: inout RandomStream) -> Matrix {
        Matrix(rows: rows, columns: columns, elements: elements.map { _ in stream.uniform() < keep ? 1 / keep : 0 })
    }
}

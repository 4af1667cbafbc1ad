import Foundation
import LinearAlgebra

/// A recurrent network of tanh units that reads one number at a time and answers with one after the last.
package struct SequenceNetwork {
    package let units: Int
    /// Of each unit in turn its input weight, its offset and its weights from all units; then the output's weights and offset.
    package var parameters: [Double]

    package init(units: Int, from stream: inout RandomStream) {
        self.units = units
        let scale = 1 / Double(units).squareRoot()
        parameters = (0..<units).flatMap { _ in [stream.normal(), 0] + stream.normals(units).scaled(by: scale) }
        parameters += stream.normals(units).scaled(by: scale) + [0]
    }

    private var output: Int { units * (units + 2) }

    /// The units' outputs after each number, zeros first.
    private func states(_ sequence: [Double]) -> [[Double]] {
        var states = [[Double](repeating: 0, count: units)]
        for number in sequence {
            let last = states[states.count - 1]
            states.append(
                (0..<units).map { unit in
                    let start = unit * (units + 2)
                    var sum = parameters[start] * number + parameters[start + 1]
                    for other in 0..<units { sum += parameters[start + 2 + other] * last[other] }
                    return tanh(sum)
                })
        }
        return states
    }

    private func answer(_ state: [Double]) -> Double {
        (0..<units).reduce(parameters[output + units]) { $0 + parameters[output + $1] * state[$1] }
    }

    /// The mean squared error.
    package func error(on data: [Example]) -> Double {
        data.reduce(0) { sum, example in
            let miss = answer(states(example.numbers)[example.numbers.count]) - example.target
            return sum + miss * miss
        } / Double(data.count)
    }

    /// The gradient of the mean squared error, by backpropagation through time.
    package func gradient(on data: [Example]) -> [Double] {
        var gradient = [Double](repeating: 0, count: parameters.count)
        for example in data {
            let states = states(example.numbers)
            let last = states[example.numbers.count]
            let slope = 2 * (answer(last) - example.target) / Double(data.count)
            for unit in 0..<units { gradient[output + unit] += slope * last[unit] }
            gradient[output + units] += slope
            var above = (0..<units).map { slope * parameters[output + $0] }
            for step in stride(from: example.numbers.count, to: 0, by: -1) {
                var below = [Double](repeating: 0, count: units)
                for unit in 0..<units {
                    let start = unit * (units + 2)
                    let delta = above[unit] * (1 - states[step][unit] * states[step][unit])
                    gradient[start] += delta * example.numbers[step - 1]
                    gradient[start + 1] += delta
                    for other in 0..<units {
                        gradient[start + 2 + other] += delta * states[step - 1][other]
                        below[other] += delta * parameters[start + 2 + other]
                    }
                }
                above = below
            }
        }
        return gradient
    }

    /// Numbers, and what a network shall answer after the last.
    package struct Example: Sendable {
        package let numbers: [Double]
        package let target: Double

        /// Standard normal numbers; the target forgets each of them at the same rate, and is noisy.
        package init(length: Int, from stream: inout RandomStream) {
            numbers = stream.normals(length)
            target = numbers.reduce(0) { 0.7 * $0 + sin(2 * $1) } + 0.3 * stream.normal()
        }
    }
}

import Foundation
import LinearAlgebra

/// ŷ(x) = c + Σⱼ aⱼ tanh(wⱼᵀx + bⱼ), with all its first and second derivatives written out.
package struct TanhNetwork: Sendable {
    package let inputs: Int
    package let units: Int
    /// For each unit a, w and b in this order; c last.
    package var parameters: [Double]

    /// Standard normal parameters.
    package init(inputs: Int, units: Int, from stream: inout RandomStream) {
        self.inputs = inputs
        self.units = units
        parameters = stream.normals(units * (inputs + 2) + 1)
    }

    /// The same network with `epsilon` added to its parameters.
    package func perturbed(by epsilon: [Double]) -> TanhNetwork {
        var network = self
        for index in epsilon.indices { network.parameters[index] += epsilon[index] }
        return network
    }

    package func value(at x: [Double]) -> Double {
        var total = parameters[parameters.count - 1]
        for unit in 0..<units { total += outgoing(unit) * tanh(sum(unit, x)) }
        return total
    }

    /// ∇ₓŷ.
    package func inputGradient(at x: [Double]) -> [Double] {
        var gradient = [Double](repeating: 0, count: inputs)
        for unit in 0..<units {
            let slope = outgoing(unit) * derivatives(unit, x).first
            for k in 0..<inputs { gradient[k] += slope * incoming(unit, k) }
        }
        return gradient
    }

    /// ∇ₓ²ŷ.
    package func inputHessian(at x: [Double]) -> Matrix {
        var hessian = Matrix(rows: inputs, columns: inputs)
        for unit in 0..<units {
            let bend = outgoing(unit) * derivatives(unit, x).second
            for k in 0..<inputs {
                for l in 0..<inputs { hessian[k, l] += bend * incoming(unit, k) * incoming(unit, l) }
            }
        }
        return hessian
    }

    /// ∇ŷ by the parameters.
    package func weightGradient(at x: [Double]) -> [Double] {
        let extended = x + [1]
        return (0..<units).flatMap { unit in
            [tanh(sum(unit, x))] + extended.map { outgoing(unit) * derivatives(unit, x).first * $0 }
        } + [1]
    }

    /// ∇²ŷ by the parameters: one block a unit, nothing between units.
    package func weightHessian(at x: [Double]) -> Matrix {
        let extended = x + [1]
        var hessian = Matrix(rows: parameters.count, columns: parameters.count)
        for unit in 0..<units {
            let start = unit * (inputs + 2)
            let (first, second) = derivatives(unit, x)
            for k in extended.indices {
                hessian[start, start + 1 + k] = first * extended[k]
                hessian[start + 1 + k, start] = first * extended[k]
                for l in extended.indices {
                    hessian[start + 1 + k, start + 1 + l] = outgoing(unit) * second * extended[k] * extended[l]
                }
            }
        }
        return hessian
    }

    private func outgoing(_ unit: Int) -> Double { parameters[unit * (inputs + 2)] }

    private func incoming(_ unit: Int, _ input: Int) -> Double { parameters[unit * (inputs + 2) + 1 + input] }

    private func sum(_ unit: Int, _ x: [Double]) -> Double {
        var sum = incoming(unit, inputs)
        for k in 0..<inputs { sum += incoming(unit, k) * x[k] }
        return sum
    }

    /// tanh′ and tanh″ where the unit stands.
    private func derivatives(_ unit: Int, _ x: [Double]) -> (first: Double, second: Double) {
        let t = tanh(sum(unit, x))
        return (1 - t * t, -2 * t * (1 - t * t))
    }
}

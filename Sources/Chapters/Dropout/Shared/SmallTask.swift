import Foundation
import LinearAlgebra
import Networks

/// Two classes of normal inputs that no line separates, and a network with dropout on its inputs and hidden units.
struct SmallTask {
    static let inputs = 5
    static let units = 5
    static let keep = 0.5
    private let kind: UnitKind
    private let network: Network
    private let parameters: NetworkParameters<Double>
    private let test: Examples<Double>

    init(_ stream: RandomStream, _ kind: UnitKind) throws {
        self.kind = kind
        network = try Network(input: .vector(Self.inputs)) {
            Dropout(keep: Self.keep)
            kind.layer(units: Self.units, pieces: 2)
            Dropout(keep: Self.keep)
            Dense(units: 2)
        }
        var data = stream.split("data")
        let training = Self.sample(200, from: &data)
        test = Self.sample(40, from: &data)
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.1, momentum: 0.5), on: training, stream: stream.split("training"))
        var state = trainer.start()
        try trainer.train(&state, steps: 400)
        parameters = state.parameters
    }

    static func sample(_ count: Int, from stream: inout RandomStream) -> Examples<Double> {
        let x = stream.normals(count * inputs)
        let labels = (0..<count).map { row in
            let at = row * inputs
            return 2 * x[at] + x[at + 1] * x[at + 2] + x[at + 3] > 0 ? 1 : 0
        }
        return Examples(shape: .vector(inputs), inputs: x, targets: .labels(labels))
    }

    func divergences(_ equations: Equations) throws -> EnsembleDivergences {
        let exact = try EnsemblePrediction(enumerating: network, parameters, on: test.inputs)
        let scaled = try Prediction(network, parameters).probabilities(test.inputs)
        let fast = kind == .maxout ? scaled : fastAverages(equations)
        return EnsembleDivergences(
            geometric: divergence(exact.geometric, scaled), arithmetic: divergence(exact.arithmetic, scaled),
            fast: divergence(exact.arithmetic, fast))
    }

    private func divergence(_ p: [Double], _ q: [Double]) -> Double {
        zip(p, q).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) } / Double(test.count)
    }

    // snippet.fast-dropout
    /// Each sum that masks disturb is taken for a normal variable of the same mean and variance, layer by layer.
    private func fastAverages(_ equations: Equations) -> [Double] {
        let first = Matrix(rows: Self.inputs, columns: Self.units, elements: parameters[block: 0])
        let second = Matrix(rows: Self.units, columns: 2, elements: parameters[block: 2])
        let (offsets, last) = (parameters[block: 1], parameters[block: 3])
        return (0..<test.count).flatMap { row in
            let x = Array(test.inputs[row * Self.inputs..<(row + 1) * Self.inputs])
            let sums = first.transposedTimes(x).adding(offsets)
            // The difference of the two logits.
            var (mean, variance) = (last[1] - last[0], 0.0)
            for unit in 0..<Self.units {
                let products = zip(x, first.column(unit)).map { $0 * $1 / Self.keep }
                let spread = equations.sumVariance(Self.keep, products)
                let value = NormalQuadrature.mean(sums[unit], variance: spread) { kind.value($0) }
                let square = NormalQuadrature.mean(sums[unit], variance: spread) { kind.value($0) * kind.value($0) }
                let weight = second[unit, 1] - second[unit, 0]
                mean += weight * value
                variance += weight * weight * (square / Self.keep - value * value)
            }
            let share = NormalQuadrature.mean(mean, variance: variance, of: sigmoid)
            return [1 - share, share]
        }
    }
    // snippet.end
}

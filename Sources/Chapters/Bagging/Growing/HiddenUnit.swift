import Foundation
import LinearAlgebra

/// A hidden unit with its weight to the output: x ↦ a·tanh(wᵀx + b).
struct HiddenUnit {
    private var weights: [Double]
    private var offset: Double
    private var scale = 0.0

    /// Fits to `targets` by descent on the squared error from the best of twenty random units; a is the least-squares one
    /// at every step, so that the unit never makes things worse than none.
    init(fitting targets: [Double], _ inputs: Matrix, stream: RandomStream) {
        var stream = stream
        let candidates = (0..<20).map { _ in
            var unit = HiddenUnit(weights: stream.normals(inputs.columns).scaled(by: 0.5), offset: stream.normal())
            unit.fitScale(to: targets, inputs)
            return (unit, unit.error(targets, inputs))
        }
        self = candidates.min { $0.1 < $1.1 }?.0 ?? candidates[0].0
        var best = (unit: self, error: error(targets, inputs))
        var rate = 0.5
        for _ in 0..<60 {
            var moved = best.unit
            moved.step(targets, inputs, rate: rate)
            moved.fitScale(to: targets, inputs)
            let error = moved.error(targets, inputs)
            if error < best.error {
                best = (moved, error)
                rate *= 1.2
            } else {
                rate /= 2
            }
        }
        self = best.unit
    }

    private init(weights: [Double], offset: Double) {
        self.weights = weights
        self.offset = offset
    }

    func outputs(for inputs: Matrix) -> [Double] { activities(for: inputs).scaled(by: scale) }

    private func activities(for inputs: Matrix) -> [Double] { (inputs * weights).map { tanh($0 + offset) } }

    private func error(_ targets: [Double], _ inputs: Matrix) -> Double {
        let residual = outputs(for: inputs).subtracting(targets)
        return residual.dot(residual) / Double(targets.count)
    }

    private mutating func fitScale(to targets: [Double], _ inputs: Matrix) {
        let activities = activities(for: inputs)
        scale = activities.dot(targets) / max(activities.dot(activities), 1e-12)
    }

    /// A step down the gradient by w and b, of the length that `rate` says.
    private mutating func step(_ targets: [Double], _ inputs: Matrix, rate: Double) {
        let activities = activities(for: inputs)
        let deltas = zip(activities, targets).map { activity, target in
            (scale * activity - target) * scale * (1 - activity * activity)
        }
        let gradient = inputs.transposedTimes(deltas)
        let total = deltas.reduce(0, +)
        let norm = max((gradient.dot(gradient) + total * total).squareRoot(), 1e-12)
        weights = weights.subtracting(gradient.scaled(by: rate / norm))
        offset -= rate * total / norm
    }
}

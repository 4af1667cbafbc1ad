import Foundation
import Learning
import Notebook

/// Networks that grow by one hidden unit at a time, each fitted to what the others leave; and units fitted to bootstrap
/// resamples and averaged.
public struct GrowingNetworks: Codable, Sendable {
    /// Mean squared errors after each unit, one curve a training set.
    public var grownTraining: [[Double]]
    public var grownTest: [[Double]]
    public var baggedTraining: [[Double]]
    public var baggedTest: [[Double]]

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> GrowingNetworks {
        let items = (0..<parameters.boostingReplicates).map {
            GrowingItem(replicate: $0, units: parameters.grownUnits, testExamples: parameters.treeTestExamples)
        }
        let curves = try await lab.map("growing networks", over: items) { item, lab in try item.curves(in: lab) }
        return GrowingNetworks(
            grownTraining: curves.map { $0[0] }, grownTest: curves.map { $0[1] },
            baggedTraining: curves.map { $0[2] }, baggedTest: curves.map { $0[3] })
    }
}

/// One training set.
struct GrowingItem: Codable, Sendable {
    let replicate: Int
    let units: Int
    let testExamples: Int

    /// Errors of the grown network on training and fresh examples, then those of averaged units.
    func curves(in lab: Lab) throws -> [[Double]] {
        let stream = lab.stream("growing", replicate)
        var (drawing, fresh) = (stream.split("training"), stream.split("test"))
        let data = FriedmanFamily.one.sample(100, using: &drawing)
        let test = FriedmanFamily.one.sample(testExamples, using: &fresh)
        let scale = try Standardizer(fitting: data.inputs)
        let inputs = try [scale.apply(to: data.inputs), scale.apply(to: test.inputs)]
        let targets = [data.targets, test.targets]
        var answers = inputs.map { [Double](repeating: data.targets.mean, count: $0.rows) }
        var sums = inputs.map { [Double](repeating: 0, count: $0.rows) }
        var curves = [[Double]](repeating: [], count: 4)
        for place in 0..<units {
            let residual = targets[0].subtracting(answers[0])
            let unit = HiddenUnit(fitting: residual, inputs[0], stream: stream.split("unit", place))
            var resampling = stream.split("resample", place)
            let resample = resampling.bootstrap(data.count)
            let mean = resample.map { data.targets[$0] }.mean
            let bagged = HiddenUnit(
                fitting: resample.map { data.targets[$0] - mean }, inputs[0].selectingRows(resample),
                stream: stream.split("bagged unit", place))
            for set in 0..<2 {
                answers[set] = answers[set].adding(unit.outputs(for: inputs[set]))
                sums[set] = sums[set].adding(bagged.outputs(for: inputs[set]).map { $0 + mean })
                curves[set].append(Self.error(answers[set], targets[set]))
                curves[2 + set].append(Self.error(sums[set].scaled(by: 1 / Double(place + 1)), targets[set]))
            }
        }
        return curves
    }

    private static func error(_ answers: [Double], _ targets: [Double]) -> Double {
        let residual = answers.subtracting(targets)
        return residual.dot(residual) / Double(targets.count)
    }
}

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

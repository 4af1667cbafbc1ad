import Learning
import Notebook

extension GraphMeasurements {
    private static let inputs = 6

    static func measure(in lab: Lab, equations: Equations) -> GraphMeasurements {
        var stream = lab.stream("graph")
        let network = SharedTrunk(
            inputs: inputs, shared: 5, units: 3, slope: equations.slope, stream: lab.stream("graph parameters"))
        let x = stream.normals(inputs)
        let y = stream.normals(2)
        let gradients = SharedTrunk.Target.allCases.map { network.gradient($0, x: x, y: y) }
        var differenceError = 0.0
        var pooledError = 0.0
        for group in SharedTrunk.Group.allCases {
            let slopes = SharedTrunk.Target.allCases.map { target in
                network.differences(of: group) { $0.loss(target, x: x, y: y) }
            }
            for (gradient, slope) in zip(gradients, slopes) {
                guard let matrix = gradient[group] else { continue }
                differenceError = max(differenceError, matrix.elements.subtracting(slope).largestMagnitude)
            }
            let both = network.differences(of: group) { network in
                network.loss(.firstTask, x: x, y: y) + network.loss(.secondTask, x: x, y: y)
            }
            let pooled = zip(gradients[0][group]?.elements ?? [], gradients[1][group]?.elements ?? []).map {
                equations.pooledGradient($0, $1)
            }
            pooledError = max(pooledError, pooled.subtracting(both).largestMagnitude)
        }
        return GraphMeasurements(
            groups: SharedTrunk.Group.allCases.map(\.rawValue),
            norms: SharedTrunk.Group.allCases.map { group in
                gradients.map { $0[group]?.frobeniusNorm ?? .nan }
            },
            differenceError: differenceError, pooledError: pooledError)
    }
}

extension SharedTrunk {
    /// Central differences of `loss` by the parameters of one group.
    fileprivate func differences(of group: Group, _ loss: (SharedTrunk) -> Double) -> [Double] {
        let step = 1e-5
        guard let matrix = parameters[group] else { return [] }
        return matrix.elements.indices.map { place in
            let ends = [step, -step].map { side in
                var moved = self
                var elements = matrix.elements
                elements[place] += side
                moved.parameters[group] = Matrix(rows: matrix.rows, columns: matrix.columns, elements: elements)
                return loss(moved)
            }
            return (ends[0] - ends[1]) / (2 * step)
        }
    }
}

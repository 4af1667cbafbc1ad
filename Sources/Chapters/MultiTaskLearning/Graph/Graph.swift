import Laboratory
import LinearAlgebra

/// Which parameters of Figure 7.6 hear of which loss.
public struct Graph: Experiment {
    /// The formulas that are held against differences.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Which parameters does a task's loss move?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The groups of parameters, from the trunk upwards.
        public let groups: [String]
        /// Norms of the gradient, one row a group; columns are the losses of task 1, of task 2, and of the input's
        /// reconstruction.
        public var norms: [[Double]]
        /// The largest distance of a derivative from its central difference, among all.
        public var differenceError: Double
        /// The same for the two tasks together.
        public var pooledError: Double

        /// Whether a path of the figure leads from a group of parameters to the loss of a column of `norms`.
        static func hasPath(_ group: SharedTrunk.Group, to loss: Int) -> Bool {
            switch group {
            case .trunk: true
            case .first: loss != 1
            case .second: loss != 0
            case .third, .reconstruction: loss == 2
            case .firstOutput: loss == 0
            case .secondOutput: loss == 1
            }
        }

        private func norms(withPath wanted: Bool) -> [Double] {
            zip(SharedTrunk.Group.allCases, norms).flatMap { group, row in
                row.indices.filter { Results.hasPath(group, to: $0) == wanted }.map { row[$0] }
            }
        }

        var withoutPath: Double { norms(withPath: false).max() ?? .nan }
        var withPath: Double { norms(withPath: true).min() ?? .nan }
    }

    private static let inputs = 6

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("graph")
        let network = SharedTrunk(
            inputs: Self.inputs, shared: 5, units: 3, slope: equations.slope, stream: lab.stream("graph parameters"))
        let x = stream.normals(Self.inputs)
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
                differenceError = .worse(differenceError, matrix.elements.subtracting(slope).largestMagnitude)
            }
            let both = network.differences(of: group) { network in
                network.loss(.firstTask, x: x, y: y) + network.loss(.secondTask, x: x, y: y)
            }
            let pooled = zip(gradients[0][group]?.elements ?? [], gradients[1][group]?.elements ?? []).map {
                equations.pooledGradient($0, $1)
            }
            pooledError = .worse(pooledError, pooled.subtracting(both).largestMagnitude)
        }
        return Results(
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
        guard let matrix = parameters[group] else { return [] }
        return matrix.elements.centralDifferences { elements in
            var moved = self
            moved.parameters[group] = Matrix(rows: matrix.rows, columns: matrix.columns, elements: elements)
            return loss(moved)
        }
    }
}

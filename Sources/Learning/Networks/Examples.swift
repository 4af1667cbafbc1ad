import DataSets
import LinearAlgebra

/// Inputs with what a network should answer: one row an example.
public struct Examples<Scalar: NetworkScalar>: Sendable, Equatable {
    public enum Targets: Sendable, Equatable {
        /// Class labels from 0.
        case labels([Int])
        /// Row-major, one row an example.
        case values([Scalar], columns: Int)
    }

    public let shape: FeatureShape
    /// Row-major, `count` × `shape.count`.
    public let inputs: [Scalar]
    public let targets: Targets
    public let count: Int

    /// Whatever trains on examples or judges by them throws `LearningError` when their counts disagree.
    public init(shape: FeatureShape, inputs: [Scalar], targets: Targets) {
        switch targets {
        case .labels(let labels): count = labels.count
        case .values(let values, let columns): count = columns <= 0 ? 0 : values.count / columns
        }
        self.shape = shape
        self.inputs = inputs
        self.targets = targets
    }

    /// The examples at `indices`, in that order.
    public func subset(_ indices: some Sequence<Int>) -> Examples {
        let indices = Array(indices)
        let chosen = indices.flatMap { inputs[$0 * shape.count..<($0 + 1) * shape.count] }
        switch targets {
        case .labels(let labels):
            return Examples(shape: shape, inputs: chosen, targets: .labels(indices.map { labels[$0] }))
        case .values(let values, let columns):
            let rows = indices.flatMap { values[$0 * columns..<($0 + 1) * columns] }
            return Examples(shape: shape, inputs: chosen, targets: .values(rows, columns: columns))
        }
    }

    /// These examples, then `others`.
    public func appending(_ others: Examples) -> Examples {
        precondition(shape == others.shape, "examples of other shapes")
        switch (targets, others.targets) {
        case (.labels(let a), .labels(let b)):
            return Examples(shape: shape, inputs: inputs + others.inputs, targets: .labels(a + b))
        case (.values(let a, let columns), .values(let b, let otherColumns)) where columns == otherColumns:
            return Examples(shape: shape, inputs: inputs + others.inputs, targets: .values(a + b, columns: columns))
        default: preconditionFailure("targets of different kinds")
        }
    }
}

extension LabelledImages {
    /// The images as examples for a network in single precision; they share the pixels' memory.
    public var examples: Examples<Float> {
        Examples(shape: .image(side: side), inputs: pixels, targets: .labels(labels))
    }
}

extension Examples {
    /// The same examples in other scalars.
    public func converted<Other: NetworkScalar>(to type: Other.Type = Other.self) -> Examples<Other> {
        let converted: Examples<Other>.Targets
        switch targets {
        case .labels(let labels): converted = .labels(labels)
        case .values(let values, let columns): converted = .values(values.map { Other($0) }, columns: columns)
        }
        return Examples<Other>(shape: shape, inputs: inputs.map { Other($0) }, targets: converted)
    }
}

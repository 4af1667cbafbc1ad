import LinearAlgebra

/// A feedforward network as a value: its layers in order. The parameters live apart, in `NetworkParameters`.
///
///     let network = try Network(input: .vector(784)) {
///         Dropout(keep: 0.8)
///         Maxout(units: 240, pieces: 5)
///         Dropout(keep: 0.5)
///         Dense(units: 10)
///     }
public struct Network: Sendable {
    public let layers: [any Layer]
    /// The shape before each layer, and after the last.
    public let shapes: [FeatureShape]
    /// The layout of the parameters.
    public let blocks: [ParameterBlock]

    /// - Throws: `LearningError` when a layer can't take what the one before gives, or has impossible settings.
    public init(input: FeatureShape, layers: [any Layer]) throws {
        guard !layers.isEmpty else { throw LearningError.empty(what: "layers") }
        try input.check()
        var shapes = [input]
        var blocks: [ParameterBlock] = []
        for (index, layer) in layers.enumerated() {
            let before = shapes[index]
            if let shared = layer.sharedLayer {
                guard shared >= 0, shared < index else {
                    throw LearningError.outOfRange(
                        setting: "shared layer", value: Double(shared), allowed: "the place of an earlier layer")
                }
                try layer.check(shared: blocks.filter { $0.layer == shared }, for: before)
            }
            shapes.append(try layer.output(for: before))
            try shapes[index + 1].check()
            for var block in layer.parameterBlocks(for: before) {
                block.layer = index
                block.start = blocks.last?.range.upperBound ?? 0
                blocks.append(block)
            }
        }
        self.layers = layers
        self.shapes = shapes
        self.blocks = blocks
    }

    /// - Throws: as `init(input:layers:)`.
    public init(input: FeatureShape, @LayerBuilder layers: () -> [any Layer]) throws {
        try self.init(input: input, layers: layers())
    }

    public var input: FeatureShape { shapes[0] }
    public var output: FeatureShape { shapes[layers.count] }
    public var parameterCount: Int { blocks.last?.range.upperBound ?? 0 }

    /// Random parameters to start from, each block from its own split of `stream`.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func initialParameters<Scalar: NetworkScalar>(
        _ stream: RandomStream, as type: Scalar.Type = Scalar.self
    ) -> NetworkParameters<Scalar> {
        var values: [Scalar] = []
        values.reserveCapacity(parameterCount)
        for (index, block) in blocks.enumerated() {
            var own = stream.split("block", index)
            for _ in 0..<block.count { values.append(Scalar(block.initialization.draw(&own))) }
        }
        return NetworkParameters(blocks: blocks, values: values)
    }
}

/// Gathers the layers of a network.
@resultBuilder
public enum LayerBuilder {
    public static func buildExpression(_ layer: any Layer) -> [any Layer] { [layer] }
    public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
    public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
    public static func buildEither(first: [any Layer]) -> [any Layer] { first }
    public static func buildEither(second: [any Layer]) -> [any Layer] { second }
}

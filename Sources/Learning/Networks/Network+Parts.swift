import LinearAlgebra

extension Network {
    /// The first `count` layers as a network of their own, such as an autoencoder's encoder.
    public func prefix(_ count: Int) throws -> Network {
        try Network(input: input, layers: Array(layers.prefix(count)))
    }
}

extension NetworkParameters {
    /// The parameters of the layers below `layer`.
    public func prefix(_ layer: Int) -> NetworkParameters {
        let kept = blocks.filter { $0.layer < layer }
        return NetworkParameters(blocks: kept, values: Array(values[..<(kept.last?.range.upperBound ?? 0)]))
    }
}

extension Examples {
    /// The same inputs with themselves as targets, for an autoencoder; noise layers at its start make it denoising.
    public var reconstructing: Examples {
        Examples(shape: shape, inputs: inputs, targets: .values(inputs, columns: shape.count))
    }
}

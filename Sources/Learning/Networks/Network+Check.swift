import LinearAlgebra

extension Network {
    /// - Throws: `LearningError.sizesDisagree` for the parameters of another network.
    func check<Scalar: NetworkScalar>(_ parameters: NetworkParameters<Scalar>) throws(LearningError) {
        guard parameters.values.count == parameterCount else {
            throw .sizesDisagree(
                what: "Parameters", parameters.values.count, other: "parameters of the network", parameterCount)
        }
        guard parameters.blocks.count == blocks.count else {
            throw .sizesDisagree(
                what: "Blocks of parameters", parameters.blocks.count, other: "blocks of the network", blocks.count)
        }
        for (index, (given, own)) in zip(parameters.blocks, blocks).enumerated() where given.columns != own.columns {
            throw .sizesDisagree(
                what: "Columns of parameter block \(index)", given.columns, other: "those of the network's", own.columns
            )
        }
    }

    /// - Throws: `LearningError` for the state of another network, and for one that no run can have reached.
    func check<Scalar: NetworkScalar>(_ state: TrainingState<Scalar>) throws(LearningError) {
        try check(state.parameters)
        try state.check()
    }
}

extension Examples {
    /// - Throws: `LearningError` when a network can't be trained or judged on these examples.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func check(for network: Network, _ loss: Loss) throws {
        guard count > 0 else { throw LearningError.empty(what: "examples") }
        guard shape.count == network.input.count else {
            throw LearningError.sizesDisagree(
                what: "numbers in an example", shape.count, other: "inputs of the network", network.input.count)
        }
        for (index, value) in inputs.enumerated() where !value.isFinite {
            throw LearningError.notFinite(what: "Input", index: index, value: Double(value))
        }
        let outputs = network.output.count
        switch targets {
        case .labels(let labels):
            for (index, label) in labels.enumerated() where !(0..<outputs).contains(label) {
                throw LearningError.labelOutOfRange(label: label, index: index, classes: outputs)
            }
        case .values(let values, let columns):
            guard columns == outputs else {
                throw LearningError.sizesDisagree(
                    what: "targets of an example", columns, other: "outputs of the network", outputs)
            }
            for (index, value) in values.enumerated() where !value.isFinite {
                throw LearningError.notFinite(what: "Target", index: index, value: Double(value))
            }
        }
    }
}

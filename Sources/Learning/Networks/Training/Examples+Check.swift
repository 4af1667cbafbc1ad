import LinearAlgebra

extension Examples {
    /// - Throws: `LearningError` when a network can't be trained or judged on these examples.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func check(for network: Network, _ loss: Loss) throws {
        try loss.check(outputs: network.output.count, targets)
        guard count > 0 else { throw LearningError.empty(what: "examples") }
        guard shape.count == network.input.count else {
            throw LearningError.sizesDisagree(
                what: "numbers in an example", shape.count, other: "inputs of the network", network.input.count)
        }
        let (needed, tooMany) = count.multipliedReportingOverflow(by: shape.count)
        guard !tooMany, inputs.count == needed else {
            throw LearningError.sizesDisagree(
                what: "Inputs", inputs.count, other: "numbers in \(count) examples", needed)
        }
        if let index = inputs.firstNotFinite() {
            throw LearningError.notFinite(what: "Input", index: index, value: Double(inputs[index]))
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
            guard values.count == count * columns else {
                throw LearningError.sizesDisagree(
                    what: "Targets", values.count, other: "numbers in \(count) rows of \(columns)", count * columns)
            }
            if let index = values.firstNotFinite() {
                throw LearningError.notFinite(what: "Target", index: index, value: Double(values[index]))
            }
        }
    }
}

extension Array where Element: NetworkScalar {
    /// The place of the first infinite or missing number.
    @specialized(where Element == Float)
    @specialized(where Element == Double)
    func firstNotFinite() -> Int? {
        // Looks at all and decides once: without a way out the loop runs on vectors.
        let bad = withUnsafeBufferPointer { $0.reduce(into: 0 as UInt32) { $0 |= $1 - $1 == 0 ? 0 : 1 } }
        return bad == 0 ? nil : firstIndex { !$0.isFinite }
    }
}

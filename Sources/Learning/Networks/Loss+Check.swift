import LinearAlgebra

extension Loss {
    /// - Throws: `LearningError` when the loss can't be that of so many outputs, or not with such targets.
    func check<Scalar>(outputs: Int, _ targets: Examples<Scalar>.Targets) throws(LearningError) {
        if case .heads = self, case .labels = targets { throw .labelsForHeads }
        try check(outputs: outputs)
        guard case .values(let values, let columns) = targets, columns == outputs else { return }
        try check(values, columns: columns, outputs: 0..<outputs)
    }

    private func check<Scalar: NetworkScalar>(
        _ targets: [Scalar], columns: Int, outputs: Range<Int>
    ) throws(LearningError) {
        let highest: Scalar
        switch self {
        case .squared: return
        case .softmaxCrossEntropy: highest = .infinity
        case .sigmoidCrossEntropy: highest = 1
        case .heads(let heads):
            for head in heads {
                let (first, end) = (head.outputs.lowerBound, head.outputs.upperBound)
                try head.loss.check(
                    targets, columns: columns, outputs: outputs.lowerBound + first..<outputs.lowerBound + end)
            }
            return
        }
        for row in 0..<targets.count / columns {
            for index in row * columns + outputs.lowerBound..<row * columns + outputs.upperBound
            where targets[index] < 0 || targets[index] > highest {
                throw .outOfRange(
                    setting: "Target number \(index)", value: Double(targets[index]),
                    allowed: highest == 1 ? "from 0 to 1" : "at least 0")
            }
        }
    }

    private func check(outputs: Int) throws(LearningError) {
        guard case .heads(let heads) = self else { return }
        guard !heads.isEmpty else { throw .empty(what: "heads") }
        var end = 0
        for head in heads.sorted(by: { $0.outputs.lowerBound < $1.outputs.lowerBound }) {
            let (first, last) = (head.outputs.lowerBound, head.outputs.upperBound - 1)
            guard !head.outputs.isEmpty else { throw .empty(what: "outputs in a head") }
            guard first >= end else {
                throw .outOfRange(
                    setting: "The first output of a head", value: Double(first),
                    allowed: end == 0 ? "at least 0" : "at least \(end), since another head has those before")
            }
            guard last < outputs else {
                throw .outOfRange(
                    setting: "The last output of a head", value: Double(last),
                    allowed: "below the number of outputs, \(outputs)")
            }
            guard head.weight >= 0, head.weight.isFinite else {
                throw .outOfRange(setting: "The weight of a head", value: head.weight, allowed: "finite and at least 0")
            }
            try head.loss.check(outputs: head.outputs.count)
            end = last + 1
        }
    }
}

/// What a network is trained to make small. A minibatch's loss is the mean over its examples.
public enum Loss: Sendable, Hashable, Codable {
    /// −log of the probability that the softmax of the outputs gives to the label.
    case softmaxCrossEntropy
    /// Half the squared distance between outputs and targets.
    case squared
    /// The cross-entropy between targets in [0, 1] and the sigmoid of each output, summed over outputs.
    case sigmoidCrossEntropy
    /// Several tasks on neighbouring outputs: the weighted sum of their losses. Targets are values; a class is a 1 among zeros.
    indirect case heads([Head])

    /// One task's outputs and its loss.
    public struct Head: Sendable, Hashable, Codable {
        public let outputs: Range<Int>
        public let loss: Loss
        public let weight: Double

        public init(outputs: Range<Int>, loss: Loss, weight: Double = 1) {
            self.outputs = outputs
            self.loss = loss
            self.weight = weight
        }
    }
}

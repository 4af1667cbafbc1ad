/// What a network is trained to make small. A minibatch's loss is the mean over its examples.
public enum Loss: Sendable, Hashable, Codable {
    /// −log of the probability that the softmax of the outputs gives to the label.
    case softmaxCrossEntropy
    /// Half the squared distance between outputs and targets.
    case squared
    /// The cross-entropy between targets in [0, 1] and the sigmoid of each output, summed over outputs.
    case sigmoidCrossEntropy
}

import Learning

/// Two features, their targets, and where the loss of a linear model on them is least with and without a penalty.
public struct Landscape: Codable, Sendable {
    public let inputs: Matrix
    public let targets: [Double]
    /// The unpenalized optimum w*.
    public let optimum: [Double]
    /// The optimum under weight decay, found by gradient descent.
    public let decayed: [Double]
    /// The optimum under the L1 penalty, found by coordinate searches; equal to `decayed` where none was asked for.
    public let thresholded: [Double]

    /// The mean squared error ½‖Xw−y‖²/m at (w₁, w₂).
    public func loss(_ first: Double, _ second: Double) -> Double {
        SquaredLoss(inputs: inputs, targets: targets).loss(at: [first, second])
    }
}

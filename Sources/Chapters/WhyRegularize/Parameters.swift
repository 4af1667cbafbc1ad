/// What a reader may change in the introduction.
public struct Parameters: Codable, Sendable {
    /// Standard deviation of the noise on the targets of linear regression.
    public var noise: Double
    /// How often the targets of the fixed inputs are drawn anew.
    public var redraws: Int
    /// Training examples and features of the sweep over α.
    public var examples: Int
    public var features: Int
    /// Data sets of that sweep.
    public var replicates: Int
    /// Examples on which α or a network is chosen, and as many on which the choice is judged.
    public var tests: Int
    /// Hidden units of the networks.
    public var widths: [Int]
    /// Weight decays from which the regularized networks choose.
    public var decays: [Double]
    /// The rate of the networks' descent: the wider the network, the lower it has to be.
    public var learningRate: Double
    /// Training examples, data sets and epochs of the networks.
    public var networkExamples: Int
    public var networkReplicates: Int
    public var epochs: Int
}

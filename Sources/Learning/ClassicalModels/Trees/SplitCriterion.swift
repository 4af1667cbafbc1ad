/// What decides between splits of one node: targets and weights of the examples, and running sums over the left side.
protocol SplitCriterion {
    /// Takes in the examples of a node, and empties the left side.
    mutating func beginNode(_ examples: UnsafeBufferPointer<Int32>)
    /// Whether all targets of the node are equal.
    var isPure: Bool { get }
    /// Empties the left side.
    mutating func beginScan()
    /// Moves an example from the right to the left side.
    mutating func moveLeft(_ example: Int)
    /// Total weight of each side.
    var leftWeight: Double { get }
    var rightWeight: Double { get }
    /// Larger is better; comparable within one node only.
    var score: Double { get }
    /// What a leaf made of the node predicts.
    var leafValues: [Double] { get }
}

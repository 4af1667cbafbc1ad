/// Chooses the split that leaves the lowest Gini impurity (CART, Breiman et al. 1984).
///
/// That is the largest S_left/W_left + S_right/W_right, where S is the sum of the squared weights of the classes.
struct GiniCriterion: SplitCriterion {
    private let labels: UnsafePointer<Int32>
    private let weights: UnsafePointer<Double>
    private var nodeCounts: [Double]
    private var left: [Double]
    private var right: [Double]
    private var leftSquare = 0.0
    private var rightSquare = 0.0
    private var nodeWeight = 0.0
    private(set) var leftWeight = 0.0

    init(labels: UnsafePointer<Int32>, weights: UnsafePointer<Double>, classes: Int) {
        self.labels = labels
        self.weights = weights
        nodeCounts = Array(repeating: 0, count: classes)
        left = nodeCounts
        right = nodeCounts
    }

    mutating func beginNode(_ examples: UnsafeBufferPointer<Int32>) {
        for k in nodeCounts.indices { nodeCounts[k] = 0 }
        for example in examples { nodeCounts[Int(labels[Int(example)])] += weights[Int(example)] }
        nodeWeight = nodeCounts.reduce(0, +)
        beginScan()
    }

    var isPure: Bool { nodeCounts.count { $0 > 0 } <= 1 }

    mutating func beginScan() {
        rightSquare = 0
        for k in left.indices {
            left[k] = 0
            right[k] = nodeCounts[k]
            rightSquare += nodeCounts[k] * nodeCounts[k]
        }
        leftSquare = 0
        leftWeight = 0
    }

    @inline(__always)
    mutating func moveLeft(_ example: Int) {
        let weight = weights[example]
        let k = Int(labels[example])
        leftWeight += weight
        leftSquare += weight * (2 * left[k] + weight)
        rightSquare -= weight * (2 * right[k] - weight)
        left[k] += weight
        right[k] -= weight
    }

    var rightWeight: Double { nodeWeight - leftWeight }

    @inline(__always)
    var score: Double { leftSquare / leftWeight + rightSquare / rightWeight }

    /// The share of each class.
    var leafValues: [Double] { nodeCounts.map { $0 / nodeWeight } }
}

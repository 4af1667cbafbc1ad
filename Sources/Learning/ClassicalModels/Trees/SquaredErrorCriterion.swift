/// Chooses the split that leaves the lowest squared error (CART, Breiman et al. 1984).
struct SquaredErrorCriterion: SplitCriterion {
    private let targets: UnsafePointer<Double>
    private let weights: UnsafePointer<Double>
    private var nodeWeight = 0.0
    private var mean = 0.0
    private(set) var isPure = true
    private(set) var leftWeight = 0.0
    /// The left side's weighted sum of targets less the node's mean; the right side's is its negative.
    private var leftSum = 0.0

    init(targets: UnsafePointer<Double>, weights: UnsafePointer<Double>) {
        self.targets = targets
        self.weights = weights
    }

    mutating func beginNode(_ examples: UnsafeBufferPointer<Int32>) {
        let first = targets[Int(examples[0])]
        var weight = 0.0
        var sum = 0.0
        isPure = true
        for example in examples {
            let i = Int(example)
            weight += weights[i]
            sum += weights[i] * (targets[i] - first)
            if targets[i] != first { isPure = false }
        }
        nodeWeight = weight
        mean = first + sum / weight
        beginScan()
    }

    mutating func beginScan() {
        leftWeight = 0
        leftSum = 0
    }

    @inline(__always)
    mutating func moveLeft(_ example: Int) {
        leftWeight += weights[example]
        leftSum += weights[example] * (targets[example] - mean)
    }

    var rightWeight: Double { nodeWeight - leftWeight }

    @inline(__always)
    var score: Double { leftSum * leftSum / (leftWeight * rightWeight) }

    var leafValues: [Double] { [mean] }
}

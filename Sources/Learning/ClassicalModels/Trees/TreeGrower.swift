import DataSets
import LinearAlgebra

/// Grows one tree, depth first, trying every split of every feature.
///
/// Each feature keeps its examples in ascending order; a split divides all those lists in place and keeps their order,
/// so nothing is sorted again. Ties go to the first feature and the smallest threshold.
struct TreeGrower<Criterion: SplitCriterion> {
    private let sorted: SortedFeatures
    private let limits: TreeLimits
    private var criterion: Criterion
    private var stream: RandomStream
    private var candidates: [Int]
    /// How many examples have weight.
    private let count: Int
    /// The lists, feature by feature, each of `count` examples.
    private var order: [Int32]
    private var spare: [Int32]
    private var goesLeft: [Bool]
    private var nodes: [TreeNode] = []
    private var leafValues: [[Double]] = []

    private struct Pending {
        let range: Range<Int>
        let depth: Int
        /// The node whose right child this is; −1 for a left child and the root.
        let parent: Int
    }

    private struct Split {
        let feature: Int
        let threshold: Double
        let leftCount: Int
    }

    init(_ sorted: SortedFeatures, _ weights: TreeWeights, criterion: Criterion, stream: RandomStream) {
        self.sorted = sorted
        limits = weights.limits
        let weights = weights.values
        self.criterion = criterion
        self.stream = stream
        candidates = Array(0..<sorted.features)
        count = weights.count { $0 > 0 }
        order = []
        order.reserveCapacity(count * sorted.features)
        for example in sorted.order where weights[Int(example)] > 0 { order.append(example) }
        spare = Array(repeating: 0, count: count)
        goesLeft = Array(repeating: false, count: weights.count)
    }

    /// The tree's nodes, and what each leaf predicts.
    consuming func grow() -> (nodes: [TreeNode], leafValues: [[Double]]) {
        var pending = [Pending(range: 0..<count, depth: 0, parent: -1)]
        while let next = pending.popLast() {
            let place = nodes.count
            if next.parent >= 0 {
                let parent = nodes[next.parent]
                nodes[next.parent] = TreeNode(
                    feature: parent.feature, link: Int32(place), threshold: parent.threshold)
            }
            order.withUnsafeBufferPointer { criterion.beginNode(UnsafeBufferPointer(rebasing: $0[next.range])) }
            guard let split = bestSplit(of: next.range, depth: next.depth) else {
                nodes.append(TreeNode(feature: -1, link: Int32(leafValues.count), threshold: 0))
                leafValues.append(criterion.leafValues)
                continue
            }
            nodes.append(TreeNode(feature: Int32(split.feature), link: 0, threshold: split.threshold))
            divide(next.range, at: split)
            let border = next.range.lowerBound + split.leftCount
            pending.append(Pending(range: border..<next.range.upperBound, depth: next.depth + 1, parent: place))
            pending.append(Pending(range: next.range.lowerBound..<border, depth: next.depth + 1, parent: -1))
        }
        return (nodes, leafValues)
    }

    private mutating func bestSplit(of range: Range<Int>, depth: Int) -> Split? {
        if range.count < 2 || criterion.isPure || depth == limits.depth { return nil }
        let features = sorted.features
        let wanted = limits.featuresPerSplit ?? features
        if wanted < features {
            for i in 0..<wanted { candidates.swapAt(i, stream.index(below: features - i) + i) }
        }
        var best: Split?
        var bestScore = -1.0
        var varies = false
        var tried = 0
        var criterion = criterion
        order.withUnsafeBufferPointer { order in
            sorted.values.withUnsafeBufferPointer { values in
                guard let order = order.baseAddress, let values = values.baseAddress else { return }
                while tried < wanted || !varies && tried < features {
                    // Where all drawn features are constant, the draw goes on until one is not.
                    if tried >= wanted { candidates.swapAt(tried, stream.index(below: features - tried) + tried) }
                    let feature = candidates[tried]
                    let list = UnsafeBufferPointer(
                        start: order + feature * count + range.lowerBound, count: range.count)
                    if scan(feature, list, values + feature * sorted.rows, &criterion, &best, &bestScore) {
                        varies = true
                    }
                    tried += 1
                }
            }
        }
        return best
    }

    /// Tries every split of one feature. False when it is constant here.
    @inline(__always)
    private func scan(
        _ feature: Int, _ list: UnsafeBufferPointer<Int32>, _ values: UnsafePointer<Double>,
        _ criterion: inout Criterion, _ best: inout Split?, _ bestScore: inout Double
    ) -> Bool {
        guard values[Int(list[0])] < values[Int(list[list.count - 1])] else { return false }
        criterion.beginScan()
        // Below that share of the node a side's sums are what rounding left of a difference.
        let lowestWeight = max(limits.leafWeight, 0x1p-40 * criterion.rightWeight)
        var bestPlace = -1
        var value = values[Int(list[0])]
        for place in 1..<list.count {
            criterion.moveLeft(Int(list[place - 1]))
            let next = values[Int(list[place])]
            if value < next && criterion.leftWeight >= lowestWeight && criterion.rightWeight >= lowestWeight {
                let score = criterion.score
                if score > bestScore {
                    bestScore = score
                    bestPlace = place
                }
            }
            value = next
        }
        guard bestPlace > 0 else { return true }
        let low = values[Int(list[bestPlace - 1])]
        let high = values[Int(list[bestPlace])]
        let middle = low + 0.5 * (high - low)
        best = Split(feature: feature, threshold: middle < high ? middle : low, leftCount: bestPlace)
        return true
    }

    private mutating func divide(_ range: Range<Int>, at split: Split) {
        let features = sorted.features
        let count = count
        order.withUnsafeMutableBufferPointer { order in
            spare.withUnsafeMutableBufferPointer { spare in
                goesLeft.withUnsafeMutableBufferPointer { goesLeft in
                    let chosen = split.feature * count
                    let border = range.lowerBound + split.leftCount
                    for place in range { goesLeft[Int(order[chosen + place])] = place < border }
                    for feature in 0..<features where feature != split.feature {
                        var left = feature * count + range.lowerBound
                        var right = 0
                        // Both writes always happen, and one of them counts: no branch to mispredict.
                        for place in left..<left + range.count {
                            let example = order[place]
                            let isLeft = goesLeft[Int(example)] ? 1 : 0
                            order[left] = example
                            spare[right] = example
                            left += isLeft
                            right += 1 - isLeft
                        }
                        for place in 0..<right { order[left + place] = spare[place] }
                    }
                }
            }
        }
    }
}

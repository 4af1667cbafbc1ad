import LinearAlgebra

/// A node of a binary tree kept in an array, children after their parents.
public struct TreeNode: Sendable, Codable, Equatable {
    /// The feature that is compared; −1 in a leaf.
    public let feature: Int32
    /// The right child; the left child is the next node. In a leaf, the number of the leaf.
    public let link: Int32
    /// Examples with a value at most this go left.
    public let threshold: Double

    public var isLeaf: Bool { feature < 0 }
}

extension [TreeNode] {
    /// The number of the leaf in which an input, given by its features, ends.
    @inline(__always)
    func leaf(of input: UnsafePointer<Double>) -> Int {
        withUnsafeBufferPointer { nodes in
            var place = 0
            while true {
                let node = nodes[place]
                if node.feature < 0 { return Int(node.link) }
                place = input[Int(node.feature)] <= node.threshold ? place + 1 : Int(node.link)
            }
        }
    }

    /// Calls `body` with each row's number and the number of its leaf; the features of `x` must have been checked.
    func forEachRow(of x: Matrix, _ body: (Int, Int) -> Void) {
        x.elements.withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            for i in 0..<x.rows { body(i, leaf(of: base + i * x.columns)) }
        }
    }

    /// Goes over the nodes as they were written, in the order of a walk that takes the left side first.
    /// - Throws: `LearningError` unless they are one binary tree on `features` features with `leaves` leaves in order.
    func check(features: Int, leaves: Int) throws(LearningError) {
        guard !isEmpty else { throw .empty(what: "nodes") }
        var pending: [Int] = []
        var leaf = 0
        for (place, node) in enumerated() {
            let link = Double(node.link)
            guard node.feature < 0 else {
                guard node.feature < features else {
                    throw .outOfRange(
                        setting: "Feature of node \(place)", value: Double(node.feature),
                        allowed: "below the \(features) features of the tree")
                }
                guard node.link > place + 1, node.link < count else {
                    throw .outOfRange(
                        setting: "Right child of node \(place)", value: link,
                        allowed: "after its left child, node \(place + 1), and below the \(count) nodes")
                }
                guard node.threshold.isFinite else {
                    throw .notFinite(what: "Threshold of node", index: place, value: node.threshold)
                }
                pending.append(Int(node.link))
                continue
            }
            guard node.link == leaf, leaf < leaves else {
                throw .outOfRange(
                    setting: "Leaf of node \(place)", value: link, allowed: "\(leaf), below the \(leaves) leaves")
            }
            leaf += 1
            let next = pending.popLast() ?? count
            guard next == place + 1 else {
                throw .outOfRange(
                    setting: "Node after the leaf at node \(place)", value: Double(next), allowed: "\(place + 1)")
            }
        }
        guard leaf == leaves else {
            throw .sizesDisagree(what: "Leaves among the nodes", leaf, other: "leaves", leaves)
        }
    }
}

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

    /// Calls `body` with each row's number and the number of its leaf.
    func forEachRow(of x: Matrix, _ body: (Int, Int) -> Void) {
        x.elements.withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            for i in 0..<x.rows { body(i, leaf(of: base + i * x.columns)) }
        }
    }
}

/// A line from one node of a schematic to another, from outline to outline.
public struct Edge: SchematicPart, Hashable {
    /// The middle of a node's side.
    public enum Anchor: Hashable, Sendable {
        case top, bottom, left, right

        /// The direction out of the node, y downwards.
        var outward: XY {
            switch self {
            case .top: XY(0, -1)
            case .bottom: XY(0, 1)
            case .left: XY(-1, 0)
            case .right: XY(1, 0)
            }
        }
    }

    let from: String
    let to: String
    private(set) var start: Anchor?
    private(set) var end: Anchor?
    private(set) var bend = 0.0
    private(set) var text = ""
    private(set) var paintRole: Role = .muted
    private(set) var pattern: Dash = .solid
    private(set) var hasHead = true

    public init(_ from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// Where the edge leaves the first node and meets the second, at right angles to their sides; nil takes the way
    /// straight to the other node.
    public func anchored(from start: Anchor? = nil, to end: Anchor? = nil) -> Edge {
        with {
            $0.start = start
            $0.end = end
        }
    }
    /// Curves the edge to its left by a share of its length (to its right if negative).
    public func curved(_ bend: Double) -> Edge { with { $0.bend = bend } }
    /// Words beside the middle of the edge; TeX between dollar signs.
    public func label(_ text: String) -> Edge { with { $0.text = text } }
    public func role(_ role: Role) -> Edge { with { $0.paintRole = role } }
    public func dash(_ dash: Dash) -> Edge { with { $0.pattern = dash } }
    /// Whether the edge ends in an arrowhead.
    public func arrow(_ visible: Bool) -> Edge { with { $0.hasHead = visible } }

    private func with(_ change: (inout Edge) -> Void) -> Edge {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A line from one node of a schematic to another, from outline to outline.
public struct Edge: SchematicPart, Hashable {
    let from: String
    let to: String
    private(set) var bend = 0.0
    private(set) var text = ""
    private(set) var paintRole: Role = .muted
    private(set) var pattern: Dash = .solid
    private(set) var hasHead = true

    public init(_ from: String, to: String) {
        self.from = from
        self.to = to
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

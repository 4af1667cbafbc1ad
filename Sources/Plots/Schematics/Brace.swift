/// A curly brace beside some nodes of a schematic, with words at its tip.
public struct Brace: SchematicPart, Hashable {
    public enum Side: Hashable, Sendable { case above, below, left, right }

    let names: [String]
    let label: String
    let side: Side

    /// - Parameters:
    ///   - names: the nodes that it spans.
    ///   - label: TeX between dollar signs.
    ///   - side: on which side of them it stands.
    public init(_ names: [String], _ label: String = "", side: Side = .above) {
        self.names = names
        self.label = label
        self.side = side
    }
}

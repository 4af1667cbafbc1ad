/// Nodes side by side, evenly spaced across the schematic's direction.
public struct NodeRow: SchematicPart {
    let nodes: [Node]

    public init(@NodeBuilder _ nodes: () throws -> [Node]) rethrows { self.nodes = try nodes() }
}

/// Gathers the nodes of a row.
@resultBuilder
public enum NodeBuilder {
    public static func buildExpression(_ node: Node) -> [Node] { [node] }
    public static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
    public static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
    public static func buildEither(first: [Node]) -> [Node] { first }
    public static func buildEither(second: [Node]) -> [Node] { second }
}

/// A diagram of nodes in layers, with edges, braces and groups: networks, pipelines, cartoons.
///
///     Schematic(.up) {
///         NodeRow { Node("x", "$\\mathbf{x}$") }
///         NodeRow { Node("h", "$\\mathbf{h}$") }
///         NodeRow { Node("y1", "$y_1$"); Node("y2", "$y_2$") }
///         Edge("x", to: "h")
///         Edge("h", to: "y1")
///         Edge("h", to: "y2")
///         Brace(["y1", "y2"], "tasks")
///     }
public struct Schematic: FigureContent {
    /// Where the next layer lies.
    public enum Direction: Hashable, Sendable { case up, down, right, left }

    public let direction: Direction
    public internal(set) var title: String
    let layers: [NodeRow]
    let edges: [Edge]
    let braces: [Brace]
    let groups: [Group]

    public init(
        _ direction: Direction = .up, title: String = "", @SchematicBuilder _ parts: () throws -> [any SchematicPart]
    ) rethrows {
        let parts = try parts()
        self.direction = direction
        self.title = title
        layers = parts.compactMap { $0 as? NodeRow }
        edges = parts.compactMap { $0 as? Edge }
        braces = parts.compactMap { $0 as? Brace }
        groups = parts.compactMap { $0 as? Group }
    }

    public var node: FigureNode { FigureNode(kind: .schematic(self)) }

    var nodes: [Node] { layers.flatMap(\.nodes) }

    /// The diagram in words.
    var summary: String {
        let names = Dictionary(nodes.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        let links = edges.map { "\(names[$0.from] ?? $0.from) to \(names[$0.to] ?? $0.to)" }
        var text = "A diagram of \(nodes.filter { !$0.isSpace }.map(\.text).joined(separator: ", "))"
        if !links.isEmpty { text += "; edges from " + links.joined(separator: ", from ") }
        for brace in braces where !brace.label.isEmpty { text += "; \(PlainText.of(brace.label))" }
        for group in groups where !group.label.isEmpty { text += "; \(PlainText.of(group.label))" }
        return (title.isEmpty ? "" : PlainText.of(title) + ": ") + text + "."
    }
}

/// A part of a schematic: a layer of nodes, an edge, a brace or a group.
public protocol SchematicPart: Sendable {}

/// Gathers the parts of a schematic.
@resultBuilder
public enum SchematicBuilder {
    public static func buildExpression(_ part: any SchematicPart) -> [any SchematicPart] { [part] }
    public static func buildExpression(_ parts: [any SchematicPart]) -> [any SchematicPart] { parts }
    public static func buildExpression<P: SchematicPart>(_ parts: [P]) -> [any SchematicPart] { parts }
    public static func buildBlock(_ parts: [any SchematicPart]...) -> [any SchematicPart] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[any SchematicPart]]) -> [any SchematicPart] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any SchematicPart]?) -> [any SchematicPart] { part ?? [] }
    public static func buildEither(first: [any SchematicPart]) -> [any SchematicPart] { first }
    public static func buildEither(second: [any SchematicPart]) -> [any SchematicPart] { second }
}

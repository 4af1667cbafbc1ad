/// A thing of a schematic: words, a formula, a picture or a matrix, in an outline.
public struct Node: Hashable, Sendable {
    /// The outline.
    public enum Shape: Hashable, Sendable { case circle, box, rounded, plain }

    enum Content: Hashable, Sendable {
        case label(String)
        case image(PixelImage, caption: String)
        case matrix([[String]])
        case space
    }

    /// What edges call the node; unique within its schematic.
    public let name: String
    let content: Content
    var shape: Shape
    var paintRole: Role = .ink
    var isFilled = false
    /// In points; nil follows from the content.
    var side: Double?

    /// A node of words or a formula, TeX between dollar signs.
    public init(_ name: String, _ label: String, shape: Shape = .circle) {
        self.name = name
        content = .label(label)
        self.shape = shape
    }

    /// A node that is a picture, `side` points wide, with words below it.
    public init(_ name: String, image: PixelImage, side: Double = 32, caption: String = "") {
        self.name = name
        content = .image(image, caption: caption)
        shape = .plain
        self.side = side
    }

    /// A node that is a matrix in brackets; entries row by row, TeX between dollar signs.
    public init(_ name: String, matrix: [[String]]) {
        self.name = name
        content = .matrix(matrix)
        shape = .plain
    }

    private init(space name: String) {
        self.name = name
        content = .space
        shape = .plain
    }

    /// An empty place in a layer.
    public static var space: Node { Node(space: "") }

    var isSpace: Bool { content == .space }

    /// The node's words.
    var text: String {
        switch content {
        case .label(let label): PlainText.of(label)
        case .image(_, let caption): caption.isEmpty ? "a picture" : "a picture (\(PlainText.of(caption)))"
        case .matrix(let rows): "a matrix of \(rows.count) × \(rows.map(\.count).max() ?? 0)"
        case .space: ""
        }
    }

    /// The colour of the outline.
    public func role(_ role: Role) -> Node {
        var copy = self
        copy.paintRole = role
        return copy
    }

    /// Tints the inside with the role's colour: an observed quantity.
    public func filled(_ filled: Bool = true) -> Node {
        var copy = self
        copy.isFilled = filled
        return copy
    }
}

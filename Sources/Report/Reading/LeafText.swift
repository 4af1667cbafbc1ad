/// The text of one block that holds inlines, as cmark reads it: its lines without what quotations and lists put before them.
struct LeafText {
    enum Kind {
        case paragraph, heading, cell
    }

    let kind: Kind
    let bytes: [UInt8]
    /// Where in the source each byte stands, and where the text ends.
    let offsets: [Int]
    /// How many quotations it stands in.
    let quoteDepth: Int
    /// Whether a quotation begins with it.
    let opensQuote: Bool

    /// The text of the lines that `node` covers.
    ///
    /// - Parameters:
    ///   - text: what cmark was given.
    ///   - lineStarts: where its lines begin.
    init(
        _ kind: Kind, _ node: CMarkNode, of text: [UInt8], lineStarts: [Int], quoteDepth: Int, opensQuote: Bool
    ) {
        self.kind = kind
        self.opensQuote = opensQuote
        self.quoteDepth = quoteDepth
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for line in node.line...max(node.line, node.endLine) where lineStarts.indices.contains(line - 1) {
            let start = lineStarts[line - 1]
            let next = line < lineStarts.count ? lineStarts[line] - 1 : text.count
            var at = start
            if line == node.line {
                at = min(start + max(0, node.column - 1), next)
            } else {
                var marks = quoteDepth
                while at < next, " \t".utf8.contains(text[at]) || marks > 0 && text[at] == UInt8(ascii: ">") {
                    if text[at] == UInt8(ascii: ">") { marks -= 1 }
                    at += 1
                }
            }
            let end = kind == .cell ? min(start + node.endColumn, next) : next
            if line > node.line {
                bytes.append(UInt8(ascii: "\n"))
                offsets.append(max(start - 1, 0))
            }
            for offset in at..<max(at, end) {
                bytes.append(text[offset])
                offsets.append(offset)
            }
        }
        offsets.append((offsets.last ?? 0) + 1)
        self.bytes = bytes
        self.offsets = offsets
    }

    /// The texts of all blocks below `root` that hold inlines, in the order of the source.
    static func all(in root: CMarkNode, of text: [UInt8], lineStarts: [Int]) -> [LeafText] {
        var leaves: [LeafText] = []
        func collect(_ node: CMarkNode, _ depth: Int, opensQuote: Bool = false) {
            let kind: Kind? =
                switch node.kind {
                case "paragraph": .paragraph
                case "heading": .heading
                case "table_cell": .cell
                default: nil
                }
            if let kind, node.line > 0 {
                leaves.append(
                    LeafText(kind, node, of: text, lineStarts: lineStarts, quoteDepth: depth, opensQuote: opensQuote))
            } else {
                let isQuote = node.kind == "block_quote"
                for (index, child) in node.children.enumerated() {
                    collect(child, depth + (isQuote ? 1 : 0), opensQuote: isQuote && index == 0)
                }
            }
        }
        collect(root, 0)
        return leaves.sorted { $0.offsets[0] < $1.offsets[0] }
    }
}

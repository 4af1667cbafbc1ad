import CCmarkGFM
import Notebook

/// A node of cmark-gfm's tree as a value. The only file that touches the library.
struct CMarkNode {
    /// cmark's own name of the node: "paragraph", "footnote_definition", "table_cell".
    let kind: String
    /// Text, code, HTML, or the number of a note.
    private(set) var literal: String
    /// The address of a link or image.
    let address: String
    /// The word after a code fence.
    let info: String
    /// The level of a heading, or the first number of a list; 0 for an unordered list.
    let number: Int
    let isTight: Bool
    let alignments: [ColumnAlignment]
    /// Counted from 1.
    private(set) var line: Int
    /// Counted from 1, in bytes.
    private(set) var column: Int
    private(set) var endLine: Int
    private(set) var endColumn: Int
    /// What a link or an image says besides its text.
    let title: String
    private(set) var children: [CMarkNode]

    /// The library's version.
    static var version: String { String(cString: cmark_version_string()) }

    /// The deepest nesting that is read; what is deeper is left out.
    static let depthLimit = 60

    /// Reads CommonMark with tables, struck text and notes; straight quotes become curly, hyphens side by side dashes.
    static func parse(_ bytes: [UInt8], in language: Language = .english) -> CMarkNode? {
        let bytes = language.covering(bytes)
        cmark_gfm_core_extensions_ensure_registered()
        let options =
            CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SMART | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
        guard let parser = cmark_parser_new(options) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            guard let syntax = cmark_find_syntax_extension(name) else { return nil }
            cmark_parser_attach_syntax_extension(parser, syntax)
        }
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(root) }
        cmark_consolidate_text_nodes(root)
        return CMarkNode(root, depth: 0, language)
    }

    private init(_ node: OpaquePointer, depth: Int, _ language: Language) {
        func string(_ pointer: UnsafePointer<CChar>?) -> String {
            pointer.map { language.uncovered(String(cString: $0)) } ?? ""
        }
        // cmark has no name for notes.
        let type = cmark_node_get_type(node)
        kind =
            type == CMARK_NODE_FOOTNOTE_DEFINITION
            ? "footnote_definition"
            : type == CMARK_NODE_FOOTNOTE_REFERENCE
                ? "footnote_reference" : string(cmark_node_get_type_string(node))
        literal =
            type == CMARK_NODE_TEXT
            ? language.quoted(cmark_node_get_literal(node).map { String(cString: $0) } ?? "")
            : string(cmark_node_get_literal(node))
        address = string(cmark_node_get_url(node))
        info = string(cmark_node_get_fence_info(node))
        number =
            kind == "heading"
            ? Int(cmark_node_get_heading_level(node))
            : cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : -1
        isTight = cmark_node_get_list_tight(node) == 1
        alignments = kind == "table" ? Self.alignments(of: node) : []
        line = Int(cmark_node_get_start_line(node))
        column = Int(cmark_node_get_start_column(node))
        endLine = Int(cmark_node_get_end_line(node))
        endColumn = Int(cmark_node_get_end_column(node))
        title = string(cmark_node_get_title(node))
        var children: [CMarkNode] = []
        var child = depth < Self.depthLimit ? cmark_node_first_child(node) : nil
        while let next = child {
            children.append(CMarkNode(next, depth: depth + 1, language))
            child = cmark_node_next(next)
        }
        self.children = children
    }

    /// The node parted at the first line break within it: what stands before that, and what behind it, if there is any.
    var parted: (first: CMarkNode, rest: CMarkNode?) {
        guard let end = children.firstIndex(where: { ["softbreak", "linebreak"].contains($0.kind) }) else {
            return (self, nil)
        }
        var (first, rest) = (self, self)
        first.children = Array(children[..<end])
        rest.children = Array(children[(end + 1)...])
        rest.line += 1
        return (first, rest.children.isEmpty ? nil : rest)
    }

    /// The node without the first `count` characters of its first text.
    func withoutPrefix(_ count: Int) -> CMarkNode {
        var copy = self
        if !copy.children.isEmpty { copy.children[0].literal = String(copy.children[0].literal.dropFirst(count)) }
        return copy
    }

    /// Gives a paragraph that a table follows without a blank line, and the head of that table, the places that cmark leaves out.
    mutating func placeHeads(in text: [UInt8], lineStarts: [Int]) {
        for index in children.indices {
            children[index].placeHeads(in: text, lineStarts: lineStarts)
            guard index > 0, children[index].kind == "table", children[index - 1].kind == "paragraph",
                children[index - 1].line == 0, let head = children[index].children.first
            else { continue }
            let table = children[index]
            let line = table.children.count > 1 ? table.children[1].line - 2 : table.endLine - 1
            guard lineStarts.indices.contains(line - 1), line > table.line else { continue }
            children[index - 1].line = table.line
            children[index - 1].column = table.column
            children[index - 1].endLine = line - 1
            let start = lineStarts[line - 1]
            let end = line < lineStarts.count ? lineStarts[line] - 1 : text.count
            let column = start + (table.children.count > 1 ? table.children[1].column - 1 : table.column - 1)
            children[index].children[0].line = line
            let cells = Self.cells(of: text, in: min(column, end)..<end)
            for (cell, range) in zip(head.children.indices, cells) {
                children[index].children[0].children[cell].line = line
                children[index].children[0].children[cell].endLine = line
                children[index].children[0].children[cell].column = range.lowerBound - start + 1
                children[index].children[0].children[cell].endColumn = range.upperBound - start
            }
        }
    }

    /// What stands between the bars of a row.
    private static func cells(of text: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = text[range].first == UInt8(ascii: "|") ? range.lowerBound + 1 : range.lowerBound
        for at in start..<max(start, range.upperBound)
        where text[at] == UInt8(ascii: "|") && text[at - 1] != UInt8(ascii: "\\") {
            cells.append(start..<at)
            start = at + 1
        }
        return start < range.upperBound ? cells + [start..<range.upperBound] : cells
    }

    private static func alignments(of table: OpaquePointer) -> [ColumnAlignment] {
        guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        return (0..<Int(cmark_gfm_extensions_get_table_columns(table))).map {
            switch letters[$0] {
            case UInt8(ascii: "c"): .centre
            case UInt8(ascii: "r"): .trailing
            default: .leading
            }
        }
    }
}

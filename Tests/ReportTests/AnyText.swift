/// Makes texts that a reader has not foreseen: pieces of its language in any order, cut, doubled and nested.
struct AnyText {
    private var state: UInt64
    let pieces: [String]

    init(seed: UInt64, pieces: [String]) {
        state = seed
        self.pieces = pieces
    }

    /// The next text.
    mutating func next() -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<(1 + below(12)) {
            let piece = Array(pieces[below(pieces.count)].utf8)
            switch below(12) {
            case 0: bytes += piece.prefix(below(piece.count + 1))
            case 1: for _ in 0..<(1 + below(40)) { bytes += piece }
            case 2: bytes.append(UInt8(below(256)))
            case 3 where !bytes.isEmpty: bytes[below(bytes.count)] = UInt8(below(128))
            case 4 where bytes.count < 2000: bytes += bytes
            default: bytes += piece
            }
        }
        return bytes
    }

    /// A number below `count` (splitmix64).
    private mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }

    static let prose = [
        "word ", "\n", "\n\n", "# ", "## ", "> ", "- ", "1. ", "    ", "\t", "*", "**", "_", "~~", "`", "```", "~~~\n",
        "```algorithm {#alg-7-1 title=\"a $b$\"}\n", "```snippet x\n", "$", "$$", "$$\n", "\\", "\\\\", "{{", "}}",
        "{{x}}",
        "{{a:b|digits 2}}", "{#eq-1-2}", "{#eq-1-2 claims=\"a b\"}", "{", "}", "[", "](", ")", "[](claim:", "![",
        "](figure:",
        "](table:", "[@", "@", "@eq-1-2", "@fig-", "; ", "[^a]", "[^a]: ", "[!NOTE]", "[!MARGIN]", "<", ">", "<b>",
        "<!--", "&amp;",
        "<http://a>", "https://a.b", "|", "|-|-:|\n", "---\n", "\u{0}", "\u{1}\u{2}", "\u{7F}", "é", "𝔼", "\u{202E}",
        "\r\n", "\"",
        "\\begin{align}", "\\end{align}", "&", "%", "^^M", "~",
    ]

    static let references = [
        "- ", "\n", "  ", "id: a", "id: b\n", "title: t\n", "{", "}", "[", "]", ", ", ": ", "author: ", "family: x",
        "given: y",
        "issued: ", "{date-parts: [[1996]]}", "1996-08", "&a ", "*a ", "<<: *a\n", "!!binary ", "!t ", "|\n", ">-\n",
        "\"", "'", "#",
        "---\n", "...\n", "%YAML 1.1\n", "? ", "references:\n", "DOI: 10.1/x\n", "URL: javascript:x\n", "\t", "\u{0}",
        "é", "- - - - ",
        "{a: {a: {a: ", "&b [*b]",
    ]

    static let formulas = [
        "\\frac{", "}{", "}", "{", "x", "_", "^", "\\left(", "\\right)", "\\begin{pmatrix}", "\\end{pmatrix}", "&",
        "\\\\", "\\text{",
        "\\def\\a{\\a\\a}\\a", "\\newcommand{\\b}[1]{#1#1}", "\\sqrt[", "]", "\\mathbf", "\\operatorname{",
        "\\href{javascript:x}{",
        "\\input{x}", "\\htmlData{a=b}{", "\\char\"", "\\tag{", "\\kern9999em", "\\rule{1em}{9999em}", "%", "#", "$",
        "é", "𝔼", "\\verb|",
        "\\csname a\\endcsname", "\\expandafter", "\\limits", "\\color{red}", " ", "\\big", "'", "\u{0}",
        "\\htmlClass{x}{",
    ]
}

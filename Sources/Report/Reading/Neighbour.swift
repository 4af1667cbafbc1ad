/// Markup of neighbouring dialects that a template does not know, and what is written instead.
enum Neighbour {
    /// What stands at a line's beginning.
    ///
    /// - Parameters:
    ///   - bytes: what is left of the block, from that line on.
    ///   - isFirst: whether the block begins with it.
    static func block(_ bytes: ArraySlice<UInt8>, isFirst: Bool) -> (markup: String, instead: String)? {
        guard let first = bytes.first else { return nil }
        let line = NeighbourLine(bytes, isFirst: isFirst)
        switch first {
        case UInt8(ascii: ":"):
            if let found = line.markup(":::", /:::/, instead: "> [!NOTE]") { return found }
            return line.markup(":", /:[A-Za-z][\w-]*:(?=\s|$)/, instead: "nothing, or {#name} behind what it is about")
        case UInt8(ascii: "+"):
            if let found = line.markup("+++", /\+\+\+(?=\s*$)/, instead: "nothing, or --- for a rule") { return found }
            return line.markup("+", /\|===|\+[-=]{3,}/, instead: "| cell | cell |, with |---|---| below the first row")
        case UInt8(ascii: "%"):
            return line.markup("%", /%+(?=\s|$)/, instead: "<!-- words --> for a comment")
        case UInt8(ascii: "("):
            if let found = line.markup(
                "(", to: ")=", /\([\p{L}\d_:.-]+\)=\s*$/, instead: "{#name} at the end of the heading's line")
            {
                return found
            }
            return line.markup("(@", /#\.(?=\s)|\(@[\w-]*\)(?=\s)/, instead: "1. words")
        case UInt8(ascii: "="):
            if let found = line.markup("=", /={1,6}(?=\s+["\p{L}])/, instead: "## Words", .first) { return found }
            if let found = line.markup(
                "===", /={3,}(?:\s+={3,})+(?=\s*$)/, instead: "| cell | cell |, with |---|---| below the first row")
            {
                return found
            }
            return line.markup("=== ", /={3} (?=")/, instead: "### Words", .first)
        case UInt8(ascii: "|"):
            if let found = line.markup(
                "|===", /\|===|\+[-=]{3,}/, instead: "| cell | cell |, with |---|---| below the first row")
            {
                return found
            }
            return line.markup(
                "|", /\|(?=\s)/, instead: "|---|---| below the first row of a table, or <br> for a break in the line")
        case UInt8(ascii: "["):
            if let found = line.markup(
                "[", to: "]",
                /\[(?:source|listing|quote|verse|example|sidebar|stem|latexmath|NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b[^\]]*\](?=\s*$)/,
                instead: "> [!NOTE] for a box, ``` for code")
            {
                return found
            }
            return line.markup(
                "[", to: "]", /\[(?:TOC|toc)\](?=\s*$)/, instead: "nothing: pages show their contents", .whole)
        case UInt8(ascii: "$"):
            return line.markup("${", /\$\{[a-z]+\}(?=\s*$)/, instead: "{{name}} for a value", .whole)
        case UInt8(ascii: "."):
            if let found = line.markup(
                ".. ", /\.\. (?=[\w\[|])[^\s]*/,
                instead: "> [!NOTE] for a box, ![Caption](file.png) for a picture, ``` for code")
            {
                return found
            }
            return line.markup(". .", /\. \. \.(?=\s*$)/, instead: "nothing", .whole)
        case UInt8(ascii: "!"):
            return line.markup("!!!", /!!! (?=[a-z])/, instead: "> [!NOTE]", .first)
        case UInt8(ascii: "?"):
            return line.markup("???", /\?\?\?\+? (?=[a-z])/, instead: "> [!NOTE]", .first)
        case UInt8(ascii: "-"):
            return line.markup("--8", /[-–—]+8(?:<|&lt;)[-–—]+/, instead: "the words themselves")
        case UInt8(ascii: "*"):
            return line.markup("*[", /\*\[[^\]]+\]:/, instead: "the words in full")
        case UInt8(ascii: "#"):
            if isHeading(bytes) { return nil }
            if let found = line.markup("#.", /#\.(?=\s)|\(@[\w-]*\)(?=\s)/, instead: "1. words") { return found }
            if let found = line.markup("#+", /#\+[A-Za-z_]+/, instead: "``` in lines above and below") { return found }
            if let found = line.markup(
                "#", /#[a-z]+(?=[(\[])|#(?:let|set|show|import) (?=[\w"(])/,
                instead: "Markdown, as > [!NOTE], ![Caption](file.png) or @key")
            {
                return found
            }
            if let found = line.markup("##", /#{2,6}(?=\p{L})|#{7,}/, instead: "## Words, with a space between") {
                return found
            }
            return line.markup("#", /#(?=\p{L})/, instead: "## Words for a heading, with a space between", .whole)
        case UInt8(ascii: "/"):
            return line.markup("/ ", /\/ \p{L}[^:]*:(?=\s)/, instead: "a term, and : and its meaning in the line below")
        case UInt8(ascii: "h") where bytes.dropFirst().first.map { (49...54).contains($0) } ?? false:
            return line.markup("h", /h[1-6]\. (?=\S)/, instead: "## Words", .first)
        default: return nil
        }
    }

    /// The directive of a fence like "```{note}", and what is written instead.
    static func directive(_ info: String) -> (markup: String, instead: String) {
        let name = info.dropFirst().prefix { $0 != "}" }
        let instead =
            switch name {
            case "note", "tip", "warning", "important", "caution", "admonition", "danger", "hint", "attention",
                "seealso",
                "error", "dropdown":
                "> [!NOTE]"
            case "math": "$$ … $$"
            case "figure", "image": "![Caption](file.png)"
            case "table", "list-table", "csv-table": "| cell | cell |, and Table: Caption {#tbl-name} below"
            case "code", "code-block", "literalinclude", "sourcecode": "``` and the language's name"
            case "margin", "aside", "sidebar": "> [!MARGIN]"
            case "prf:proof", "proof": "> [!PROOF]"
            case "bibliography", "tableofcontents", "toctree", "contents": "nothing: pages have it by themselves"
            case _ where name.hasPrefix("prf:"): "> [!THEOREM]"
            case _ where name.hasPrefix("="): "Markdown; a template holds no code of one format alone"
            default: "a section in Swift for what is to run"
            }
        return ("```{\(name)}", instead)
    }

    /// What is written instead of the role `name` before the code span `words`.
    static func role(_ name: String, _ words: String) -> String {
        switch name {
        case _ where name.hasPrefix("cite"): "@\(words)"
        case "eq", "math:numref": "@eq-\(words.replacing("eq:", with: ""))"
        case "ref", "numref", "doc", "prf:ref": "@eq-name, @fig-name or @sec-name"
        case "math", "m": "$\(words)$"
        case "sub", "subscript": "~\(words)~"
        case "sup", "superscript": "^\(words)^"
        case "term": "*\(words)*{.index}"
        default: "`\(words)` alone"
        }
    }

    /// What stands within a line at the beginning of `bytes`; `before` is the byte in front of it.
    static func inline(_ bytes: ArraySlice<UInt8>, before: UInt8?) -> (markup: String, instead: String)? {
        guard let first = bytes.first, let second = bytes.dropFirst().first else { return nil }
        let isDoubled = first == second
        let isWordBefore = before.map { isLetter($0) || $0 > 127 || (48...57).contains($0) } ?? false
        func match(_ pattern: some RegexComponent<Substring>) -> String? {
            let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(300), as: UTF8.self)
            return line.prefixMatch(of: pattern).map { String($0.output) }
        }
        switch first {
        case UInt8(ascii: "[") where isDoubled:
            return match(/\[\[[\p{L}_#][^\[\]]*\]\](?![(\[])/).map { ($0, "[words](page.md)") }
        case UInt8(ascii: "=") where isDoubled && !isWordBefore:
            return match(/==(?![\s=])[^=]*[^\s=]==(?!=)/).map { ($0, "*words*") }
        case UInt8(ascii: "+") where isDoubled && !isWordBefore:
            return match(/\+\+(?![\s+])[^+]*[^\s+](?:\+[^\s+]+)*\+\+(?![+\w])/).map { ($0, "*words*") }
        case UInt8(ascii: "%") where isDoubled && !isWordBefore:
            return match(/%%(?![\s%])[^%]*[^\s%]%%/).map { ($0, "<!-- words -->") }
        case UInt8(ascii: "'") where isDoubled:
            return match(/'{3}(?=\p{L})/).map { ($0, "**words**") }
        case UInt8(ascii: "^") where second == UInt8(ascii: "["):
            return match(/\^\[[^\]]+\]/).map {
                ($0, "[^name], and the note's words behind [^name]: in a line of their own")
            }
        case UInt8(ascii: "{") where second == UInt8(ascii: "%"):
            return match(/\{%[^%}]*%\}/).map { ($0, "{{name}} for a value") }
        case UInt8(ascii: "{") where second == UInt8(ascii: ":"):
            return match(/\{:[^}]*\}/).map { ($0, "{#name} behind what it is about") }
        case UInt8(ascii: "{") where second == UInt8(ascii: "="):
            return before == UInt8(ascii: "`") ? match(/\{=\w+\}/).map { ($0, "Markdown") } : nil
        case UInt8(ascii: "#") where !isWordBefore:
            let call = String(decoding: bytes.dropFirst().prefix { isLetter($0) }, as: UTF8.self)
            guard let open = bytes.dropFirst(1 + call.utf8.count).first, "([".utf8.contains(open), calls.contains(call)
            else { return nil }
            return ("#\(call)\(Character(Unicode.Scalar(open)))", "Markdown, as @key, *words* or ![Caption](file.png)")
        default: return nil
        }
    }

    /// What is called in the text of Typst.
    private static let calls: Set = [
        "cite", "emph", "strong", "figure", "image", "ref", "link", "footnote", "text", "table", "let", "set",
    ]

    /// The macro of AsciiDoc whose bracket follows `words`.
    static func macro(before words: ArraySlice<UInt8>) -> (markup: String, instead: String)? {
        let start = words.lastIndex { " \n(".utf8.contains($0) }.map { $0 + 1 } ?? words.startIndex
        guard words[start...].contains(UInt8(ascii: ":")) else { return nil }
        let last = String(decoding: words[start...], as: UTF8.self)
        guard
            let match = last.wholeMatch(
                of: /(xref|link|footnote|stem|latexmath|asciimath|kbd|btn|image|include|video|pass):\S*/)
        else { return nil }
        let instead =
            switch match.1 {
            case "footnote": "[^name]"
            case "stem", "latexmath", "asciimath": "$…$"
            case "image", "video": "![Caption](file.png)"
            case "xref", "link": "[words](page.md)"
            default: "Markdown"
            }
        return ("\(last)[", instead)
    }

    /// The command of TeX at the beginning of `bytes`, outside a formula.
    static func command(_ bytes: ArraySlice<UInt8>) -> (markup: String, instead: String)? {
        let name = String(decoding: bytes.dropFirst().prefix { isLetter($0) }, as: UTF8.self)
        let isCalled = bytes.dropFirst(1 + name.utf8.count).first.map { "{[".utf8.contains($0) } ?? false
        guard !name.isEmpty, isCalled || commands.keys.contains(name) else { return nil }
        return ("\\\(name)", commands[name] ?? "$\\\(name)…$ for a formula")
    }

    /// What is written instead of commands that are often met.
    private static let commands = [
        "begin": "$$ … $$ for a formula", "end": "$$ … $$ for a formula", "cite": "@key or [@key]",
        "citep": "[@key]", "citet": "@key", "ref": "@eq-name, @fig-name or @sec-name", "eqref": "@eq-name",
        "label": "{#eq-name} behind the closing $$", "footnote": "[^name]", "textbf": "**words**",
        "textit": "*words*", "emph": "*words*", "section": "## Words", "subsection": "### Words",
        "includegraphics": "![Caption](file.png)", "url": "<https://…>", "href": "[words](https://…)",
        "index": "*words*{.index}", "item": "- words", "newpage": "nothing", "clearpage": "nothing",
        "pagebreak": "nothing",
        "autocite": "[@key]", "parencite": "[@key]", "textcite": "@key", "footcite": "[@key]", "citeauthor": "@key",
        "citeyear": "[-@key]", "cref": "@eq-name, @fig-name or @sec-name", "Cref": "@eq-name, @fig-name or @sec-name",
        "autoref": "@eq-name, @fig-name or @sec-name", "pageref": "@eq-name, @fig-name or @sec-name",
        "nameref": "@sec-name", "textsc": "*words*", "textsl": "*words*", "underline": "*words*", "texttt": "`words`",
        "verb": "`words`", "bf": "**words**", "it": "*words*", "em": "*words*", "tt": "`words`", "sc": "*words*",
        "textsuperscript": "^words^", "textsubscript": "~words~", "subsubsection": "#### Words",
        "paragraph": "#### Words", "chapter": "nothing: the title comes from the section", "caption": "Table: Caption",
        "noindent": "nothing", "hfill": "nothing", "vspace": "nothing", "hspace": "nothing", "bigskip": "nothing",
        "medskip": "nothing", "smallskip": "nothing", "par": "a blank line", "centering": "nothing",
        "maketitle": "nothing", "tableofcontents": "nothing", "usepackage": "nothing", "documentclass": "nothing",
        "input": "the words themselves", "include": "the words themselves", "today": "the date",
        "ldots": "…", "dots": "…", "LaTeX": "LaTeX", "TeX": "TeX",
    ]

    /// What runs code in other systems: "{python} x", "r 1 + 1".
    static func runsCode(_ code: String) -> Bool {
        if code.firstMatch(of: /^\{(r|python|julia|ojs|math|code|eval)\}\s/) != nil { return true }
        return code.firstMatch(of: /^r [\w(]/) != nil
    }

    /// Whether `bytes` begin as a heading does: with up to six hashes and a space.
    private static func isHeading(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = bytes.drop { $0 == UInt8(ascii: "#") }
        return words.startIndex - bytes.startIndex <= 6 && words.first == UInt8(ascii: " ")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

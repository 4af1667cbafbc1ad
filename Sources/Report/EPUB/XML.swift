/// What XML asks for besides what HTML does.
enum XML {
    /// `text` without the control characters that no XML may hold.
    static func allowed(_ text: String) -> String {
        func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 32 && !"\t\n\r".unicodeScalars.contains(scalar) || scalar.value & 0xFFFE == 0xFFFE
        }
        guard text.unicodeScalars.contains(where: isForbidden) else { return text }
        var allowed = String.UnicodeScalarView()
        allowed.append(contentsOf: text.unicodeScalars.filter { !isForbidden($0) })
        return String(allowed)
    }

    /// The MathML of a formula that KaTeX rendered, with its TeX as the text to fall back on.
    static func math(_ html: String) -> String {
        guard let start = html.firstRange(of: "<math"), let end = html.firstRange(of: "</math>") else { return html }
        var math = String(html[start.lowerBound..<end.upperBound])
        if let open = math.firstRange(of: "<annotation encoding=\"application/x-tex\">"),
            let close = math.firstRange(of: "</annotation>")
        {
            let tex = math[open.upperBound..<close.lowerBound].replacing("\"", with: "&quot;")
                .replacing("\n", with: " ")
            math.removeSubrange(open.lowerBound..<close.upperBound)
            math.replaceSubrange(
                math.startIndex..<math.index(math.startIndex, offsetBy: 5), with: "<math alttext=\"\(tex)\"")
        }
        math = MathAlphabet.spelled(flattened(math))
        // Widths of cells belong to style sheets in MathML 3.
        return math.replacing("<mtd width=\"50%\">", with: "<mtd>")
    }

    /// What holds letters alone.
    private static let tokens: Set<Substring> = ["mo", "mi", "mn"]

    /// `math` with a group in the place of each operator or name that holds elements, which MathML does not allow; KaTeX writes
    /// such for `\\overset`, `\\underset` and `\\mathop`.
    private static func flattened(_ math: String) -> String {
        var out = ""
        var rest = math[...]
        var isGroup: [Bool] = []
        while let open = rest.firstIndex(of: "<") {
            out += rest[..<open]
            let close = rest[open...].firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
            let tag = rest[open..<close]
            rest = rest[close...]
            let isEnd = tag.hasPrefix("</")
            guard tokens.contains(tag.dropFirst(isEnd ? 2 : 1).prefix(while: \.isLetter)) else {
                out += tag
                continue
            }
            if isEnd {
                out += isGroup.popLast() == true ? "</mrow>" : tag
            } else if !tag.hasSuffix("/>") {
                let holdsElements = rest.hasPrefix("<m")
                isGroup.append(holdsElements)
                out += holdsElements ? "<mrow>" : tag
            } else {
                out += tag
            }
        }
        return out + rest
    }
}

/// Parts KaTeX's HTML of a display behind its relations, so that a narrow page breaks it there before it breaks it anywhere else.
enum DisplayParts {
    private static let opening = Array("<span class=\"katex-html\" aria-hidden=\"true\">".utf8)
    private static let relation = Array("<span class=\"mrel".utf8)
    private static let box = Array("<span class=\"base\">".utf8)

    /// `html` with each run of boxes up to a relation in a box of its own; as it is where there is nothing to part.
    static func parted(_ html: String) -> String {
        // By bytes, for a book has hundreds of displays.
        let bytes = Array(html.utf8)
        guard let start = bytes.firstPlace(of: opening)?.upperBound, let ends = ends(of: bytes, from: start),
            ends.count > 1
        else { return html }
        var out = Array(bytes[..<start])
        var from = start
        for end in ends {
            out += "<span class=\"part\">".utf8
            out += bytes[from..<end]
            out += "</span>".utf8
            from = end
        }
        return String(decoding: out + bytes[from...], as: UTF8.self)
    }

    /// Where the parts end that begin at `start`; nil where the formula holds anything but boxes.
    private static func ends(of bytes: [UInt8], from start: Int) -> [Int]? {
        var ends: [Int] = []
        var (at, depth) = (start, 0)
        var endsInRelation = false
        while let tag = bytes[at...].firstIndex(of: UInt8(ascii: "<")),
            let close = bytes[tag...].firstIndex(of: UInt8(ascii: ">"))
        {
            at = close + 1
            if bytes[tag + 1] == UInt8(ascii: "/") {
                depth -= 1
                if depth < 0 { return tag > (ends.last ?? start) ? ends + [tag] : ends }
                if depth == 0, endsInRelation {
                    ends.append(at)
                    endsInRelation = false
                }
            } else {
                if depth == 0, !bytes[tag...].starts(with: box) { return nil }
                // A relation of the formula itself stands directly in one of its boxes.
                if depth == 1, bytes[tag...].starts(with: relation) { endsInRelation = true }
                if bytes[close - 1] != UInt8(ascii: "/") { depth += 1 }
            }
        }
        return nil
    }
}

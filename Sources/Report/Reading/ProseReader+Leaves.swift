extension ProseReader {
    /// The figure, table or picture that alone makes up a paragraph.
    mutating func lonePicture(_ node: CMarkNode) -> Block<Parsed>? {
        guard let image = node.children.first, image.kind == "image" else { return nil }
        var attributes: Attributes?
        for other in node.children.dropFirst() {
            guard other.kind == "text" else { return nil }
            for part in parts(of: other.literal) {
                switch part {
                case .left(let text): if !text.trimming.isEmpty { return nil }
                case .right(let index):
                    guard case .attributes(let found, _) = masker.masks[index].content else { return nil }
                    attributes = found
                    seen.insert(index)
                }
            }
        }
        return leaf(of: image, in: node, attributes)
    }

    private mutating func leaf(
        of image: CMarkNode, in paragraph: CMarkNode, _ attributes: Attributes?
    ) -> Block<Parsed> {
        let address = uncovered(image.address)
        let parts = address.split(separator: ":", maxSplits: 1).map(String.init)
        let name = Name(text: parts.last ?? "", place: place(paragraph))
        let caption = inlines(image)
        let isOfSection = parts.count == 2 && ["figure", "table"].contains(parts[0])
        if isOfSection, parts[0] == "table", attributes != nil { extra.append(Problem(.noAttributes, at: name.place)) }
        if !image.title.isEmpty { extra.append(Problem(.linkTitle(image.title), at: name.place)) }
        switch parts.first {
        case "figure" where parts.count == 2:
            let wager = wager(in: attributes ?? Attributes(), at: name.place)
            return .leaf(.figure(name, wager: wager, caption: caption))
        case "table" where parts.count == 2: return .leaf(.table(name, caption: caption))
        case let path?
        where parts.count == 1
            && [".svg", ".png", ".pdf", ".jpg", ".jpeg"].contains(where: path.lowercased().hasSuffix):
            return .leaf(
                .picture(picture(Name(text: path, place: name.place), attributes ?? Attributes()), caption: caption))
        case let path? where parts.count == 1 && path.contains("."):
            extra.append(Problem(.badPicture(path), at: name.place))
            return .paragraph(caption)
        case "http", "https", "data", "file":
            extra.append(Problem(.foreignPicture(address), at: name.place))
            return .paragraph(caption)
        default:
            extra.append(Problem(.unknown(.figure, address, suggestion: "figure:\(name.text)"), at: name.place))
            return .paragraph(caption)
        }
    }

    /// The curve that `{wager=name}` behind a figure of the section offers for drawing.
    private mutating func wager(in attributes: Attributes, at place: Place) -> Name? {
        if !attributes.labels.isEmpty || !attributes.classes.isEmpty { extra.append(Problem(.noAttributes, at: place)) }
        for key in attributes.texts.keys.sorted() where key != "wager" {
            extra.append(Problem(.unknownAttribute(key), at: place))
        }
        for key in attributes.repeated { extra.append(Problem(.repeatedAttribute(key), at: place)) }
        return attributes.texts["wager"].map { Name(text: $0.text, place: place) }
    }

    private mutating func picture(_ path: Name, _ attributes: Attributes) -> PictureQuery {
        var width: Double?
        if let text = attributes.texts["width"]?.text {
            width = text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : nil
            if !(width.map { $0 > 0 && $0 <= 1 } ?? false) {
                extra.append(Problem(.badWidth(text), at: path.place))
                width = nil
            }
        }
        extra += attributes.surplus(texts: ["width", "alt"]).map { Problem($0, at: path.place) }
        let label = attributes.labels.first.map { Name(text: $0.text, place: path.place) }
        check(label, prefix: "fig")
        return PictureQuery(path: path, label: label, alt: attributes.texts["alt"]?.text, width: width)
    }

    /// The label in the braces that were read last, at the end of `content`.
    mutating func takeLabel(from content: inout [Inline<Parsed>], prefix: String?) -> Name? {
        guard let (attributes, offset) = attributes.popLast() else { return nil }
        if case .text(let last)? = content.last {
            var text = last
            while text.last == " " { text.removeLast() }
            content = content.dropLast() + (text.isEmpty ? [] : [.text(text)])
        }
        let place = source.place(offset)
        extra += attributes.surplus(texts: [], classes: ["unnumbered"]).map { Problem($0, at: place) }
        let label = attributes.labels.first.map { Name(text: $0.text, place: place) }
        check(label, prefix: prefix)
        return label
    }

    mutating func check(_ label: Name?, prefix: String?) {
        guard let label, let prefix, !label.text.hasPrefix("\(prefix)-") else { return }
        extra.append(Problem(.badLabel(label.text, prefix: prefix), at: label.place))
    }

    // MARK: Code

    mutating func code(_ node: CMarkNode) -> Block<Parsed> {
        let info = uncovered(node.info)
        let words = info.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first {
        case "algorithm": return algorithm(node, attributes: words.count == 2 ? words[1] : "{}")
        case "snippet" where words.count == 2:
            return .leaf(.snippet(Name(text: words[1].trimming, place: place(node))))
        default:
            let code = Block<Parsed>.code(language: words.first ?? "", uncovered(node.literal))
            // Struck words at the start of a line open a fence when four tildes stand before them.
            if words.first?.hasPrefix("{") == true {
                // The masker tells of it.
            } else if words.first?.contains("~") == true || words.count == 2 && !words[1].hasPrefix("{") {
                let instead = "one word for a language behind a fence, and {#lst-name title=\"…\"} behind that"
                extra.append(Problem(.foreign(info, instead: instead), at: place(node)))
            }
            guard words.count == 2, words[1].hasPrefix("{") else { return code }
            guard let (attributes, _) = Attributes.read(Array(words[1].utf8)[...]) else {
                extra.append(Problem(.badAttributes(words[1]), at: place(node)))
                return code
            }
            extra += attributes.surplus(texts: ["title"]).map { Problem($0, at: place(node)) }
            let label = attributes.labels.first.map { Name(text: $0.text, place: place(node)) }
            if let label, !label.text.hasPrefix("lst-") {
                extra.append(Problem(.badLabel(label.text, prefix: "lst"), at: label.place))
            }
            let caption = fragment(attributes.texts["title"]?.text ?? "", line: node.line)
            return .leaf(.captioned(label, caption: caption, code))
        }
    }

    private mutating func algorithm(_ node: CMarkNode, attributes text: String) -> Block<Parsed> {
        let place = place(node)
        let read = Attributes.read(Array(text.utf8)[...])
        if read == nil || !text.hasPrefix("{") { extra.append(Problem(.badAttributes(text), at: place)) }
        extra += (read?.0.surplus(texts: ["title"]) ?? []).map { Problem($0, at: place) }
        let label = read?.0.labels.first.map { Name(text: $0.text, place: place) }
        let title = fragment(read?.0.texts["title"]?.text ?? "", line: node.line)
        var steps: [AlgorithmStep<Parsed>] = []
        for (index, line) in node.literal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.trimming
            guard !words.isEmpty else { continue }
            let indentation = line.prefix { $0 == " " }.count
            steps.append(
                AlgorithmStep(depth: indentation, content: fragment(words, line: node.line + 1 + index)))
        }
        return .leaf(.algorithm(label, title: title, steps: Self.nested(steps)))
    }

    /// Depths of 0, 1, 2 … instead of numbers of spaces.
    private static func nested(_ steps: [AlgorithmStep<Parsed>]) -> [AlgorithmStep<Parsed>] {
        var open: [Int] = []
        return steps.map { step in
            while let last = open.last, last >= step.depth { open.removeLast() }
            open.append(step.depth)
            return AlgorithmStep(depth: open.count - 1, content: step.content)
        }
    }

    /// `text` out of `line`, which Markdown has kept as it is, read as prose now.
    private mutating func fragment(_ text: String, line: Int) -> [Inline<Parsed>] {
        let start = offset(ofLine: line)
        let raw = source.bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        guard !text.isEmpty, let range = raw.firstPlace(of: Array(text.utf8)) else {
            return text.isEmpty ? [] : [.text(text)]
        }
        let inner = ProseReader.read(source, window: range, notes: notes, in: language)
        extra += inner.problems
        guard case .paragraph(let content)? = inner.prose.blocks.first, inner.prose.blocks.count == 1 else {
            if !inner.problems.isEmpty { return [] }
            extra.append(Problem(.blockInLine, at: source.place(range.lowerBound)))
            return []
        }
        return content
    }

    // MARK: HTML

    /// Comments vanish; all other HTML is refused.
    mutating func html(_ node: CMarkNode) {
        var text = node.literal
        while let open = text.firstRange(of: "<!--") {
            guard let close = text[open.upperBound...].firstRange(of: "-->")?.upperBound else {
                extra.append(Problem(.unclosedComment, at: self.place(of: "<!--", in: node)))
                return
            }
            text.removeSubrange(open.lowerBound..<close)
        }
        guard !text.trimming.isEmpty else { return }
        let tag = text.trimming.prefix { $0 != ">" && $0 != "\n" }
        extra.append(Problem(.foreign("\(tag)>", instead: Self.instead(of: String(tag))), at: place(node)))
    }

    /// What is written instead of a tag of HTML.
    static func instead(of tag: String) -> String {
        let name = tag.lowercased().drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber }
        switch name {
        case "b", "strong": return "**words**"
        case "i", "em": return "*words*"
        case "code", "tt", "kbd": return "`words`"
        case "s", "del", "strike": return "~~words~~"
        case "a": return "[words](https://…)"
        case "img", "figure": return "![Caption](file.png)"
        case "details", "summary": return "> [!DETAILS] Title"
        case "table", "tr", "td", "th": return "| cell | cell |"
        case "ul", "ol", "li": return "- item"
        case "p", "div", "section": return "a blank line"
        case "hr": return "---"
        case "br": return "a blank line, or <br> behind words"
        case "sub": return "H~2~ with plain words between, or $…$ for a formula"
        case "sup": return "x^2^ with plain words between, or $…$ for a formula"
        case "u", "mark": return "*words*"
        case "h1", "h2", "h3", "h4", "h5", "h6": return "## Words"
        default: return "Markdown; a template holds no HTML"
        }
    }
}

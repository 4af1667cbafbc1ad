extension HTMLWriter {
    /// The very source of an experiment, which can be folded away, with the numbers its lines bear in their file.
    mutating func snippet(_ snippet: Snippet) {
        element("figure", ["class": "snippet"]) { writer in
            writer.element("details", ["open": ""]) { writer in
                writer.out.element("summary") { out in
                    out.text("Swift, from ")
                    out.element("code") { $0.text(snippet.file) }
                    out.text(", line \(snippet.line)")
                }
                writer.code(snippet.text, language: "swift", firstLine: snippet.line)
            }
        }
    }

    /// Source text, coloured; its lines numbered when the first of them has a number.
    mutating func code(_ text: String, language: String, firstLine: Int? = nil) {
        let tokens = CodeToken.tokens(of: text, language: language)
        let start = firstLine.map { "--line: \($0 - 1)" }
        out.element("pre", ["class": "code", "tabindex": medium == .browser ? "0" : nil]) {
            $0.element("code", ["class": firstLine == nil ? nil : "numbered", "style": start]) { out in
                // A line that is too long goes on below, a little to the right.
                for line in CodeToken.lines(of: tokens) {
                    out.element("span", ["class": "line"]) { out in
                        out.tokens(line)
                        out.raw("\n")
                    }
                }
            }
        }
    }
}

extension Markup {
    fileprivate mutating func tokens(_ tokens: [CodeToken]) {
        for token in tokens {
            if let name = token.kind.className {
                element("span", ["class": name]) { $0.text(token.text) }
            } else {
                text(token.text)
            }
        }
    }
}

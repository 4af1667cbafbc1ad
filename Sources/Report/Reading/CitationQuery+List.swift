extension CitationQuery {
    /// The citations of `[@a, p. 3; @b]`, whose brackets enclose `range`; nil when that is not what stands there.
    static func list(in range: Range<Int>, of source: SourceText) -> [CitationQuery]? {
        var citations: [CitationQuery] = []
        var offset = range.lowerBound
        for part in source.text(range).split(separator: ";", omittingEmptySubsequences: false) {
            let leading = part.prefix { $0.isWhitespace }.utf8.count
            let text = part.trimming
            guard text.hasPrefix("@") else { return nil }
            let key = text.dropFirst().prefix { $0.utf8.allSatisfy(Attributes.isName) }
            guard !key.isEmpty else { return nil }
            let name = Name(text: String(key), place: source.place(offset + leading))
            citations.append(CitationQuery(key: name, locator: String(text.dropFirst(1 + key.count))))
            offset += part.utf8.count + 1
        }
        return citations
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimming: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

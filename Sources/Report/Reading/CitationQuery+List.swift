extension CitationQuery {
    /// The citations of `[see @a, p. 3; -@b]`, whose brackets enclose `bytes`; nil when that is not what stands there.
    ///
    /// - Parameter place: where a byte stands.
    static func list(in bytes: ArraySlice<UInt8>, place: (Int) -> Place) -> [CitationQuery]? {
        var citations: [CitationQuery] = []
        for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            guard let sign = mention(in: part), let end = CitationKey.end(in: part, after: sign) else { return nil }
            let isBare = sign > part.startIndex && part[sign - 1] == UInt8(ascii: "-")
            let prefix = String(decoding: part[part.startIndex..<(isBare ? sign - 1 : sign)], as: UTF8.self).oneLine
            let suffix = String(decoding: part[end...], as: UTF8.self).oneLine
            let name = Name(text: CitationKey.text(part[(sign + 1)..<end]), place: place(sign))
            citations.append(
                CitationQuery(
                    key: name, prefix: prefix.trimming, locator: suffix.trimming.isEmpty ? "" : suffix,
                    isYearAlone: isBare))
        }
        return citations.isEmpty ? nil : citations
    }

    /// Where the sign of a key stands in `part`: at its beginning, or after a space or a hyphen.
    private static func mention(in part: ArraySlice<UInt8>) -> Int? {
        part.indices.first { index in
            guard part[index] == UInt8(ascii: "@") else { return false }
            return index == part.startIndex || " \n-".utf8.contains(part[index - 1])
        }
    }
}

/// The keys of sources as templates write them: `breiman1996`, `DBLP:conf/x`, `müller2014`, `{any thing}`.
enum CitationKey {
    /// Where the key ends whose `@` stands at `sign`; nil when none follows.
    static func end(in bytes: ArraySlice<UInt8>, after sign: Int) -> Int? {
        var end = sign + 1
        guard end < bytes.endIndex else { return nil }
        if bytes[end] == UInt8(ascii: "{") {
            guard let close = bytes[end...].firstIndex(of: UInt8(ascii: "}")), close > end + 1,
                !bytes[end..<close].contains(UInt8(ascii: "\n"))
            else { return nil }
            return close + 1
        }
        guard isLetter(bytes[end]) else { return nil }
        while end < bytes.endIndex {
            if isLetter(bytes[end]) {
                end += 1
            } else if ":.#$%&-+?<>~/".utf8.contains(bytes[end]), end + 1 < bytes.endIndex, isLetter(bytes[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// The key without its braces.
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isBraced = bytes.first == UInt8(ascii: "{")
        return String(decoding: isBraced ? bytes.dropFirst().dropLast() : bytes, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        Attributes.isName(byte) && !"-./".utf8.contains(byte)
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

    /// The text with its line ends as spaces.
    var oneLine: String { String(map { $0 == "\n" ? " " : $0 }) }
}

/// Reads sources from BibTeX and BibLaTeX.
struct BibTeXReader {
    private let source: SourceText
    private let bytes: [UInt8]
    private var at = 0
    private var strings: [String: String] = [
        "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
        "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
    ]
    private var references: [Reference] = []
    private var problems: [Problem] = []

    /// The sources of a file, and everything wrong with them.
    static func read(_ source: SourceText) -> (references: [Reference], problems: [Problem]) {
        var reader = BibTeXReader(source)
        reader.readAll()
        return (reader.references, reader.problems)
    }

    private init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
    }

    private mutating func readAll() {
        while let sign = bytes[at...].firstIndex(of: UInt8(ascii: "@")) {
            at = sign + 1
            let kind = word().lowercased()
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "(") else { continue }
            at += 1
            switch kind {
            case "comment", "preamble": skipGroup()
            case "string": for (name, text) in fields() { strings[name] = text }
            default: entry(kind, at: source.place(sign))
            }
        }
    }

    private mutating func entry(_ kind: String, at place: Place) {
        skipSpace()
        let start = at
        while at < bytes.count, !",}) \n\t".utf8.contains(bytes[at]) { at += 1 }
        let key = source.text(start..<at)
        skipSpace()
        if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
        let all = fields()
        let fields = Dictionary(all) { first, _ in first }
        guard !key.isEmpty, !(fields["title"] ?? "").isEmpty else {
            problems.append(Problem(.badReferences("a source needs a key and a title"), at: place))
            return
        }
        references.append(Reference(kind, key: key, fields: fields, at: place))
    }

    /// `name = {text} # "more", …` up to the end of the entry.
    private mutating func fields() -> [(String, String)] {
        var fields: [(String, String)] = []
        while at < bytes.count {
            skipSpace()
            let name = word().lowercased()
            skipSpace()
            guard !name.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { break }
            at += 1
            var text = ""
            repeat {
                skipSpace()
                text += value()
                skipSpace()
            } while take(UInt8(ascii: "#"))
            fields.append((name, text))
            guard take(UInt8(ascii: ",")) else { break }
        }
        skipSpace()
        if at < bytes.count, "})".utf8.contains(bytes[at]) {
            at += 1
        } else {
            problems.append(
                Problem(.badReferences("this entry has no end"), at: source.place(min(at, max(bytes.count - 1, 0)))))
        }
        return fields
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func value() -> String {
        guard at < bytes.count else { return "" }
        if bytes[at] == UInt8(ascii: "{") {
            at += 1
            let start = at
            skipGroup()
            return source.text(start..<max(start, at - 1))
        }
        if bytes[at] == UInt8(ascii: "\"") {
            let start = at + 1
            var depth = 0
            at = start
            while at < bytes.count, depth > 0 || bytes[at] != UInt8(ascii: "\"") {
                if bytes[at] == UInt8(ascii: "{") { depth += 1 }
                if bytes[at] == UInt8(ascii: "}") { depth -= 1 }
                at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
            }
            let text = source.text(start..<min(at, bytes.count))
            at += 1
            return text
        }
        let name = word()
        return strings[name.lowercased()] ?? name
    }

    /// Steps over what is left of a group, its brace included.
    private mutating func skipGroup() {
        var depth = 1
        while at < bytes.count, depth > 0 {
            switch bytes[at] {
            case UInt8(ascii: "{"), UInt8(ascii: "("): depth += bytes[at] == UInt8(ascii: "{") ? 1 : 0
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"): at += 1
            default: break
            }
            at += 1
        }
        at = min(at, bytes.count)
    }

    private mutating func skipSpace() {
        while at < bytes.count, " \n\t".utf8.contains(bytes[at]) { at += 1 }
    }

    private mutating func word() -> String {
        let start = at
        while at < bytes.count, Attributes.isName(bytes[at]) || "+:'".utf8.contains(bytes[at]) { at += 1 }
        return source.text(start..<at)
    }
}

extension Reference {
    fileprivate init(_ kind: String, key: String, fields: [String: String], at place: Place) {
        func text(_ names: String...) -> String {
            TeXWords.plain(names.compactMap { fields[$0] }.first { !$0.isEmpty } ?? "")
        }
        id = key
        self.kind = Self.kinds[kind] ?? ""
        authors = Author.all(in: fields["author"] ?? "")
        editors = Author.all(in: fields["editor"] ?? "")
        title = text("title")
        container = text("journal", "journaltitle", "booktitle", "maintitle")
        let date = text("date", "year")
        year = date.isEmpty ? text("pubstate") : IssueDate.text(date)
        volume = text("volume")
        issue = text("number", "issue")
        pages = text("pages").replacing("-", with: "–").replacing("––", with: "–")
        edition = text("edition")
        genre = text("type").isEmpty ? Self.theses[kind] ?? "" : text("type")
        publisher = text("publisher", "school", "institution", "organization", "howpublished")
        publisherPlace = text("address", "location")
        address = Self.address(doi: fields["doi"] ?? "", url: fields["url"] ?? "")
        self.place = place
    }

    private static let kinds = [
        "article": "article-journal", "book": "book", "inbook": "chapter", "incollection": "chapter",
        "inproceedings": "paper-conference", "conference": "paper-conference", "phdthesis": "thesis",
        "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "online": "webpage",
        "collection": "book", "proceedings": "book",
    ]
    private static let theses = ["phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"]
}

extension Reference.Author {
    /// The people of "Knuth, Donald E. and {NIST} and Leslie Lamport and others".
    fileprivate static func all(in text: String) -> [Reference.Author] {
        var people: [Reference.Author] = []
        for name in parts(of: text) {
            let name = name.trimming
            if name.isEmpty || name == "others" { continue }
            if name.hasPrefix("{"), name.hasSuffix("}") {
                people.append(.init(family: TeXWords.plain(name), given: ""))
                continue
            }
            let fields = name.split(separator: ",").map { TeXWords.plain($0.trimming) }
            switch fields.count {
            case 0: continue
            case 1:
                let words = fields[0].split(separator: " ").map(String.init)
                // "Ludwig van Beethoven": the name begins with the first word in small letters.
                let start = words.firstIndex { $0.first?.isLowercase == true } ?? words.count - 1
                people.append(
                    .init(
                        family: words[max(start, 0)...].joined(separator: " "),
                        given: words[..<max(start, 0)].joined(separator: " ")))
            case 2: people.append(.init(family: fields[0], given: fields[1]))
            default: people.append(.init(family: fields[0], given: fields[2], suffix: fields[1]))
            }
        }
        return people
    }

    /// The names between " and " outside braces.
    private static func parts(of text: String) -> [String] {
        var parts = [""]
        var depth = 0
        for word in text.split(whereSeparator: \.isWhitespace) {
            if depth == 0, word == "and" {
                parts.append("")
                continue
            }
            depth += word.count { $0 == "{" } - word.count { $0 == "}" }
            parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
        }
        return parts
    }
}

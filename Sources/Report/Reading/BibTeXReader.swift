/// Reads sources from BibTeX and BibLaTeX.
struct BibTeXReader {
    private let source: SourceText
    private let bytes: [UInt8]
    private var at = 0
    private var strings: [String: String] = [
        "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
        "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
    ]
    /// The fields that name an entry from which others are taken.
    private static let lenders = ["crossref", "xdata"]
    private static let mostGenerations = 16
    private var entries: [Entry] = []
    private var byKey: [String: Entry] = [:]
    /// The fields of the entries looked at so far, with what they take from others.
    private var inherited: [String: [String: String]] = [:]
    private var problems: [Problem] = []

    /// An entry as it stands in the file.
    private struct Entry {
        let kind: String
        let key: String
        var fields: [String: String]
        let place: Place
    }

    /// The sources of a file, and everything wrong with them.
    static func read(_ source: SourceText) -> (references: [Reference], problems: [Problem]) {
        var reader = BibTeXReader(source)
        reader.readAll()
        reader.byKey = Dictionary(reader.entries.map { ($0.key, $0) }) { first, _ in first }
        let parents = Set(reader.entries.flatMap { entry in lenders.flatMap { Self.parents(of: entry, as: $0) } })
        let references = reader.entries.compactMap { reader.reference($0, isParent: parents.contains($0.key)) }
        return (references, reader.problems)
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
            case "string": for (name, text) in fields(of: source.place(sign)) { strings[name] = text }
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
        var fields: [String: String] = [:]
        for (name, text) in self.fields(of: place) where fields.updateValue(text, forKey: name) != nil {
            add("the field '\(name)' is given twice", at: place)
        }
        entries.append(Entry(kind: kind, key: key, fields: fields, place: place))
    }

    /// The source of an entry with the fields of those that it refers to; nil for one that only lends fields.
    private mutating func reference(_ entry: Entry, isParent: Bool) -> Reference? {
        guard entry.kind != "xdata" else { return nil }
        let fields = fields(of: entry, below: [])
        guard !entry.key.isEmpty, !(fields["title"] ?? "").isEmpty else {
            add("a source needs a key and a title", at: entry.place)
            return nil
        }
        for command in Set(fields.values.flatMap(TeXWords.unknown)).sorted() {
            add("'\(command)' means nothing in a source", at: entry.place)
        }
        for name in ["author", "editor"] where TeXWords.hasOtherSeparator(fields[name] ?? "") {
            add("names are parted by 'and'; put the name of an institution between braces", at: entry.place)
        }
        return Reference(entry.kind, key: entry.key, fields: fields, isParent: isParent, at: entry.place)
    }

    /// The fields of an entry and of those that it refers to, which may refer to others themselves.
    private mutating func fields(of entry: Entry, below children: Set<String>) -> [String: String] {
        if let known = inherited[entry.key] { return known }
        var fields = entry.fields
        let family = children.union([entry.key])
        for name in Self.lenders {
            for key in Self.parents(of: entry, as: name) {
                guard !family.contains(key) else {
                    add("'\(entry.key)' refers to '\(key)', which takes fields from it", at: entry.place)
                    continue
                }
                guard family.count < Self.mostGenerations else {
                    add("fields are taken through \(Self.mostGenerations) entries at most", at: entry.place)
                    continue
                }
                guard let parent = byKey[key] else {
                    add("no source is called '\(key)'", at: entry.place)
                    continue
                }
                let lent = self.fields(of: parent, below: family)
                fields.merge(lent.filter { $0.key != "title" && !Self.lenders.contains($0.key) }) { own, _ in own }
                if let title = lent["title"] {
                    let taken = name == "xdata" ? "title" : "booktitle"
                    fields[taken] = fields[taken] ?? title
                }
            }
        }
        inherited[entry.key] = fields
        return fields
    }

    /// The entries that the field `name` of an entry names, several behind commas.
    private static func parents(of entry: Entry, as name: String) -> [String] {
        (entry.fields[name] ?? "").split(separator: ",").map(\.trimming).filter { !$0.isEmpty }
    }

    private mutating func add(_ reason: String, at place: Place) {
        problems.append(Problem(.badReferences(reason), at: place))
    }

    /// `name = {text} # "more", …` up to the end of the entry.
    private mutating func fields(of place: Place) -> [(String, String)] {
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
            if take(UInt8(ascii: ",")) { continue }
            guard at < bytes.count, Attributes.isName(bytes[at]) else { break }
            add("a comma is missing before this", at: source.place(at))
        }
        skipSpace()
        if at < bytes.count, "})".utf8.contains(bytes[at]) {
            at += 1
        } else {
            add("this entry has no end", at: place)
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
        let start = at
        let name = word()
        guard let text = strings[name.lowercased()] else {
            if !name.allSatisfy(\.isNumber) { add("no @string is called '\(name)'", at: source.place(start)) }
            return name
        }
        return text
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
    fileprivate init(_ kind: String, key: String, fields: [String: String], isParent: Bool, at place: Place) {
        func text(_ names: String...) -> String {
            TeXWords.plain(names.compactMap { fields[$0] }.first { !$0.isEmpty } ?? "")
        }
        id = key
        self.kind = Self.kinds[kind] ?? ""
        authors = Author.all(in: fields["author"] ?? "")
        editors = Author.all(in: fields["editor"] ?? "")
        title = [text("title"), text("subtitle")].filter { !$0.isEmpty }.joined(separator: ": ")
        container = text("journal", "journaltitle", "booktitle", "maintitle")
        let date = text("date", "year")
        year = date.isEmpty ? text("pubstate") : IssueDate.text(date)
        volume = text("volume")
        issue = text("number", "issue")
        pages = text("pages", "eid").replacing("-", with: "–").replacing("––", with: "–")
        edition = text("edition")
        genre = text("type").isEmpty ? Self.theses[kind] ?? "" : text("type")
        publisher = text("publisher", "school", "institution", "organization", "howpublished")
        publisherPlace = text("address", "location")
        let archive = text("archiveprefix", "eprinttype").lowercased()
        let article = archive == "arxiv" && !text("eprint").isEmpty ? "https://arxiv.org/abs/\(text("eprint"))" : ""
        let url = (fields["url"] ?? "").replacing(/\\([_%&#~])/) { $0.1 }
        address = Self.address(doi: fields["doi"] ?? "", url: url.isEmpty ? article : url)
        self.isParent = isParent
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
            if depth == 0, word.lowercased() == "and" {
                parts.append("")
                continue
            }
            depth += word.count { $0 == "{" } - word.count { $0 == "}" }
            parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
        }
        return parts
    }
}

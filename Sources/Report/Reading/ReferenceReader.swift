import Yams

/// Reads sources from CSL-YAML, as reference managers write it: a list, or a list under `references`.
enum ReferenceReader {
    /// The sources of `text` by id, and everything wrong with them.
    static func read(_ source: SourceText) -> (references: [Reference], problems: [Problem]) {
        if source.file.hasSuffix(".bib") { return BibTeXReader.read(source) }
        let root: Node?
        do {
            root = try Yams.compose(yaml: source.text(0..<source.bytes.count), .basic)
        } catch {
            let fault = YAMLFault(error)
            let place = source.place(source.offset(line: fault.line, column: fault.column))
            return ([], [Problem(.badReferences(fault.reason), at: place)])
        }
        guard let root, root.scalar?.string != "" else { return ([], []) }
        guard let items = (root.mapping?.value("references") ?? root).sequence else {
            return ([], [Problem(.badReferences("a list of sources is expected"), at: source.place(0))])
        }
        var references: [Reference] = []
        var problems: [Problem] = []
        for item in items {
            let place =
                item.mark.map { source.place(source.offset(line: $0.line, column: $0.column)) }
                ?? Place(file: source.file)
            guard let reference = Reference(item, at: place) else {
                problems.append(Problem(.badReferences("a source needs an id and a title"), at: place))
                continue
            }
            problems += faults(of: item).map { Problem(.badReferences($0), at: place) }
            references.append(reference)
        }
        return (references, problems)
    }
}

extension ReferenceReader {
    /// What other forms of lists of sources call the fields of CSL.
    private static let otherNames = [
        "authors": "author", "editors": "editor", "year": "issued", "date": "issued", "journal": "container-title",
        "booktitle": "container-title", "container": "container-title", "pages": "page",
        "address": "publisher-place", "place": "publisher-place", "key": "id", "link": "URL",
    ]

    /// What in a source would be left out in silence.
    private static func faults(of node: Node) -> [String] {
        guard let mapping = node.mapping else { return [] }
        var faults: [String] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if let known = otherNames[name], mapping.value(known) == nil {
                faults.append("a source has no field '\(name)'; CSL calls it '\(known)'")
            }
            if ["author", "editor"].contains(name) {
                let people = value.sequence.map(Array.init) ?? [value]
                if people.contains(where: { Reference.Author($0) == nil }) {
                    faults.append(
                        "a person has a family name, as in {family: Roe, given: Ann}, an institution is {literal: …}")
                }
            }
        }
        return faults
    }
}

extension Reference {
    fileprivate init?(_ node: Node, at place: Place) {
        guard let mapping = node.mapping else { return nil }
        func text(_ keys: String...) -> String { keys.compactMap { mapping.value($0)?.scalar?.string }.first ?? "" }
        func people(_ key: String) -> [Author] {
            guard let node = mapping.value(key) else { return [] }
            return (node.sequence.map(Array.init) ?? [node]).compactMap { Author($0) }
        }
        guard !text("id").isEmpty, !text("title").isEmpty else { return nil }
        id = text("id")
        kind = text("type")
        authors = people("author")
        editors = people("editor")
        title = text("title")
        container = text("container-title", "collection-title", "event-title")
        year = Self.year(mapping.value("issued")).isEmpty ? text("status") : Self.year(mapping.value("issued"))
        volume = text("volume")
        issue = text("issue", "number")
        pages = text("page").replacing("--", with: "–").replacing("-", with: "–")
        edition = text("edition")
        genre = text("genre")
        publisher = text("publisher")
        publisherPlace = text("publisher-place")
        isParent = false
        self.place = place
        address = Self.address(doi: text("DOI", "doi"), url: text("URL", "url"))
    }

    /// The address of a source: that of its DOI, which may be given as an address, too.
    static func address(doi: String, url: String) -> String {
        let bare = doi.replacing(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/.ignoresCase(), with: "").trimming
        if !bare.isEmpty { return "https://doi.org/\(bare)" }
        return url.hasPrefix("https://") || url.hasPrefix("http://") ? url : ""
    }

    /// The year of `{year: 1996}`, `[{year: 1996}]`, `{date-parts: [[1996]]}`, `1996-08` or `{literal: in press}`.
    private static func year(_ node: Node?) -> String {
        guard let node else { return "" }
        if let scalar = node.scalar { return IssueDate.text(scalar.string) }
        if let mapping = node.mapping {
            let isAbout = mapping.value("circa")?.scalar.map { !["false", "0", ""].contains($0.string) } ?? false
            if let parts = mapping.value("date-parts")?.sequence {
                let years = parts.compactMap { part in
                    (part.sequence?.first ?? part).scalar.flatMap { Int($0.string) }
                }
                guard let first = years.first else { return "" }
                return IssueDate.text(first: first, last: years.count > 1 ? years.last : nil, isAbout: isAbout)
            }
            if let year = mapping.value("year")?.scalar?.string {
                return (isAbout ? "c. " : "") + IssueDate.text(year)
            }
            return year(mapping.value("literal") ?? mapping.value("raw"))
        }
        let years = (node.sequence.map(Array.init) ?? []).map { year($0) }
        return years.count == 2 && years[0] != years[1] ? "\(years[0])–\(years[1])" : years.first ?? ""
    }
}

extension Reference.Author {
    /// A person as CSL gives one, or an institution as a bare name.
    fileprivate init?(_ node: Node) {
        if let name = node.scalar?.string {
            guard !name.isEmpty else { return nil }
            self.init(family: name, given: "")
            return
        }
        func text(_ key: String) -> String { node.mapping?.value(key)?.scalar?.string ?? "" }
        let family = [text("non-dropping-particle"), text("family")].filter { !$0.isEmpty }.joined(separator: " ")
        let given = [text("given"), text("dropping-particle")].filter { !$0.isEmpty }.joined(separator: " ")
        if !family.isEmpty {
            self.init(family: family, given: given, suffix: text("suffix"))
        } else if !text("literal").isEmpty || !given.isEmpty {
            self.init(family: text("literal").isEmpty ? given : text("literal"), given: "")
        } else {
            return nil
        }
    }
}

extension Node.Mapping {
    /// What stands under `name`. Yams's own look-up guesses at the type of every key each time.
    fileprivate func value(_ name: String) -> Node? { first { $0.key.scalar?.string == name }?.value }
}

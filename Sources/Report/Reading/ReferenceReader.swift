import Yams

/// Reads sources from CSL-YAML, as reference managers write it: a list, or a list under `references`.
enum ReferenceReader {
    /// The sources of `text` by id, and everything wrong with them.
    static func read(_ source: SourceText) -> (references: [String: Reference], problems: [Problem]) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: source.text(0..<source.bytes.count), .basic)
        } catch let error as YamlError {
            return ([:], [Problem(.badReferences(reason(of: error)), at: place(of: error, in: source))])
        } catch {
            return ([:], [Problem(.badReferences("\(error)"), at: Place(file: source.file))])
        }
        guard let root, root.scalar?.string != "" else { return ([:], []) }
        guard let items = (root.mapping?.value("references") ?? root).sequence else {
            return ([:], [Problem(.badReferences("a list of sources is expected"), at: source.place(0))])
        }
        var references: [String: Reference] = [:]
        var problems: [Problem] = []
        for item in items {
            let place = item.mark.map { source.place(source.offset(line: $0.line, column: $0.column)) }
            guard let reference = Reference(item, at: place ?? Place(file: source.file)) else {
                problems.append(
                    Problem(.badReferences("a source needs an id and a title"), at: place ?? Place(file: source.file)))
                continue
            }
            if references.updateValue(reference, forKey: reference.id) != nil {
                problems.append(Problem(.duplicate(.citation, reference.id), at: place ?? Place(file: source.file)))
            }
        }
        return (references, problems)
    }

    private static func reason(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        default: "not readable as YAML"
        }
    }

    private static func place(of error: YamlError, in source: SourceText) -> Place {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            source.place(source.offset(line: mark.line, column: mark.column))
        default: source.place(0)
        }
    }
}

extension Reference {
    fileprivate init?(_ node: Node, at place: Place) {
        guard let mapping = node.mapping else { return nil }
        func text(_ keys: String...) -> String { keys.compactMap { mapping.value($0)?.scalar?.string }.first ?? "" }
        func people(_ key: String) -> [Author] {
            (mapping.value(key)?.sequence.map(Array.init) ?? []).compactMap { person in
                let names = person.mapping
                let family = names?.value("family")?.scalar?.string ?? names?.value("literal")?.scalar?.string
                return (family ?? person.scalar?.string).map {
                    Author(family: $0, given: names?.value("given")?.scalar?.string ?? "")
                }
            }
        }
        guard !text("id").isEmpty, !text("title").isEmpty else { return nil }
        id = text("id")
        kind = text("type")
        authors = people("author")
        editors = people("editor")
        title = text("title")
        container = text("container-title", "collection-title", "event-title")
        year = Self.year(mapping.value("issued"))
        volume = text("volume")
        issue = text("issue", "number")
        pages = text("page").replacing("--", with: "–").replacing("-", with: "–")
        publisher = text("publisher", "genre")
        self.place = place
        let doi = text("DOI", "doi")
        let url = text("URL", "url")
        address =
            doi.isEmpty ? (url.hasPrefix("https://") || url.hasPrefix("http://") ? url : "") : "https://doi.org/\(doi)"
    }

    /// The year of `{year: 1996}`, `[{year: 1996}]`, `{date-parts: [[1996]]}` or `1996-08`.
    private static func year(_ node: Node?) -> String {
        guard let node else { return "" }
        if let scalar = node.scalar { return String(scalar.string.prefix(4)) }
        if let mapping = node.mapping {
            return mapping.value("year")?.scalar?.string
                ?? year(mapping.value("date-parts") ?? mapping.value("literal"))
        }
        return year(node.sequence?.first)
    }
}

extension Node.Mapping {
    /// What stands under `name`. Yams's own look-up guesses at the type of every key each time.
    fileprivate func value(_ name: String) -> Node? { first { $0.key.scalar?.string == name }?.value }
}

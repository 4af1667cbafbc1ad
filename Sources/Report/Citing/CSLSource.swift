import Yams

/// Turns the sources of `references.yml` into CSL-JSON, every field of them.
///
/// Formulas travel through the processor letter by letter as signs that no style changes (`PandocText.formula`).
enum CSLSource {
    /// The sources that `source` lists.
    static func items(of source: SourceText) throws -> [[String: Any]] {
        guard let root = try Yams.compose(yaml: source.text(0..<source.bytes.count), .basic) else { return [] }
        let list = root.mapping?.first { $0.key.scalar?.string == "references" }?.value ?? root
        return (list.sequence.map(Array.init) ?? []).compactMap(item)
    }

    private static func item(_ node: Node) -> [String: Any]? {
        guard let mapping = node.mapping else { return nil }
        var item: [String: Any] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { continue }
            switch name {
            case _ where dates.contains(name): item[name] = date(value)
            case _ where people.contains(name):
                item[name] = (value.sequence.map(Array.init) ?? [value]).map { person($0) }
            case "doi", "DOI":
                let bare = Reference.address(doi: value.scalar?.string ?? "", url: "")
                item["DOI"] = bare.replacing("https://doi.org/", with: "")
            case "url": item["URL"] = value.scalar?.string
            case "page": item[name] = value.scalar?.string.replacing("--", with: "-")
            // What a document says of its fate where it has no date.
            case "status" where !mapping.contains { $0.key.scalar?.string == "issued" }:
                item[name] = value.scalar?.string
                item["issued"] = ["literal": value.scalar?.string ?? ""]
            default: item[name] = plain(value)
            }
        }
        return item
    }

    private static let dates: Set = [
        "issued", "accessed", "available-date", "event-date", "original-date", "submitted",
    ]

    private static let people: Set = [
        "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
        "director", "editor", "editorial-director", "editor-translator", "executive-producer", "guest", "host",
        "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
        "reviewed-author", "script-writer", "series-creator", "translator",
    ]

    private static func plain(_ node: Node) -> Any {
        if let mapping = node.mapping {
            return Dictionary(
                mapping.map { ($0.key.scalar?.string ?? "", plain($0.value)) }, uniquingKeysWith: { first, _ in first })
        }
        if let sequence = node.sequence { return sequence.map(plain) }
        return PandocText.covering(node.scalar?.string ?? "")
    }

    private static func person(_ node: Node) -> Any {
        if let name = node.scalar?.string { return ["literal": name] }
        return plain(node)
    }

    // MARK: Dates

    /// `1996-08`, `{year: 1996, month: 8}`, `[{year: 1996}]`, `{date-parts: [[1996]]}`, `3 May 2012`, `in press`.
    private static func date(_ node: Node) -> Any {
        if let text = node.scalar?.string { return date(text.trimming) }
        guard let mapping = node.mapping else {
            let parts = (node.sequence.map(Array.init) ?? []).compactMap { $0.mapping.flatMap(dateParts) }
            return parts.isEmpty ? date("") : ["date-parts": parts]
        }
        var fields: [String: Any] = [:]
        let parts = dateParts(mapping)
        if let parts { fields["date-parts"] = [parts] }
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            let text = value.scalar?.string ?? ""
            switch name {
            case "circa": fields[name] = !["false", "0", ""].contains(text)
            case "month", "day": break
            // No number: "in press".
            case "year": if parts == nil { fields["literal"] = text }
            default: fields[name] = plain(value)
            }
        }
        return fields
    }

    /// Year, month and day; nil where the year is no number.
    private static func dateParts(_ mapping: Node.Mapping) -> [Int]? {
        let fields = Dictionary(
            mapping.map { ($0.key.scalar?.string ?? "", $0.value.scalar?.string ?? "") },
            uniquingKeysWith: { first, _ in first })
        guard let year = fields["year"].flatMap({ Int($0) }) else { return nil }
        guard let month = fields["month"].flatMap({ Int($0) ?? Self.month($0) }) else { return [year] }
        return [year, month] + (fields["day"].flatMap { Int($0) }.map { [$0] } ?? [])
    }

    private static func date(_ text: String) -> Any {
        if text.wholeMatch(of: /-?\d{4}(-\d\d){0,2}[~?%]?(\/(-?\d{4}(-\d\d){0,2}[~?%]?)?)?/) != nil {
            return ["raw": text]
        }
        if let match = text.wholeMatch(of: /(\d{1,2})\.?\s+([A-Z][a-z]{2,8})\.?\s+(\d{4})/), let day = Int(match.1),
            let month = month(String(match.2)), let year = Int(match.3)
        {
            return ["date-parts": [[year, month, day]]]
        }
        if let match = text.wholeMatch(of: /([A-Z][a-z]{2,8})\.?\s+(?:(\d{1,2}),\s+)?(\d{4})/),
            let month = month(String(match.1)), let year = Int(match.3)
        {
            return ["date-parts": [[year, month] + (match.2.flatMap { Int($0) }.map { [$0] } ?? [])]]
        }
        return ["literal": text]
    }

    private static func month(_ name: String) -> Int? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return months.firstIndex(of: name.prefix(3).lowercased()).map { $0 + 1 }
    }
}

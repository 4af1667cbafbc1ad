/// The sources of the book, with the author–year text by which each is cited.
struct Bibliography: Sendable {
    let references: [String: Reference]
    private let years: [String: String]

    init(_ references: [String: Reference]) {
        self.references = references
        var alike: [String: [String]] = [:]
        for id in references.keys.sorted() {
            guard let reference = references[id] else { continue }
            alike["\(Self.names(reference)) \(reference.year)", default: []].append(id)
        }
        var years: [String: String] = [:]
        for ids in alike.values {
            for (index, id) in ids.enumerated() {
                let letter = ids.count > 1 ? String(UnicodeScalar(UInt8(97 + index % 26))) : ""
                let year = references[id]?.year ?? ""
                years[id] = (year.isEmpty ? "n.d." : year) + letter
            }
        }
        self.years = years
    }

    /// The entry of the source `id`, if there is one.
    func entry(_ id: String, locator: String = "") -> CitationEntry? {
        references[id].map {
            CitationEntry(
                reference: $0, authors: Self.names($0), year: years[id] ?? $0.year, locator: locator)
        }
    }

    /// "Breiman", "Krogh and Hertz", "Srivastava et al."; the title where nobody signs.
    private static func names(_ reference: Reference) -> String {
        let people = reference.authors.isEmpty ? reference.editors : reference.authors
        switch people.count {
        case 0: return reference.title
        case 1: return people[0].family
        case 2: return "\(people[0].family) and \(people[1].family)"
        default: return "\(people[0].family) et al."
        }
    }
}

import Hashing
import Notebook

/// The sources that a book may cite, by id.
struct References: Sendable {
    let all: [String: Reference]
    let problems: [Problem]
    /// Hexadecimal digest of the file they come from.
    let digest: String

    /// Reads `source`, or takes from `cache` what was read of it before.
    ///
    /// - Parameter code: digest of the code that reads.
    init(_ source: SourceText, cache: any ProductCache, code: String) throws {
        digest = Digest(of: source.bytes).hex
        var read: (references: [String: Reference], problems: [Problem])?
        let key = Digest(ofFields: ["references 1", code, digest])
        let kept = try cache.texts(key.hex) {
            let found = ReferenceReader.read(source)
            read = found
            guard found.problems.isEmpty else { return nil }
            return found.references.values.sorted { $0.id < $1.id }.flatMap(\.texts)
        }
        if let read {
            (all, problems) = read
        } else {
            var texts = (kept ?? [])[...]
            var all: [String: Reference] = [:]
            while let reference = Reference(texts: &texts, in: source) { all[reference.id] = reference }
            self.all = all
            problems = []
        }
    }
}

extension Reference {
    /// The source as texts, to be kept.
    fileprivate var texts: [String] {
        let people = [authors, editors].flatMap { list in
            [String(list.count)] + list.flatMap { [$0.family, $0.given] }
        }
        return [
            id, kind, title, container, year, volume, issue, pages, publisher, address, String(place.line),
            String(place.column),
        ] + people
    }

    /// Takes from the front of `texts` what another wrote; nil when nothing is left.
    fileprivate init?(texts: inout ArraySlice<String>, in source: SourceText) {
        guard texts.count >= 14 else { return nil }
        func next() -> String { texts.popFirst() ?? "" }
        func people() -> [Author] {
            (0..<(Int(next()) ?? 0)).map { _ in Author(family: next(), given: next()) }
        }
        id = next()
        kind = next()
        title = next()
        container = next()
        year = next()
        volume = next()
        issue = next()
        pages = next()
        publisher = next()
        address = next()
        place = source.place(line: Int(next()) ?? 0, column: Int(next()) ?? 0)
        authors = people()
        editors = people()
    }
}

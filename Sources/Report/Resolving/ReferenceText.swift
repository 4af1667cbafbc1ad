/// A source as a reference list shows it, free of HTML and TeX.
enum ReferenceText {
    enum Piece: Hashable {
        case text(String)
        /// The title of what stands on a shelf: a book, a journal.
        case title(String)
        case link(String)
    }

    static func pieces(of entry: CitationEntry) -> [Piece] {
        let source = entry.reference
        let isWhole = source.container.isEmpty
        var pieces: [Piece] = [
            .text("\(people(source.authors.isEmpty ? source.editors : source.authors)) (\(entry.year)). ")
        ]
        pieces += isWhole ? [.title(source.title), .text(". ")] : [.text("\(source.title). ")]
        if !isWhole {
            pieces.append(.title(source.container))
            var tail = ""
            if !source.volume.isEmpty { tail += " \(source.volume)" }
            if !source.issue.isEmpty { tail += "(\(source.issue))" }
            if !source.pages.isEmpty { tail += ", \(source.pages)" }
            pieces.append(.text(tail + ". "))
        }
        if !source.publisher.isEmpty { pieces.append(.text(source.publisher + ". ")) }
        if !source.address.isEmpty { pieces.append(.link(source.address)) }
        return pieces
    }

    /// "Breiman, L.", "Krogh, A. and Hertz, J. A.".
    private static func people(_ authors: [Reference.Author]) -> String {
        let names = authors.map { author in
            let initials = author.given.split { " -.".contains($0) }.compactMap(\.first).map { "\($0)." }
            return initials.isEmpty ? author.family : "\(author.family), \(initials.joined(separator: " "))"
        }
        guard names.count > 1 else { return names.first ?? "Anonymous" }
        return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}

import Foundation
import Notebook

/// The sources of the book, with the author–year text by which each is cited.
struct Bibliography: Sendable {
    let references: [String: Reference]
    private(set) var years: [String: String] = [:]
    let language: Language
    private let styled: StyledCitations?

    /// - Parameters:
    ///   - cited: the sources that some template cites; letters tell these alone apart. nil for all.
    ///   - styled: what the book's style makes of them, if it names one.
    init(
        _ references: [String: Reference], cited: Set<String>? = nil, in language: Language = .english,
        styled: StyledCitations? = nil
    ) {
        self.references = references
        self.language = language
        self.styled = styled
        var alike: [String: [Reference]] = [:]
        for reference in references.values where cited?.contains(reference.id) ?? true {
            alike["\(names(reference)) \(reference.year)", default: []].append(reference)
        }
        for sources in alike.values {
            let ordered = sources.sorted { ($0.title.sortKey, $0.id) < ($1.title.sortKey, $1.id) }
            for (index, source) in ordered.enumerated() {
                let year = source.year.isEmpty ? language.name("n.d.") : source.year
                years[source.id] = year + (ordered.count > 1 ? Self.letters(index, after: year) : "")
            }
        }
    }

    /// Sources with the years by which they are cited, told apart already.
    init(references: [String: Reference], years: [String: String], in language: Language) {
        self.references = references
        self.years = years
        self.language = language
        styled = nil
    }

    /// "a", "b", …, "z", "aa", …, with a hyphen after a word.
    private static func letters(_ index: Int, after year: String) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + index % 26)))
        return (year.last?.isNumber == true ? "" : "-") + (index >= 26 ? letters(index / 26 - 1, after: "0") : "")
            + letter
    }

    /// The entry of the source `id`, if there is one.
    func entry(_ id: String) -> CitationEntry? {
        references[id].map {
            CitationEntry(
                reference: $0, authors: names($0),
                year: years[id] ?? ($0.year.isEmpty ? language.name("n.d.") : $0.year),
                language: language, styled: styled?.listing(of: id))
        }
    }

    /// What stands on page `slug` for `queries`, those sources of them that there are.
    func citation(_ queries: [CitationQuery], _ form: CitationForm, on slug: String) -> Citation {
        let found = queries.compactMap { query in entry(query.key.text).map { (query, $0) } }
        let entries = found.map(\.1)
        if let place = queries.first?.key.place, let pieces = styled?.pieces(at: place, on: slug) {
            return Citation(entries: entries, pieces: pieces)
        }
        var pieces: [Citation.Piece] = form == .bracketed ? [.words([.text("(")])] : []
        for (index, (query, entry)) in found.enumerated() {
            if index > 0 { pieces.append(.words([.text("; ")])) }
            pieces.append(.source(entry.reference.id, [.text(Self.text(query, entry, form))]))
        }
        if form == .bracketed { pieces.append(.words([.text(")")])) }
        return Citation(entries: entries, pieces: pieces)
    }

    private static func text(_ query: CitationQuery, _ entry: CitationEntry, _ form: CitationForm) -> String {
        switch form {
        case .narrative: "\(entry.authors) (\(entry.year)\(query.locator))"
        case .bracketed:
            (query.prefix.isEmpty ? "" : "\(query.prefix) ") + (query.isYearAlone ? "" : "\(entry.authors), ")
                + "\(entry.year)\(query.locator)"
        }
    }

    /// Hexadecimal digest of what the book's style makes of the citations of page `slug`; empty where it names none.
    func styleDigest(of slug: String) -> String { styled?.digest(of: slug) ?? "" }

    /// "Breiman", "Krogh and Hertz", "Srivastava et al."; the title where nobody signs.
    private func names(_ reference: Reference) -> String {
        let people = reference.authors.isEmpty ? reference.editors : reference.authors
        switch people.count {
        case 0: return RichTitle.read(reference.title, at: reference.place).plainText
        case 1: return people[0].family
        case 2: return "\(people[0].family) \(language.name("and")) \(people[1].family)"
        default: return "\(people[0].family) et al."
        }
    }
}

extension [CitationEntry] {
    /// In the order of a list of sources: that of the book's style, or by names and years, whatever their case and accents.
    var inOrder: [CitationEntry] {
        // Each key once: to fold a name takes longer than to compare it.
        map { (entry: $0, authors: $0.authors.sortKey, title: $0.reference.title.sortKey) }.sorted {
            if let rank = $0.entry.styled?.rank, let other = $1.entry.styled?.rank { return rank < other }
            return ($0.authors, $0.entry.year, $0.title, $0.entry.reference.id)
                < ($1.authors, $1.entry.year, $1.title, $1.entry.reference.id)
        }.map(\.entry)
    }
}

extension String {
    /// The text by which it is sorted.
    var sortKey: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacing("ø", with: "o").replacing("æ", with: "ae").replacing("ł", with: "l").replacing("đ", with: "d")
    }
}

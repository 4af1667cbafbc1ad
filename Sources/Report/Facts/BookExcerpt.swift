import Foundation

/// What every page shows of the whole book.
public struct BookExcerpt: Sendable {
    /// The sections that have a page.
    let sections: [String]
    /// Their entries in the contents, as HTML.
    let entries: [String]
    /// Whether the book has an index.
    let hasTerms: Bool

    init(of shell: Shell) {
        sections = shell.sections.map(\.info.slug)
        entries = shell.entries
        hasTerms = shell.hasTerms
    }

    /// Reads what `data` wrote; nil for anything else.
    public init?(data: Data) {
        guard let texts = TextList(data: data)?.texts, let last = texts.last, texts.count % 2 == 1 else { return nil }
        sections = Array(texts.prefix(texts.count / 2))
        entries = Array(texts.dropLast().suffix(texts.count / 2))
        hasTerms = last == "true"
    }

    var data: Data { TextList(sections + entries + ["\(hasTerms)"]).data }
}

import Foundation
import Hashing
import Notebook

/// The citations of a book and their sources as a CSL style has them.
struct StyledCitations: Sendable {
    /// By page, then by line and column of the citation.
    private var citations: [String: [String: [Citation.Piece]]] = [:]
    /// By the id of the source.
    private var listings: [String: Listing] = [:]
    /// Hexadecimal digest of what each page shows of them.
    private var digests: [String: String] = [:]

    /// A source in the list of them.
    struct Listing: Sendable {
        /// The style's order.
        let rank: Int
        let text: [Inline<Resolved>]
    }

    /// nil for a report whose book names no style.
    ///
    /// - Parameters:
    ///   - pages: those that cite, in reading order.
    ///   - sources: the files of references.
    /// - Throws: `ReportError.problems` when style or processor are missing, or the style cites in notes.
    init?(of report: Report, pages: [PageSource], references: References, sources: [SourceText]) throws {
        guard let style = report.citationStyle else { return nil }
        let text = try style.text(besides: report.templates)
        guard let pandoc = Pandoc() else { throw ReportError.problems([Problem(.missingPandoc, at: style.place)]) }
        let full = Set(report.kept.filter { $0.record.profile == .full }.map(\.record.section.info.slug))
        let all = pages.flatMap { page in
            page.facts.citations.filter { !$0.isOfFullRun || full.contains(page.slug) }
                .map { (page.slug, $0.naming { references.all[$0] != nil }) }
        }.filter { !$0.1.sources.isEmpty }
        guard !all.isEmpty else { return }
        let fields = ["citations 1", report.code, Digest(of: text).hex, references.digest, report.language.code]
        let key = Digest(
            ofFields: fields + [try InstalledProgram.stamp(of: pandoc.program.path)] + all.flatMap { $0.1.texts })
        let data = try report.cache.product(key.hex) {
            do {
                return try pandoc.cited(
                    all.map { $0.1.paragraph }, by: text, sources: try sources.map(Self.file),
                    language: report.language == .english ? nil : report.language.code)
            } catch let failure as Pandoc.Failure {
                throw ReportError.problems([Problem(.citationsFailed(failure.reason), at: style.place)])
            }
        }
        let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let blocks = document?["blocks"] as? [[String: Any]] ?? []
        guard blocks.count >= all.count else {
            throw ReportError.problems([Problem(.citationsFailed("pandoc left out citations"), at: style.place)])
        }
        let hasNotes = try read(all, blocks, references)
        if hasNotes { throw ReportError.problems([Problem(.styleOfNotes(style.name), at: style.place)]) }
    }

    /// A file of references as pandoc reads it.
    private static func file(_ source: SourceText) throws -> (name: String, data: Data) {
        if source.file.hasSuffix(".bib") { return ("references.bib", Data(source.bytes)) }
        return ("references.json", try JSONSerialization.data(withJSONObject: CSLSource.items(of: source)))
    }

    /// Returns whether the style puts citations into notes.
    private mutating func read(
        _ all: [(slug: String, citation: PageFacts.Citation)], _ blocks: [[String: Any]], _ references: References
    ) throws -> Bool {
        var hasNotes = false
        var entries: [String: String] = [:]
        let list = blocks.dropFirst(all.count).last?["c"] as? [Any]
        for (rank, node) in (list?.last as? [[String: Any]] ?? []).enumerated() {
            guard let attributes = (node["c"] as? [Any])?.first as? [Any], let id = attributes.first as? String else {
                continue
            }
            let key = String(id.dropFirst(4))
            var text = PandocText(at: references.all[key]?.place ?? Place(file: ""))
            let words = Citation(entries: [], pieces: text.pieces(of: [node])).content
            hasNotes = hasNotes || text.hasNote
            listings[key] = Listing(rank: rank, text: words)
            entries[key] = try Self.digest(of: node)
        }
        var shown: [String: [String]] = [:]
        for ((slug, citation), block) in zip(all, blocks) {
            var text = PandocText(at: Place(file: "templates/\(slug).md", line: citation.line, column: citation.column))
            citations[slug, default: [:]][citation.name] = text.pieces(of: [block])
            hasNotes = hasNotes || text.hasNote
            shown[slug, default: []].append(try Self.digest(of: block))
            shown[slug]? += citation.sources.map { entries[$0.key] ?? "" }
        }
        digests = shown.mapValues { Digest(ofFields: $0).hex }
        return hasNotes
    }

    private static func digest(of node: [String: Any]) throws -> String {
        Digest(of: try JSONSerialization.data(withJSONObject: node, options: .sortedKeys)).hex
    }

    /// The words of the citation whose first key stands at `place` of page `slug`.
    func pieces(at place: Place, on slug: String) -> [Citation.Piece]? {
        citations[slug]?[PageFacts.Citation.name(line: place.line, column: place.column)]
    }

    func listing(of id: String) -> Listing? { listings[id] }

    /// Hexadecimal digest of what page `slug` shows of citations and sources.
    func digest(of slug: String) -> String { digests[slug] ?? "" }
}

extension PageFacts.Citation {
    /// By what it is found on its page.
    var name: String { Self.name(line: line, column: column) }

    static func name(line: Int, column: Int) -> String { "\(line):\(column)" }

    /// The same with those sources alone that `isKnown`.
    fileprivate func naming(_ isKnown: (String) -> Bool) -> PageFacts.Citation {
        var known = self
        known.sources = sources.filter { isKnown($0.key) }
        return known
    }

    /// A paragraph of it in pandoc's own form.
    fileprivate var paragraph: [String: Any] {
        let items = sources.map { source -> [String: Any] in
            let mode =
                form == .narrative ? "AuthorInText" : source.isYearAlone ? "SuppressAuthor" : "NormalCitation"
            return [
                "citationId": source.key, "citationPrefix": Self.words(source.prefix),
                "citationSuffix": Self.words(source.locator), "citationMode": ["t": mode], "citationNoteNum": 0,
                "citationHash": 0,
            ]
        }
        let cite: [String: Any] = ["t": "Cite", "c": [items, [] as [Any]] as [Any]]
        return ["t": "Para", "c": [cite]]
    }

    private static func words(_ text: String) -> [[String: Any]] {
        var words: [[String: Any]] = []
        for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { words.append(["t": "Space"]) }
            if !part.isEmpty { words.append(["t": "Str", "c": String(part)]) }
        }
        return words
    }
}

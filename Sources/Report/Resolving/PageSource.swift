import Hashing
import Notebook

/// A template, the record its names belong to, and what others want to know of it.
struct PageSource: Sendable {
    /// The page's file name without ending.
    let slug: String
    /// nil for a page that belongs to no section.
    let section: NumberedSection?
    /// nil also where the report does not show the section.
    private(set) var record: SectionRecord?
    let source: SourceText
    let language: Language
    /// Hexadecimal digest of the template.
    let digest: String
    let facts: PageFacts
    /// What is wrong in the template by itself.
    let problems: [Problem]
    /// The prose where it is read already.
    private var read: Prose<Parsed>?

    /// The template's prose, read when it is asked for.
    var prose: Prose<Parsed> { read ?? ProseReader.read(source, in: language).prose.naming(of: record) }

    /// - Parameter code: digest of the code that reads.
    init(
        slug: String, section: NumberedSection? = nil, record: SectionRecord? = nil, source: SourceText,
        in language: Language = .english, cache: any ProductCache = NoCache(), code: String = ""
    ) throws {
        self.slug = slug
        self.section = section
        self.record = record
        self.source = source
        self.language = language
        digest = Digest(of: source.bytes).hex
        var read: (prose: Prose<Parsed>, problems: [Problem])?
        var facts: PageFacts?
        let studies = record.map { $0.studies.map(\.study.name) + $0.sharedNames } ?? []
        let texts = try cache.texts(Digest(ofFields: ["facts 4", code, language.code, digest] + studies).hex) {
            var found = ProseReader.read(source, in: language)
            found.prose = found.prose.naming(of: record)
            read = found
            facts = PageFacts(found.prose)
            return found.problems.isEmpty ? facts?.texts : nil
        }
        let known =
            facts ?? texts.flatMap(PageFacts.init)
            ?? PageFacts(ProseReader.read(source, in: language).prose.naming(of: record))
        self.facts = known
        self.read = read?.prose
        problems = read?.problems ?? []
    }

    /// The same with its prose read, for whoever asks for it several times.
    var withProse: PageSource {
        var page = self
        page.read = prose
        return page
    }

    /// The same with other results of the same section.
    ///
    /// - Returns: nil when names of the prose mean other things with `record`.
    func showing(_ record: SectionRecord) -> PageSource? {
        guard record.sharedNames == self.record?.sharedNames else { return nil }
        var page = self
        page.record = record
        return page
    }
}

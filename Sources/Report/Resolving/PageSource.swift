import Notebook

/// A template that was read, and the record its names belong to.
struct PageSource: Sendable {
    /// The page's file name without ending.
    let slug: String
    /// nil for a page that belongs to no section.
    let record: SectionRecord?
    let source: SourceText
    let prose: Prose<Parsed>

    /// Every block in reading order, with those of the notes.
    var blocks: [Block<Parsed>] { (prose.blocks + prose.notes.flatMap { $0 }).flatMap(\.flattened) }
}

import Notebook

extension Book {
    /// Number and title of each section's chapter, by the section's slug; nothing in a book of one chapter.
    var chapterNames: [String: String] {
        guard chapters.count > 1 else { return [:] }
        let names = chapters.flatMap { chapter in
            chapter.sections.map { ($0.info.slug, "\(chapter.number) \(chapter.title)") }
        }
        return Dictionary(names) { first, _ in first }
    }
}

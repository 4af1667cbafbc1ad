/// A stretch of the sources that a page shows.
struct Snippet: Hashable, Sendable {
    let name: String
    /// The file from the book's root: "Sources/Chapters/EarlyStopping/Experiment.swift".
    let file: String
    /// The first line shown, counted from 1.
    let line: Int
    let text: String
}

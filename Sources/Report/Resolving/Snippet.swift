/// A stretch of the sources that a page shows.
public struct Snippet: Hashable, Sendable {
    public let name: String
    /// The file from the book's root: "Sources/Chapters/EarlyStopping/Experiment.swift".
    public let file: String
    /// The first line shown, counted from 1.
    public let line: Int
    public let text: String
}

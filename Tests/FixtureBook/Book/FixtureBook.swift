import BookTool
import Build
import Foundation
import Learning
import Notebook

/// A book of two small sections, as a program of its own would hold it.
public enum FixtureBook {
    public static let book = Book(
        title: "Fixture",
        chapters: [Chapter(1, title: "Numbers", sections: [(1, DiceSection.self), (2, GreySection.self)])])

    /// Grey images, and MNIST from files.
    public static let images = ImageSourceProvider(
        drawn: { GreyImages(grey: 0.5) }, files: { try MNIST(directory: $0) })

    /// Digests as if the sections' sources had the state `sources`.
    public static func digests(_ sources: String) -> SourceDigests {
        SourceDigests(
            studies: ["FixtureBook": .init(experiment: sources, presentation: sources)], report: "report",
            everything: sources)
    }
}

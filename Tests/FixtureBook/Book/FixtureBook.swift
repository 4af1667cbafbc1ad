import BookTool
import Build
import Foundation
import Hashing
import Learning
import Notebook

/// A book of two small sections, as a program of its own would hold it.
public enum FixtureBook {
    /// With MNIST, for which grey images stand in.
    public static let book = book(in: .english)

    public static func book(in language: Language) -> Book {
        book(data: [.mnist(standIn: { GreyImages(grey: 0.5) })], in: language)
    }

    public static func book(data: [DataSet], in language: Language = .english) -> Book {
        Book(
            "regbook", title: "Fixture", language: language, data: data,
            chapters: [Chapter(1, title: "Numbers", sections: [(1, DiceSection.self), (2, GreySection.self)])])
    }

    /// A book of one section of two studies, and one of a single study.
    public static let coins = Book(
        "regbook", title: "Coins",
        chapters: [Chapter(1, title: "Chance", sections: [(1, CoinSection.self), (2, DiceSection.self)])])

    /// The same with other images, drawn and from files.
    public static func book(drawn: GreyImages, files: GreyImages) -> Book {
        book(data: [.images("mnist", title: "MNIST", licence: "free", files: [], standIn: { drawn }) { _ in files }])
    }

    /// A book of one section, whose study reads a table.
    public static func tides(_ table: DataSet?) -> Book {
        Book(
            "tidebook", title: "Tides", data: table.map { [$0] } ?? [],
            chapters: [Chapter(1, title: "Water", sections: [(1, TideSection.self), (2, DiceSection.self)])])
    }

    /// The table that `tides` reads, as the text of a CSV file.
    public static func levels(_ text: String, addresses: [String] = []) -> DataSet {
        .table(
            "tides", title: "Tides at Brest", licence: "public domain", file: "tides.csv",
            checksum: Digest(of: text).hex, addresses: addresses)
    }
    public static let lowLevels = "hour,level\n0,1.5\n1,2.25\n"

    /// Digests as if the sections' sources had the state `sources`.
    public static func digests(_ sources: String) -> SourceDigests {
        SourceDigests(
            studies: ["FixtureBook": .init(experiment: sources, presentation: sources)], report: "report",
            everything: sources)
    }
}

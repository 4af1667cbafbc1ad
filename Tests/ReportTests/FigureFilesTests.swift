import Foundation
import Notebook
import Plots
import Report
import Testing

/// Figures are made when they have to be drawn, and a failure says which.
struct FigureFilesTests {
    private struct PictureSection: Section {
        struct Parameters: Codable, Sendable {}
        struct Results: Codable, Sendable { var isBroken: Bool }
        struct Broken: Error, CustomStringConvertible { let description = "no such weights" }

        static let info = SectionInfo(slug: "pictures", title: "Pictures")
        static func parameters(for profile: Profile) -> Parameters { Parameters() }

        func experiment(_ parameters: Parameters, in lab: Lab) async throws -> Results { Results(isBroken: false) }

        func present(_ results: Results) throws -> Page {
            try Page { PageElement.figure("weights", try Self.weights(results)) }
        }

        private static func weights(_ results: Results) throws -> Figure {
            guard !results.isBroken else { throw Broken() }
            return PenaltySection.contours
        }
    }

    private static func report(isBroken: Bool, in folder: FixtureBook, cache: any ProductCache) throws -> Report {
        let book = Book(
            title: "Pictures", chapters: [Chapter(7, title: "Pictures", sections: [(1, PictureSection.self)])])
        let section = book.sections[0]
        let record = SectionRecord(
            section: section, page: try section.section.present(Data("{\"isBroken\":\(isBroken)}".utf8)),
            profile: .quick, seed: 1, dataName: nil, parameters: Data("{}".utf8), inputDigest: "inputs",
            isAsWritten: true, seconds: 1, rerunCommand: "regbook run pictures")
        return Report(
            book: book, records: [record], templates: folder.templates,
            sources: folder.folder.appending(path: "Sources"), cache: cache, code: "", formats: [.html],
            drawer: FixtureBook.drawer)
    }

    private static func folder() throws -> FixtureBook {
        let folder = try FixtureBook()
        try folder.write("Words.\n", to: "index.md")
        try folder.write("![Weights](figure:weights)\n", to: "pictures.md")
        try folder.write("", to: "references.yml")
        return folder
    }

    @Test func aFigureThatWasDrawnIsNotMadeAgain() throws {
        let (folder, cache) = (try Self.folder(), MemoryCache())
        _ = try Self.report(isBroken: false, in: folder, cache: cache).write(to: folder.output)
        let drawn = try folder.page("pictures.html")
        _ = try Self.report(isBroken: true, in: folder, cache: cache).write(to: folder.output)
        #expect(try folder.page("pictures.html") == drawn)
        try folder.remove()
    }

    @Test func aFigureThatCannotBeMadeIsNamed() throws {
        let folder = try Self.folder()
        let message = "the figure 'pictures/weights' can't be drawn: no such weights"
        let failure = #expect(throws: ReportError.self) {
            try Self.report(isBroken: true, in: folder, cache: NoCache()).write(to: folder.output)
        }
        #expect(failure?.description == message)
        try folder.remove()
    }
}

import Foundation
import Notebook
import Plots
import Report
import Testing

/// Figures are made when they have to be drawn, and a failure says which.
struct FigureFilesTests {
    private struct Broken: Error, CustomStringConvertible { let description = "no such weights" }

    private static func page(isBroken: Bool) throws -> Page {
        try Page { PageFigure("weights", try weights(isBroken: isBroken)) }
    }

    private static func weights(isBroken: Bool) throws -> Figure {
        guard !isBroken else { throw Broken() }
        return PenaltySection.contours
    }

    @Test func aFigureThatWasDrawnIsNotMadeAgain() throws {
        let folder = try OneSection.folder(saying: "![Weights](figure:weights)\n")
        let cache = MemoryCache()
        _ = try OneSection.report(of: Self.page(isBroken: false), in: folder, cache: cache).write(to: folder.output)
        let drawn = try folder.page("one.html")
        _ = try OneSection.report(of: Self.page(isBroken: true), in: folder, cache: cache).write(to: folder.output)
        #expect(try folder.page("one.html") == drawn)
        try folder.remove()
    }

    @Test func aFigureThatCannotBeMadeIsNamed() throws {
        let folder = try OneSection.folder(saying: "![Weights](figure:weights)\n")
        let failure = #expect(throws: ReportError.self) {
            try OneSection.report(of: Self.page(isBroken: true), in: folder).write(to: folder.output)
        }
        #expect(failure?.description == "the figure 'one/weights' can't be drawn: no such weights")
        try folder.remove()
    }

    /// The caption speaks of the frame that stands first on screen.
    @Test(arguments: [
        (1, [1, 2, 5, 7]), (2, [1, 3, 5, 7]), (3, [1, 4, 5, 7]), (4, [1, 3, 5, 7]), (5, [1, 3, 6, 7]),
    ])
    func onPaperTheFrameOfTheCaptionIsAmongTheFour(initial: Int, shown: [Int]) throws {
        let folder = try OneSection.folder(saying: "![Weights](figure:weights)\n")
        let page = Page {
            PageFigure(
                "weights", over: "decay",
                frames: (1...7).map { .init(label: "\($0)", figure: PenaltySection.contours) }, initial: initial)
        }
        _ = try OneSection.report(of: page, in: folder, formats: [.pdf], drawer: .plots).write(to: folder.output)
        let tex = try folder.page("latex/one.tex")
        let pictures = tex.matches(of: /weights-(\d)\.pdf/).compactMap { Int($0.1) }
        #expect(pictures == shown)
        try folder.remove()
    }
}

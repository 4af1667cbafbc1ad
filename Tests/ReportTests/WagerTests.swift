import BrowserDriver
import Foundation
import Notebook
import Plots
import Report
import Testing

/// A reader may draw a curve before seeing it.
@Suite struct WagerTests {
    /// A line that falls from 1 to 0 and one that is hidden at first, at a height of a half.
    private static let page = Page {
        PageFigure(
            "drawn",
            Figure(width: 420, height: 200) {
                Panel(x: Axis("epoch", in: 0...4), y: Axis("loss", in: 0...1)) {
                    Line(x: [0, 4], y: [1, 0]).role(.training).label("training")
                    Line(x: [0, 1, 2, 3, 4], y: [0.5, 0.5, 0.5, 0.5, 0.5]).role(.validation).label("validation")
                    Point(x: 2, y: 0.5)
                }
            })
    }

    private static func book(saying prose: String, _ page: Page = page) throws -> FixtureBook {
        let book = try OneSection.folder(saying: prose)
        _ = try OneSection.report(of: page, in: book, cache: FixtureBook.cache, drawer: .plots).write(to: book.output)
        return book
    }

    /// What the report says of `prose`, which it refuses.
    private static func refusal(of prose: String, _ page: Page = page) -> String? {
        let failure = #expect(throws: ReportError.self) { try book(saying: prose, page) }
        return failure?.description
    }

    private static let hidden = """
        [...document.querySelectorAll('[data-mark], [data-names]')].filter(part => part.getClientRects().length)
            .filter(part => getComputedStyle(part).visibility == 'hidden')
            .map(part => part.getAttribute('data-name') || part.getAttribute('data-names') || part.getAttribute('data-mark'))
        """

    /// Draws a level line at three quarters of the height, from one tenth of the way across to nine tenths.
    private static let draw = """
        const pad = [...document.querySelectorAll('.wager-pad')].find(pad => pad.getClientRects().length);
        pad.setPointerCapture = () => {}; pad.hasPointerCapture = () => true;
        const box = pad.getBoundingClientRect();
        const at = (type, share) => pad.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1,
            clientX: box.left + share * box.width, clientY: box.top + 0.25 * box.height }));
        const compare = document.querySelector('.wager .compare');
        const before = compare.disabled;
        at('pointerdown', 0.1); at('pointermove', 0.5); at('pointermove', 0.9);
        """

    @Test(arguments: [1280, 390]) func theCurveIsDrawnBeforeItIsSeen(width: Int) async throws {
        let book = try Self.book(saying: "![Two curves.](figure:drawn){wager=validation}\n")
        let browser = try await Browser()
        try await browser.narrow(to: width)
        try await browser.open(book.output.appending(path: "one.html"))
        // The measured curve, its name and the point on it are hidden; the other curve is not.
        #expect(try await browser.run("return \(Self.hidden)") as? [String] == ["validation", "points", "validation"])
        let outcome = """
            \(Self.draw)
            const drawn = compare.disabled;
            compare.click();
            return [before, drawn, \(Self.hidden).length, document.querySelector('.wager output').textContent,
                document.querySelectorAll('.wager-pad').length,
                document.querySelector('.wager-line').getAttribute('d').startsWith('M')];
            """
        let answer = try #require(try await browser.run(outcome) as? [Any])
        #expect(answer[0] as? Bool == true && answer[1] as? Bool == false && answer[2] as? Int == 0)
        #expect(
            answer[3] as? String
                == "Your curve is 0.25 from the measured one on average, and 0.25 at most, at epoch 0.4.")
        #expect(answer[4] as? Int == 0 && answer[5] as? Bool == true)
        // Who has seen the figure is not asked again.
        try await browser.open(book.output.appending(path: "one.html"))
        let again = "return \(Self.hidden).length + ' ' + document.querySelector('.wager').hidden;"
        #expect(try await browser.run(again) as? String == "0 true")
        #expect(try await browser.console() == [])
        try await browser.close()
        try book.remove()
    }

    @Test func theFigureShowsWithoutDrawingAndOnPaper() async throws {
        let book = try Self.book(saying: "![Two curves.](figure:drawn){wager=validation}\n")
        let browser = try await Browser()
        try await browser.print(to: 642)
        try await browser.open(book.output.appending(path: "one.html"))
        #expect(try await browser.run("return \(Self.hidden).length") as? Int == 0)
        let shown = """
            document.querySelector('.wager .reveal').click();
            return document.querySelectorAll('.wager-secret, .wager-pad, .wager-line').length;
            """
        #expect(try await browser.run(shown) as? Int == 0)
        try await browser.close()
        try book.remove()
    }

    @Test func aCurveThatNoFigureHasIsRefused() throws {
        let misspelt = Self.refusal(of: "![Two curves.](figure:drawn){wager=validatoin}\n")
        #expect(misspelt?.contains("one.md:1:1: error: unknown curve 'validatoin'; did you mean 'validation'?") == true)
        let attribute = Self.refusal(of: "![Two curves.](figure:drawn){curve=validation}\n")
        #expect(attribute?.contains("one.md:1:1: error: nothing here is called 'curve'") == true)
        let frames = Page {
            PageFigure(
                "drawn", over: "time",
                frames: ["1", "2"].map { label in
                    .init(
                        label: label, figure: Figure(width: 420, height: 200) { Panel { Line(x: [0, 1], y: [0, 1]) } })
                }, initial: 0)
        }
        let moving = Self.refusal(of: "![Two curves.](figure:drawn){wager=validation}\n", frames)
        #expect(moving?.contains("a figure with frames can't be wagered on") == true)
    }
}

import BrowserDriver
import Foundation
import Plots
import Testing

/// Figures in a page answer the pointer and the keys, from disk.
@Suite struct ReadoutTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Report/BuiltIn/readout.js").standardizedFileURL

    @Test func theScriptIsSmall() throws {
        #expect(try Data(contentsOf: Self.script).count < 20_000)
    }

    private func page(_ figure: Figure) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "readout-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.script, to: folder.appending(path: "readout.js"))
        let html = """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self' 'unsafe-inline'">
            <script src="readout.js"></script></head>
            <body><div class="drawing" tabindex="0">\(try figure.svg(id: "f"))</div></body></html>
            """
        let file = folder.appending(path: "page.html")
        try html.write(to: file, atomically: true, encoding: .utf8)
        return file
    }

    /// Moves the pointer to a place in points and returns what the readout says; empty where there is none.
    private func pointed(_ browser: Browser, _ x: Double, _ y: Double) async throws -> String {
        try await browser.run(
            """
            const svg = document.querySelector('svg');
            const place = new DOMPoint(\(x), \(y)).matrixTransform(svg.getScreenCTM());
            svg.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: place.x, clientY: place.y }));
            return document.querySelector('.readout')?.textContent ?? '';
            """) as? String ?? ""
    }

    private func pressed(_ browser: Browser, _ key: String) async throws -> String {
        try await browser.run(
            """
            const drawing = document.querySelector('.drawing');
            drawing.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: '\(key)' }));
            return document.querySelector('.readout')?.textContent ?? '';
            """) as? String ?? ""
    }

    @Test func theNearestDatumsNumbersAreSaid() async throws {
        let figure = Figure(width: 420, height: 200) {
            Panel(x: Axis("epoch", in: 0...4), y: Axis("loss", in: 0.01...1, scale: .log), legend: .top) {
                Line(x: [0, 1, 2, 3, 4], y: [0.9, 0.4, 0.25, 0.1, 0.05]).role(.training).label("training")
                Line(x: [0, 2, 4], y: [0.95, 0.5, 0.6]).role(.validation).label("validation")
            }
        }
        let file = try page(figure)
        let browser = try await Browser()
        try await browser.open(file)
        let plot = try #require(
            try await browser.run("return document.querySelector('[data-plot]').dataset.plot.split(' ').map(Number);")
                as? [Double])
        // A fourth of the way along x is epoch 1; 0.4 lies so far up on a logarithmic axis from 0.01 to 1.
        let up = log10(0.4 / 0.01) / 2
        let text = try await pointed(browser, plot[0] + plot[2] / 4 + 2, plot[1] + plot[3] * (1 - up) - 1)
        #expect(text == "training: epoch 1, loss 0.4")
        #expect(try await pointed(browser, 1, 1) == "")
        // The keys go along a line, and from line to line at the same place.
        #expect(try await pressed(browser, "ArrowRight") == "training: epoch 0, loss 0.9")
        #expect(try await pressed(browser, "ArrowRight") == "training: epoch 1, loss 0.4")
        #expect(try await pressed(browser, "ArrowRight") == "training: epoch 2, loss 0.25")
        #expect(try await pressed(browser, "ArrowDown") == "validation: epoch 2, loss 0.5")
        #expect(try await pressed(browser, "End") == "validation: epoch 4, loss 0.6")
        #expect(try await pressed(browser, "Escape") == "")
        // Over a name in the legend the other marks step back.
        let faint = """
            const name = document.querySelector('[data-names="validation"]').getBBox();
            const svg = document.querySelector('svg');
            const place = new DOMPoint(name.x + name.width / 2, name.y + name.height / 2).matrixTransform(svg.getScreenCTM());
            svg.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: place.x, clientY: place.y }));
            return [...document.querySelectorAll('[data-mark]')].map(mark => mark.dataset.name + mark.style.opacity);
            """
        #expect(try await browser.run(faint) as? [String] == ["training0.15", "validation"])
        #expect(try await browser.console() == [])
        try await browser.close()
        try FileManager.default.removeItem(at: file.deletingLastPathComponent())
    }

    @Test func barsPointsAndDatesAreRead() async throws {
        let start = Date(timeIntervalSince1970: 1_700_006_400)
        let figure = Figure(width: 420, height: 160) {
            Row {
                Panel(x: Axis("method"), y: Axis("error", in: 0...2)) { Bars(["none", "dropout"], y: [1.5, 1]) }
                Panel(x: Axis("date"), y: Axis("count", in: 0...10)) {
                    Points(x: [start, start.addingTimeInterval(86_400 * 90)], y: [2.0, 8]).marker(.diamond)
                }
            }
        }
        let file = try page(figure)
        let browser = try await Browser()
        try await browser.open(file)
        #expect(try await pressed(browser, "ArrowRight") == "method none, error 1.5")
        #expect(try await pressed(browser, "ArrowRight") == "method dropout, error 1")
        #expect(try await pressed(browser, "ArrowDown").hasSuffix("count 8"))
        #expect(try await pressed(browser, "Home") == "date 2023-11-15, count 2")
        try await browser.close()
        try FileManager.default.removeItem(at: file.deletingLastPathComponent())
    }
}

import Plots
import Testing

/// Words stand where they hide no data and nothing crosses them.
struct LabelPlaceTests {
    /// The rectangle of a text in letters of equal width.
    private func box(_ run: TextRun) -> Rect {
        let extent = FixedWidthMeasure().extent(of: run.string, face: run.face, size: run.size)
        return Rect(
            x: run.origin.x, y: run.origin.y - extent.ascent, width: extent.width,
            height: extent.ascent + extent.descent)
    }

    /// Four points with long error bars, too close for names between them: each name finds a place off all of them.
    @Test func annotationsKeepOffErrorBars() throws {
        let xs = [2.0, 3.1, 4.2, 5.3]
        let ys = [5.5, 5.7, 5.3, 5.6]
        let names = zip(xs, ys).enumerated().map { Annotation("alpha = \($0)", x: $1.0, y: $1.1) }
        let picture = try PanelPicture(
            x: Axis(in: 0...10, ticks: .none), y: Axis(in: 0...11, ticks: .none), width: 420, height: 230,
            marks: [ErrorBars(x: xs, y: ys, errors: [2, 2, 2, 2]).role(.penalty)] + names)
        let bars = picture.strokes.filter { $0.style.paint == .role(.penalty) }.map { Rect($0.path) }
        #expect(picture.texts.count == 4 && bars.count == 4)
        for run in picture.texts {
            let box = box(run)
            for bar in bars {
                let isApart =
                    bar.right < box.left || bar.left > box.right || bar.bottom < box.top || bar.top > box.bottom
                #expect(isApart, "\(run.string)")
            }
        }
    }

    /// The name of an axis through the origin stands over a curve that runs through its place, on a ground of its own.
    @Test func curvesDoNotCrossTheNamesOfAxes() throws {
        let drawing = try Figure(width: 200, height: 200) {
            Panel(x: Axis("w", in: -1...1), y: Axis(in: -1...1), frame: .origin) {
                Line(x: [-1, 1], y: [-0.08, -0.08]).role(.loss)
            }
        }.drawing(measuring: FixedWidthMeasure())
        let line = try #require(
            drawing.commands.firstIndex {
                if case .stroke(_, let style) = $0 { style.paint == .role(.loss) } else { false }
            })
        let text = try #require(drawing.commands.firstIndex { if case .text = $0 { true } else { false } })
        #expect(line < text)
        guard case .text(let run) = drawing.commands[text], case .fill(let path, let paint) = drawing.commands[text - 1]
        else {
            Issue.record("no ground")
            return
        }
        #expect(run.string == "w" && paint.source == .role(.paper) && paint.opacity >= 0.8)
        let (ground, box) = (Rect(path), box(run))
        #expect(ground.left <= box.left && ground.right >= box.right && ground.top < box.bottom)
    }
}

import Plots
import Testing

struct ContourLabelTests {
    private struct Box {
        let left, top, right, bottom: Double

        init(_ run: TextRun) {
            let extent = FixedWidthMeasure().extent(of: run.string, face: run.face, size: run.size)
            (left, right) = (run.origin.x, run.origin.x + extent.width)
            (top, bottom) = (run.origin.y - extent.ascent, run.origin.y + extent.descent)
        }

        func overlaps(_ other: Box) -> Bool {
            min(right, other.right) > max(left, other.left) + 0.01
                && min(bottom, other.bottom) > max(top, other.top) + 0.01
        }

        func contains(_ point: XY) -> Bool {
            point.x > left + 0.01 && point.x < right - 0.01 && point.y > top + 0.01 && point.y < bottom - 0.01
        }
    }

    /// Numbers in the loss' colour are the labels; strokes in it are the lines.
    private func labelsAndLines(_ panel: Panel) throws -> (labels: [Box], lines: [Path], others: [Box]) {
        let drawing = try Figure(width: 300, height: 240) { panel }.drawing(measuring: FixedWidthMeasure())
        var found: (labels: [Box], lines: [Path], others: [Box]) = ([], [], [])
        for command in drawing.commands {
            switch command {
            case .text(let run) where run.paint == .role(.loss): found.labels.append(Box(run))
            case .text(let run) where run.rotation == 0: found.others.append(Box(run))
            case .stroke(let path, let style) where style.paint == .role(.loss): found.lines.append(path)
            default: break
            }
        }
        return found
    }

    private func check(_ panel: Panel, atLeast count: Int) throws {
        let (labels, lines, others) = try labelsAndLines(panel)
        #expect(labels.count >= count)
        for (index, label) in labels.enumerated() {
            #expect(!labels[(index + 1)...].contains { label.overlaps($0) })
            #expect(!others.contains { label.overlaps($0) })
            #expect(label.left > 0 && label.top > 0 && label.right < 300 && label.bottom < 240)
            for line in lines {
                var last: XY?
                for element in line.elements {
                    switch element {
                    case .move(let point): last = point
                    case .line(let point):
                        if let start = last {
                            let inside = (0...40).contains { label.contains(start + Double($0) / 40 * (point - start)) }
                            #expect(!inside, "a line runs through its label")
                        }
                        last = point
                    default: break
                    }
                }
            }
        }
    }

    @Test func labelsOpenTheirLinesAndStandClear() throws {
        try check(
            Panel(x: Axis("$x$"), y: Axis("$y$")) {
                Contours(x: -2...2, y: -2...2, levels: .explicit([0.5, 1, 2, 3])) { $0 * $0 + 0.5 * $1 * $1 }.labelled()
                Point(x: 0, y: 1).role(.optimum).label("$w^*$")
            }, atLeast: 3)
        try check(
            Panel(frame: .origin, aspect: .equal) {
                Contours(x: -2...2, y: -2...2, levels: .count(12)) { $0 * $1 + 0.2 * $0 }.labelled()
            }, atLeast: 3)
    }

    @Test func linesWithoutALabelStayWhole() throws {
        let (_, lines, _) = try labelsAndLines(
            Panel { Contours(x: -2...2, y: -2...2, levels: .explicit([1])) { $0 * $0 + $1 * $1 } })
        #expect(lines.flatMap(\.elements).filter { $0 == .close }.count == 1)
    }
}

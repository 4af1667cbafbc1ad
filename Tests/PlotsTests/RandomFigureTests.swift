import Foundation
import Plots
import Testing

struct RandomFigureTests {
    /// Where letters lie, by the measure they were laid out with.
    private func box(of run: TextRun) -> (left: Double, top: Double, right: Double, bottom: Double) {
        let extent = FixedWidthMeasure().extent(of: run.string, face: run.face, size: run.size)
        let (x, y) = (run.origin.x, run.origin.y)
        return run.rotation == 0
            ? (x, y - extent.ascent, x + extent.width, y + extent.descent)
            : (x - extent.ascent, y - extent.width, x + extent.descent, y)
    }

    private func isTickLabel(_ run: TextRun) -> Bool {
        run.face == .sans && run.string.contains { $0.isNumber }
            && run.string.allSatisfy { "0123456789.−".contains($0) }
    }

    @Test func textStaysOnTheCanvasAndTickLabelsApart() throws {
        // `RANDOM_FIGURES=10000` draws more of them.
        let count = Int(ProcessInfo.processInfo.environment["RANDOM_FIGURES"] ?? "") ?? 2_000
        var drawn = 0
        for seed in 0..<count {
            var random = RandomFigure(seed: UInt64(seed))
            let drawing: Drawing
            do {
                drawing = try random.figure().drawing(measuring: FixedWidthMeasure())
            } catch PlotError.noRoom {
                continue
            }
            drawn += 1
            var ticks: [(left: Double, top: Double, right: Double, bottom: Double)] = []
            for command in drawing.commands {
                switch command {
                case .text(let run):
                    let box = box(of: run)
                    let isInside =
                        box.left >= -0.01 && box.top >= -0.01 && box.right <= drawing.width + 0.01
                        && box.bottom <= drawing.height + 0.01
                    #expect(isInside, "seed \(seed): \(run) leaves \(drawing.width) × \(drawing.height)")
                    if isTickLabel(run) { ticks.append(box) }
                case .fill(let path, _), .stroke(let path, _):
                    #expect(path.points.allSatisfy { abs($0.x) < 1e5 && abs($0.y) < 1e5 }, "seed \(seed)")
                default: break
                }
            }
            for (index, first) in ticks.enumerated() {
                for second in ticks[(index + 1)...] {
                    let across = min(first.right, second.right) - max(first.left, second.left)
                    let down = min(first.bottom, second.bottom) - max(first.top, second.top)
                    #expect(across <= 0.01 || down <= 0.01, "seed \(seed): tick labels overlap")
                }
            }
        }
        // Most random figures have room for their labels.
        #expect(drawn > count * 6 / 10)
    }

    @Test func someAreWrittenInEveryFormat() throws {
        for seed in stride(from: 0, to: 10_000, by: 400) {
            var random = RandomFigure(seed: UInt64(seed))
            do {
                let drawing = try random.figure().drawing()
                #expect(try drawing.svg(id: "a").hasSuffix("</svg>\n"))
                #expect(try drawing.pdf().prefix(5) == Array("%PDF-".utf8)[...])
                #expect(try drawing.png(scale: 1).count > 100)
            } catch PlotError.noRoom {
                continue
            }
        }
    }
}

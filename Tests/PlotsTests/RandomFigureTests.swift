import Foundation
import FoundationXML
import Plots
import Testing

struct RandomFigureTests {
    private struct Box {
        let left, top, right, bottom: Double

        /// Where letters lie, by the measure they were laid out with.
        init(_ run: TextRun, _ measure: any TextMeasure) throws {
            let extent = try measure.extent(of: run.string, face: run.face, size: run.size)
            let (x, y) = (run.origin.x, run.origin.y)
            (left, top, right, bottom) =
                run.rotation == 0
                ? (x, y - extent.ascent, x + extent.width, y + extent.descent)
                : (x - extent.ascent, y - extent.width, x + extent.descent, y)
        }

        func isInside(_ drawing: Drawing) -> Bool {
            left >= -0.01 && top >= -0.01 && right <= drawing.width + 0.01 && bottom <= drawing.height + 0.01
        }

        func overlaps(_ other: Box) -> Bool {
            min(right, other.right) - max(left, other.left) > 0.01
                && min(bottom, other.bottom) - max(top, other.top) > 0.01
        }
    }

    /// Numbers and names as ticks have them, in full size; digits of a random figure's other labels are scripts or parts
    /// of fractions.
    private func isTickLabel(_ run: TextRun, textSize: Double) -> Bool {
        run.string.hasPrefix("n:")
            || run.string.contains { $0.isNumber } && run.string.allSatisfy { "0123456789.−×".contains($0) }
                && run.rotation == 0 && run.paint == .role(.ink) && run.size == textSize
    }

    /// What is wrong with a drawing; nil when nothing is.
    private func fault(_ drawing: Drawing, _ measure: any TextMeasure, textSize: Double) throws -> String? {
        var ticks: [(box: Box, text: String)] = []
        func isFinite(_ values: Double...) -> Bool { values.allSatisfy { abs($0) < 1e5 } }
        for command in drawing.commands {
            switch command {
            case .text(let run):
                let box = try Box(run, measure)
                guard isFinite(run.size, run.rotation, box.left, box.top, box.right, box.bottom) else {
                    return "\(run) is not finite"
                }
                if !box.isInside(drawing) { return "\(run) leaves \(drawing.width) × \(drawing.height)" }
                if isTickLabel(run, textSize: textSize) { ticks.append((box, run.string)) }
            case .fill(let path, let paint):
                if !path.points.allSatisfy({ isFinite($0.x, $0.y) }) || !isFinite(paint.opacity) { return "a fill" }
            case .stroke(let path, let style):
                if !path.points.allSatisfy({ isFinite($0.x, $0.y) }) || !isFinite(style.width, style.paint.opacity) {
                    return "a stroke"
                }
            case .pushClip(let rect), .image(_, let rect), .mask(_, let rect, _):
                if !isFinite(rect.x, rect.y, rect.width, rect.height) { return "a rectangle" }
            case .popClip, .open, .close: break
            }
        }
        for (index, first) in ticks.enumerated() {
            for second in ticks[(index + 1)...] where first.box.overlaps(second.box) {
                return "tick labels overlap: \(first.text) and \(second.text)"
            }
        }
        return nil
    }

    /// Lays a random figure out, judges it and has Cairo draw it; whether there was room for it.
    @Sendable private func isDrawn(seed: Int, _ measure: any TextMeasure) throws -> Bool {
        var random = RandomFigure(seed: UInt64(seed))
        do {
            let figure = try random.figure()
            let drawing = try figure.drawing(measuring: measure)
            if let fault = try fault(drawing, measure, textSize: figure.textSize) {
                Issue.record("seed \(seed): \(fault)")
                return true
            }
            switch seed % 3 {
            case 0:
                let svg = try drawing.svg(id: "a")
                #expect(svg.hasSuffix("</svg>\n") && XMLParser(data: Data(svg.utf8)).parse(), "seed \(seed)")
            case 1: #expect(try drawing.pdf().prefix(5) == Array("%PDF-".utf8)[...], "seed \(seed)")
            default:
                let picture = try PixelImage(png: drawing.png(scale: 1))
                #expect(picture.columns == Int(drawing.width.rounded(.up)), "seed \(seed)")
            }
            return true
        } catch PlotError.noRoom(let what, let width, let height) where what.hasPrefix("the letters") {
            // The last check before a drawing is made: no layout relies on it.
            Issue.record("seed \(seed): \(what) would leave \(width) × \(height)")
            return false
        } catch PlotError.noRoom, PlotError.unknownNode, PlotError.unknownCategory, PlotError.badNumber {
            return false
        }
    }

    /// Ten thousand figures; `RANDOM_FIGURES` draws another number of them. Every fourth is set in letters of equal
    /// width, as transcripts are.
    @Test func textStaysOnTheCanvasAndTickLabelsApart() async throws {
        let count = Int(ProcessInfo.processInfo.environment["RANDOM_FIGURES"] ?? "") ?? 10_000
        let drawn = try await withThrowingTaskGroup(of: Int.self) { group in
            let pieces = 16
            for piece in 0..<pieces {
                group.addTask {
                    try stride(from: piece, to: count, by: pieces).count { seed in
                        try isDrawn(seed: seed, seed % 4 == 0 ? FixedWidthMeasure() : SystemTextMeasure())
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        // Most random figures have room for their labels.
        #expect(drawn > count / 2, "\(drawn) of \(count)")
    }
}

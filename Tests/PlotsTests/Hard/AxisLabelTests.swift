import Foundation
import Plots
import Testing

/// Axes can be read: at least two labels, all different, none cut, each saying what its place stands for.
struct AxisLabelTests {
    private struct Reading {
        /// Shares of the way along the axis, and what stands there.
        var labels: [(share: Double, text: String)] = []
    }

    /// Ticks of an axis and the letters beside them, read off a drawing.
    private func reading(_ picture: PanelPicture, isHorizontal: Bool) -> Reading {
        let plot = picture.plot
        var ticks: [Double] = []
        for case .stroke(let path, let style) in picture.commands where style.paint == .role(.muted) {
            let points = path.points
            for (start, end) in zip(points, points.dropFirst()) where abs((end - start).length - 3) < 1e-9 {
                if isHorizontal, start.x == end.x, start.y == plot.bottom { ticks.append(start.x) }
                if !isHorizontal, start.y == end.y, start.x == plot.left { ticks.append(start.y) }
            }
        }
        var texts = [String](repeating: "", count: ticks.count)
        for run in picture.texts where run.rotation == 0 {
            let isBeside =
                isHorizontal
                ? run.origin.y > plot.bottom + 5.5 && run.origin.y < plot.bottom + 5.5 + 1.1 * 9
                : run.origin.x < plot.left - 1 && run.origin.y < plot.bottom + 5
            guard isBeside else { continue }
            let place = isHorizontal ? run.origin.x + run.size * 0.25 * Double(run.string.count) : run.origin.y - 3
            guard let nearest = ticks.indices.min(by: { abs(ticks[$0] - place) < abs(ticks[$1] - place) }) else {
                continue
            }
            texts[nearest] += run.string
        }
        let labels = zip(ticks, texts).filter { !$0.1.isEmpty }.map { place, text in
            let share = isHorizontal ? (place - plot.left) / plot.width : (plot.bottom - place) / plot.height
            return (share: share, text: text)
        }
        return Reading(labels: labels.sorted { $0.share < $1.share })
    }

    private func number(_ text: String) -> Double? { Double(text.replacingOccurrences(of: "−", with: "-")) }

    private func axis(_ random: inout SplitMix) -> Axis {
        let scale: AxisScale =
            [.linear, .linear, .linear, .log, .symmetricLog(linear: 1)].randomElement(using: &random) ?? .linear
        let label = random.chance(0.5) ? "" : "$x_1$ (units)"
        if scale == .log {
            let low = pow(10, Double.random(in: -12...12, using: &random))
            return Axis(label, in: low...(low * pow(10, Double.random(in: 0.02...9, using: &random))), scale: .log)
        }
        let size = random.chance(0.5) ? 1 : pow(10, Double.random(in: -12...12, using: &random))
        let start = random.tame() * size
        let range = max(abs(start), size) * pow(10, Double.random(in: -9...1, using: &random))
        return Axis(label, in: start...(start + range), scale: scale)
    }

    @Test func atLeastTwoLabelsAllDifferent() throws {
        var crowded = 0
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let (x, y) = (axis(&random), axis(&random))
            let width = Double.random(in: 70...500, using: &random)
            let height = Double.random(in: 60...400, using: &random)
            let picture: PanelPicture
            do {
                picture = try PanelPicture(x: x, y: y, width: width, height: height, marks: [])
            } catch PlotError.noRoom {
                crowded += 1
                continue
            }
            for (axis, isHorizontal) in [(x, true), (y, false)] {
                let labels = reading(picture, isHorizontal: isHorizontal).labels
                let texts = labels.map(\.text)
                #expect(
                    texts.count > 1 && Set(texts).count == texts.count,
                    "seed \(seed), \(width) × \(height), \(axis.scale), \(axis.domain ?? 0...0): \(texts)")
                guard axis.scale == .linear, let domain = axis.domain, labels.count > 1 else { continue }
                // Labels rise as their places do, up to a factor that stands apart: a power of ten.
                let numbers = texts.compactMap(number)
                #expect(numbers.count == texts.count, "seed \(seed): \(texts)")
                let steps = zip(labels, labels.dropFirst()).map {
                    ($1.share - $0.share) * (domain.upperBound - domain.lowerBound)
                }
                for (step, pair) in zip(steps, zip(numbers, numbers.dropFirst())) {
                    let power = log10(step / (pair.1 - pair.0))
                    #expect(abs(power - power.rounded()) < 1e-3, "seed \(seed): \(texts) in \(domain)")
                }
            }
        }
        // Only small panels have no room for two labels.
        #expect(crowded < 500, "\(crowded)")
    }

    /// The labels' letters; each digit of a formula is a text of its own.
    private func texts(_ domain: ClosedRange<Double>) throws -> [String] {
        let picture = try PanelPicture(
            x: Axis("t", in: domain), y: Axis(in: 0...1, ticks: .none), marks: [])
        return picture.texts.map(\.string)
    }

    @Test func whatNumbersHaveInCommonStandsOnce() throws {
        let far = try texts(999_999_999...1_000_000_001)
        #expect(far.prefix(5) == ["−1.0", "−0.5", "0.0", "0.5", "1.0"] && far.dropFirst(5).joined() == "t (+ 109)")
        #expect(try texts(0...5e-7).joined().hasSuffix("t (×10−7)"))
        #expect(try texts(0...100).joined(separator: " ") == "0 20 40 60 80 100 t")
    }

    /// Names are broken, turned or shortened, never dropped, while there is a line of text for each.
    @Test func namesAreNeverDropped() throws {
        let words = [
            "weight", "decay", "dropout", "augmentation", "early", "stopping", "batch", "normalization", "of", "a",
        ]
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let width = Double.random(in: 120...500, using: &random)
            let count = Int.random(in: 2...max(2, Int(width / 40)), using: &random)
            let names = (0..<count).map { index in
                "\(index)"
                    + (0..<Int.random(in: 0...8, using: &random)).map { _ in
                        " " + (words.randomElement(using: &random) ?? "")
                    }.joined()
            }
            let figure = Figure(width: width, height: Double.random(in: 120...300, using: &random)) {
                Panel(y: Axis("error"), frame: .box) { Bars(names, y: names.indices.map { Double($0 + 1) }) }
            }
            let drawing = try figure.drawing(measuring: FixedWidthMeasure())
            let picture = try PanelPicture(drawing)
            let below = picture.texts.filter { $0.origin.y > picture.plot.bottom }
            for index in names.indices {
                let isThere = below.contains {
                    $0.string.split { $0 == " " || $0 == "…" }.first.map(String.init) == "\(index)"
                }
                #expect(isThere, "seed \(seed): \(names[index])")
            }
            for name in names { #expect(drawing.altText.contains(name), "seed \(seed)") }
        }
    }

    /// The y axis counts its own length, also where both axes are alike.
    @Test(arguments: [(400.0, 80.0), (400, 60), (90, 300)]) func likeAxesHaveTheirOwnTicks(
        width: Double, height: Double
    )
        throws
    {
        let picture = try PanelPicture(
            x: Axis(in: 0...1), y: Axis(in: 0...1), width: width, height: height, marks: [])
        let labels = reading(picture, isHorizontal: false).labels
        #expect(labels.count > 1)
        for (lower, upper) in zip(labels, labels.dropFirst()) {
            #expect((upper.share - lower.share) * picture.plot.height > 9)
        }
        // Every tick has its label: none was left out because it would lie on another.
        let ticks = picture.commands.flatMap { command -> [XY] in
            guard case .stroke(let path, let style) = command, style.paint == .role(.muted) else { return [] }
            return zip(path.points, path.points.dropFirst()).filter {
                $0.x == picture.plot.left && abs($1.x - picture.plot.left + 3) < 1e-9 && $0.y == $1.y
            }.map(\.0)
        }
        #expect(ticks.count == labels.count)
    }

    @Test func wholeNumbersOnALogarithmicAxisAreWhole() throws {
        let picture = try PanelPicture(
            x: Axis(in: 0.01...1000, scale: .log, ticks: .wholeNumbers), y: Axis(ticks: .none), marks: [])
        #expect(picture.texts.map(\.string) == ["1", "10", "100", "1000"])
    }

    @Test func aFormatThatMakesNumbersAlikeIsNamed() {
        #expect(throws: PlotError.alikeNumbers(axis: "share")) {
            try PanelPicture(x: Axis("share", in: 0.001...0.002).format(.percent()), marks: [])
        }
        #expect(
            PlotError.alikeNumbers(axis: "share").description
                == "axis 'share': its format writes different numbers alike; give it more digits")
    }
}

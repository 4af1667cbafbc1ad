import Plots
import Testing

/// Names decide where bars stand.
struct CategoryTests {
    private let names = ["a", "b", "c", "d", "e", "f"]

    /// Every bar stands over its own name and is as tall as its number, whatever the order in which sets name theirs.
    @Test func barsStandOverTheirNames() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let sets = (0..<2).map { _ in
                Array(names.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random)))
            }
            let heights = sets.map { $0.map { _ in Double.random(in: 1...9, using: &random) } }
            let isSettled = random.chance(0.5)
            let axis = Axis(scale: isSettled ? .categorical(names.reversed()) : .linear)
            let domain = 0.0...10
            let picture = try PanelPicture(
                x: axis, y: Axis(in: domain, ticks: .none),
                marks: (0..<2).map { Bars(sets[$0], y: heights[$0]).group($0, of: 2).role(.series($0)) })
            var middles: [String: Double] = [:]
            for run in picture.texts { middles[run.string] = run.origin.x + run.size * 0.25 }
            for (set, members) in sets.enumerated() {
                let bars = picture.fills.filter { $0.paint.source == .role(.series(set)) }
                #expect(bars.count == members.count, "seed \(seed)")
                for (name, height) in zip(members, heights[set]) {
                    let middle = try #require(middles[name])
                    let own = bars.filter { bar in
                        let xs = bar.path.points.map(\.x)
                        let centre = (xs.min() ?? 0) / 2 + (xs.max() ?? 0) / 2
                        let step = picture.plot.width / Double(middles.count)
                        return abs(centre - middle) < step / 2
                    }
                    #expect(own.count == 1, "seed \(seed), \(name)")
                    let top = own.first?.path.points.map(\.y).min() ?? .nan
                    #expect(abs(picture.value(y: top, in: domain) - height) < 1e-9, "seed \(seed), \(name)")
                }
            }
        }
    }

    @Test func namesThatAnAxisDoesNotHaveAreErrors() {
        func draw(_ scale: AxisScale) throws {
            _ = try PanelPicture(x: Axis("kind", scale: scale), marks: [Bars(["a", "z"], y: [1, 2])])
        }
        #expect(throws: PlotError.unknownCategory("z", axis: "kind")) { try draw(.categorical(["a", "b"])) }
        #expect(throws: PlotError.unknownCategory("a", axis: "kind")) { try draw(.log) }
        #expect(
            PlotError.unknownCategory("z", axis: "kind").description
                == "axis 'kind': there is no category 'z' on it; add the name to the axis' scale, .categorical([…])")
    }

    @Test func sharedAxesHaveTheNamesOfAll() throws {
        let figure = Figure(width: 300, height: 260) {
            Column {
                Panel { Bars(["cat", "dog"], y: [1, 3]) }
                Panel { Bars(["hen", "owl"], y: [2, 4]) }
            }.sharingX()
        }
        let strings = try figure.drawing(measuring: FixedWidthMeasure()).commands.compactMap { command -> String? in
            if case .text(let run) = command { run.string } else { nil }
        }
        for name in ["cat", "dog", "hen", "owl"] { #expect(strings.count { $0 == name } == 1) }
    }

    @Test func filesSayTheNames() {
        let csv = Figure { Panel { Bars(["a, b", "c"], y: [1, 2]) } }.csv()
        #expect(csv == "panel,title,number,mark,label,x,y\r\n1,,1,bars,,\"a, b\",1\r\n1,,1,bars,,c,2\r\n")
    }

    /// Two bars of one set over one name would hide one another; stacked ones stand on each other.
    @Test func aSetNamesEachCategoryOnce() throws {
        let axis = Axis("kind", scale: .categorical(["a", "b"]))
        #expect(throws: PlotError.badCategories(axis: "kind")) {
            try PanelPicture(x: axis, marks: [Bars(["a", "a", "b"], y: [1, 2, 3])])
        }
        let domain = 0.0...10
        for axis in [axis, Axis()] {
            let picture = try PanelPicture(
                x: axis, y: Axis(in: domain), marks: [Bars(["a", "a", "b"], y: [1, 2, 3]).stacked().role(.series(0))])
            let tops = picture.fills.map { picture.value(y: $0.path.points.map(\.y).min() ?? 0, in: domain) }
            #expect(zip(tops, [1, 3, 3]).allSatisfy { abs($0 - $1) < 1e-9 } && tops.count == 3)
        }
    }
}

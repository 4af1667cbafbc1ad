import Plots
import Testing

/// Every named mark is named once.
struct LegendTests {
    private func strings(_ legend: Panel.LegendPlace, _ marks: [any Mark], height: Double = 200) throws -> [String] {
        try PanelPicture(
            x: Axis(ticks: .none), y: Axis(ticks: .none), width: 420, height: height, legend: legend, marks: marks
        ).texts.map(\.string)
    }

    @Test(arguments: [Panel.LegendPlace.automatic, .top]) func aLineAndItsBandHaveOneName(legend: Panel.LegendPlace)
        throws
    {
        let marks: [any Mark] = [
            Band(x: [0, 1], low: [0, 1], high: [2, 3]).role(.test).label("runs"),
            Line(x: [0, 1], y: [1, 2]).role(.test).label("runs"),
        ]
        #expect(try strings(legend, marks) == ["runs"])
    }

    @Test func theTopLegendNamesEveryMark() throws {
        let marks: [any Mark] = [
            Point(x: 1, y: 1).role(.optimum).label("point"), Outline.l2Ball(radius: 2).label("ball"),
            Trajectory(x: [0, 1, 2], y: [0, 0.5, 2]).label("way"), Rule(x: -1).label("rule"),
            Arrow(from: (0, 0), to: (1, 1)).label("arrow"), Line(x: [-2, 2], y: [-1, 1]).label("line"),
        ]
        #expect(try strings(.top, marks) == ["point", "ball", "way", "rule", "arrow", "line"])
    }

    @Test func keysShowMarkers() throws {
        let picture = try PanelPicture(
            x: Axis(ticks: .none), y: Axis(ticks: .none), legend: .top,
            marks: [Line(x: [0, 1], y: [0, 1]).role(.series(0)).marker(.square).label("a")])
        // Two points on the line and one in the key.
        #expect(picture.fills.count { $0.paint == .role(.series(0)) } == 3)
    }

    @Test func theLegendIsInTheOrderOfTheLinesEnds() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let ends = (0..<9).map { _ in random.tame() }
            let marks = ends.enumerated().map { index, end in
                Line(x: [0, 1], y: [0, end]).role(.series(index)).label("line \(index)")
            }
            let wanted = ends.indices.sorted { ends[$0] > ends[$1] }.map { "line \($0)" }
            #expect(try strings(.automatic, marks, height: 110) == wanted, "seed \(seed)")
        }
    }

    @Test func ofLinesThatEndTogetherTheUpperOneHasTheUpperLabel() throws {
        let marks = (0..<5).map { Line(x: [0, 1], y: [Double($0), 2]).role(.series($0)).label("line \($0)") }
        let picture = try PanelPicture(x: Axis(ticks: .none), y: Axis(ticks: .none), legend: .automatic, marks: marks)
        let order = picture.texts.sorted { $0.origin.y < $1.origin.y }.map(\.string)
        #expect(order == (0..<5).reversed().map { "line \($0)" })
    }
}

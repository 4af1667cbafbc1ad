import Plots
import Testing

struct ContourTests {
    /// Lines are the same when their points are, whatever their direction and, for loops, wherever they start.
    private func isSame(_ line: ContourLine, _ other: [XY]) -> Bool {
        let points = line.isClosed ? line.points + line.points.prefix(1) : line.points
        guard points.count == other.count else { return false }
        let tolerance = 1e-9 * max(1, other.map { max(abs($0.x), abs($0.y)) }.max() ?? 1)
        func near(_ a: XY, _ b: XY) -> Bool { max(abs(a.x - b.x), abs(a.y - b.y)) <= tolerance }
        let isLoop =
            other.count > 1 && near(other[0], other[other.count - 1]) && near(points[0], points[points.count - 1])
        let count = isLoop ? other.count - 1 : other.count
        for candidate in [other, other.reversed()] {
            for shift in isLoop ? 0..<count : 0..<1
            where (0..<count).allSatisfy({ near(points[$0], candidate[($0 + shift) % count]) }) { return true }
        }
        return false
    }

    @Test func linesEqualThoseOfAnIndependentImplementation() throws {
        let fixtures = try ContourFixture.all()
        #expect(fixtures.count >= 30)
        for fixture in fixtures {
            let field = try fixture.field()
            for level in fixture.levels {
                var lines = field.contourLines(at: level.level)
                for points in level.lines.map({ $0.map { XY($0[0], $0[1]) } }) {
                    let match = lines.firstIndex { isSame($0, points) }
                    #expect(match != nil, "\(fixture.name), level \(level.level): no line \(points.prefix(3))…")
                    if let match { lines.remove(at: match) }
                }
                #expect(lines.isEmpty, "\(fixture.name), level \(level.level): \(lines.count) lines too many")
            }
        }
    }

    @Test func theComparisonFindsAShift() throws {
        let fixture = try #require(try ContourFixture.all().first { $0.name == "bowl" })
        let level = try #require(fixture.levels.first)
        let points = try #require(level.lines.first).map { XY($0[0], $0[1]) }
        let lines = try fixture.field().contourLines(at: level.level)
        #expect(lines.contains { isSame($0, points) })
        #expect(!lines.contains { isSame($0, points.map { $0 + XY(1e-8, 0) }) })
    }

    /// The distance of the lines from the curve falls with the square of the grid's step.
    @Test func linesOfAQuadraticLieOnIt() {
        func worst(_ count: Int) -> Double {
            let field = ScalarField(x: -2...2, y: -2...2, columns: count, rows: count) { 0.5 * ($0 * $0 + 4 * $1 * $1) }
            return field.contourLines(at: 1).flatMap(\.points).map { abs(0.5 * ($0.x * $0.x + 4 * $0.y * $0.y) - 1) }
                .max() ?? 1
        }
        let (coarse, fine) = (worst(41), worst(161))
        #expect(fine < coarse / 12)
        #expect(fine < 2e-3)
    }

    @Test func higherValuesLieLeft() {
        let field = ScalarField(x: -2...2, y: -2...2, columns: 41, rows: 41) { -$0 * $0 - $1 * $1 }
        let lines = field.contourLines(at: -1)
        #expect(lines.count == 1 && lines.first?.isClosed == true)
        let points = lines.first?.points ?? []
        let area = points.indices.reduce(0.0) { sum, index in
            let (a, b) = (points[index], points[(index + 1) % points.count])
            return sum + (a.x * b.y - b.x * a.y) / 2
        }
        // Counterclockwise around a peak, and the disc's area.
        #expect(abs(area - .pi) < 0.02)
    }

    @Test func badFieldsAreErrors() {
        #expect(throws: PlotError.badShape(mark: "field", columns: 2, rows: 2, values: 3)) {
            try ScalarField(xs: [0, 1], ys: [0, 1], values: [1, 2, 3])
        }
        #expect(throws: PlotError.unsortedGrid(mark: "field", index: 1)) {
            try ScalarField(xs: [0, 0], ys: [0, 1], values: [1, 2, 3, 4])
        }
    }

    @Test func levelsOutOfRangeAndFieldsWithoutNumbersGiveNoLines() throws {
        let field = try ScalarField(xs: [0, 1], ys: [0, 1], values: [1, 2, 3, 4])
        #expect(field.contourLines(at: 9).isEmpty)
        #expect(field.contourLines(at: .nan).isEmpty)
        let empty = try ScalarField(xs: [0, 1], ys: [0, 1], values: [.nan, .nan, .infinity, .nan])
        #expect(empty.contourLines(at: 0).isEmpty)
        #expect(try ScalarField(xs: [], ys: [], values: []).contourLines(at: 0).isEmpty)
    }
}

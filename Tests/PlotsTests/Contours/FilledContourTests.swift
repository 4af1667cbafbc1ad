import Plots
import Testing

struct FilledContourTests {
    /// The area inside lines that have the higher values on their left: holes count negative.
    private func area(_ lines: [ContourLine]) -> Double {
        lines.reduce(0) { sum, line in
            let points = line.points
            return sum
                + points.indices.reduce(0) { sum, index in
                    let (a, b) = (points[index], points[(index + 1) % points.count])
                    return sum + 0.5 * (a.x * b.y - b.x * a.y)
                }
        }
    }

    @Test func areasEqualThoseOfAnIndependentImplementation() throws {
        var compared = 0
        for fixture in try ContourFixture.all() {
            let field = try fixture.field()
            let whole = try #require(field.xs.last) * (try #require(field.ys.last))
            for expected in fixture.areas {
                let regions = try FilledContours.regions(of: field, above: [expected.lower, expected.upper])
                let found = area(regions[1]) - area(regions[2])
                #expect(
                    abs(found - expected.area) <= 1e-9 * max(1, abs(whole)),
                    "\(fixture.name), \(expected.lower) to \(expected.upper): \(found) for \(expected.area)")
                compared += 1
            }
        }
        #expect(compared >= 80)
    }

    @Test func regionsOfADiscHaveItsArea() throws {
        let field = ScalarField(x: -2...2, y: -2...2, columns: 201, rows: 201) { $0 * $0 + $1 * $1 }
        let regions = try FilledContours.regions(of: field, above: [1])
        #expect(abs(area(regions[0]) - 16) < 1e-9)
        #expect(abs(area(regions[0]) - area(regions[1]) - .pi) < 1e-3)
    }

    @Test func eachKindOfLevelsIsWhatItSays() {
        let field = ScalarField(x: 1...3, y: 0...1, columns: 3, rows: 2) { x, _ in x == 1 ? 1 : x == 2 ? 10 : 100 }
        func levels(_ levels: Levels) -> [Double] {
            Contours(of: field, levels: levels).numbers.columns[0].values.reduce(into: []) { found, level in
                if found.last != level { found.append(level) }
            }
        }
        #expect(levels(.count(2)).map { ($0 * 1e9).rounded() / 1e9 } == [25, 50, 75])
        #expect(levels(.explicit([50, .nan, 5])) == [5, 50])
        #expect(levels(.logarithmic(1)).map { ($0 * 1e9).rounded() / 1e9 } == [10])
        #expect(levels(.quantiles(1)) == [10])
        #expect(levels(.explicit([1000, -5])).isEmpty)
    }
}

import Foundation
import FoundationXML
import Plots
import Testing

/// Figures on one page never share an id.
struct SVGIdentifierTests {
    private func ids(_ figure: String) throws -> [String] {
        let svg = try Figure(width: 120, height: 80) {
            Panel("0.5", x: Axis("x"), y: Axis("y")) { Line(x: [0, 0.1], y: [0, 0.1]) }
        }.svg(id: figure)
        let ids = svg.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(ids.count > 5 && XMLParser(data: Data(svg.utf8)).parse(), "\(figure)")
        return ids
    }

    @Test func partsOfFiguresWithSimilarIdsDiffer() throws {
        let figures = [
            "loss", "loss-1", "loss-title", "loss.title", "loss-desc", "loss-0", "a.b", "a b", "a-b", "a_b", "a__b",
            "図一", "図二", "1", "f1", "_1", "_31_", "é", "e\u{301}", "-a", "a", "A", "", "loss.0", "<a>", "a\"b",
        ]
        let all = try figures.flatMap(ids)
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.first?.isLetter == true || $0.first == "_" })
    }

    @Test func ordinaryIdsStayAsTheyAre() throws {
        #expect(try ids("fig-loss-2")[0] == "fig-loss-2")
    }

    /// A file that stands alone has the ground that its letters need, in either scheme.
    @Test func aFileAloneHasItsOwnGround() throws {
        let svg = try Figure { Panel { Line(x: [0, 1], y: [0, 1]) } }.svg(id: "a")
        #expect(svg.contains("svg:root{background:#ffffff}"))
        let dark = try #require(svg.firstMatch(of: /@media\(prefers-color-scheme:dark\)\{svg:root\{([^}]*)\}/)).1
        #expect(dark.contains("background:#16181c") && dark.contains("--plot-ink:#e6e6e6"))
    }
}

import Foundation
import Notebook
import Report
import Testing

/// What was measured is written so that it is seen on which side of its bound it lies.
struct BoundTests {
    @Test(arguments: [
        (0.2035, 0.203...0.204, "0.20350 in 0.20300 … 0.20400"),
        (-1.073, -1.1 ... -0.9, "−1.07 in −1.10 … −0.90"), (20, 20...20, "= 20"),
        (15, 10...30, "15 in 10 … 30"),
    ])
    func aRangeAndWhatIsHeldAgainstItHaveTheSameDecimals(
        measured: Double, range: ClosedRange<Double>, text: String
    ) throws {
        let folder = try OneSection.folder(saying: "It is so. [](claim:1-1X)\n")
        let page = Page {
            Claim("1-1X", "It lies within.", method: "Measured.") {
                Check.number("value", measured, .within(range))
            }
        }
        _ = try OneSection.report(of: page, in: folder).write(to: folder.output)
        let words = try folder.page("one.html").replacing(/<[^>]*>/, with: "")
        #expect(words.contains(text))
        try folder.remove()
    }

    /// What a badge in the margin says.
    @Test(arguments: [
        (Check.all("cases", 20, of: 20), "20 of 20"), (Check.all("cases", 3, of: 20), "3 of 20"),
        (Check.error("distance", 0, atMost: 1e-9), "exact"),
        (Check.erratum("distance", asPrinted: 0.25, corrected: 0, tolerance: 1e-9), "off by 0.25"),
        (Check.error("distance", 4e-12, atMost: 1e-9), "≤ 10e−9"),
    ])
    func badgesSayWhatCameOutInWords(check: Check, words: String) throws {
        let folder = try OneSection.folder(saying: "It is so. [](claim:1-1X)\n")
        let page = Page { Claim("1-1X", "It is so.", method: "Measured.", expecting: .holds) { check } }
        _ = try OneSection.report(of: page, in: folder).write(to: folder.output)
        let badge = try folder.page("one.html").between("popovertarget=\"card-1-1X\">", "</button>")
        let plain = badge.replacing(/<sup>(.*?)<\/sup>/) { "e\($0.1)" }.replacing(/<[^>]*>/, with: "")
        #expect(plain.contains(words), "\(badge)")
        try folder.remove()
    }
}

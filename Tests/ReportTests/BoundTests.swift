import Foundation
import Notebook
import Report
import Testing

/// What was measured is written so that it is seen on which side of its bound it lies.
struct BoundTests {
    @Test(arguments: [
        (0.2035, 0.203...0.204, "0.20350 in 0.20300 … 0.20400"),
        (-1.073, -1.1 ... -0.9, "−1.07 in −1.10 … −0.90"), (20, 20...20, "20.0 in 20.0 … 20.0"),
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
}

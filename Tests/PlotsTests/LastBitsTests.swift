import Plots
import Testing

/// What is drawn doesn't hang on last bits, which differ from machine to machine.
struct LastBitsTests {
    /// A bowl on a grid whose nodes lie on the levels, its values moved by a last bit here and there.
    private func drawing(seed: UInt64) throws -> String {
        var random = SplitMix(seed: seed)
        let field = ScalarField(x: -2...2, y: -2...2, columns: 41, rows: 41) { x, y in
            let value = x * x + y * y
            return seed == 0 ? value : value * (1 + Double(Int(random.next() % 5) - 2) * 0x1p-52)
        }
        let figure = Figure(width: 300, height: 250) {
            Panel(aspect: .equal) {
                FilledContours(of: field, levels: .explicit([0.25, 1, 2.25]))
                Contours(of: field, levels: .explicit([0.25, 1, 2.25]))
            }
        }
        return try figure.drawing().transcript
    }

    @Test(arguments: 1...20)
    func lastBitsOfAFieldLeaveItsDrawing(seed: UInt64) throws {
        #expect(try drawing(seed: seed) == drawing(seed: 0))
    }
}

import Dispatch
import Plots
import Synchronization
import Testing

/// Letters of more faces than Cairo keeps open of its own accord, drawn on many threads.
@Suite struct FontThreadTests {
    /// A size is new to Cairo, which loads the letter again for it.
    private func drawing(_ number: Int) -> Drawing {
        let faces = FontFace.allCases
        return Drawing(
            width: 40, height: 40,
            commands: faces.indices.map { place in
                let face = faces[(place + number) % faces.count]
                return .text(TextRun("(", face: face, size: 9 + Double(number) / 100, at: XY(Double(2 * place), 20)))
            })
    }

    @Test func drawingsOfManyFacesAreTheSameOnManyThreads() throws {
        let count = 2_000
        let made = Mutex([Result<[UInt8], any Error>?](repeating: nil, count: count))
        let drawings = (0..<count).map(drawing)
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let picture = Result { try drawings[number].png(scale: 1) }
            made.withLock { $0[number] = picture }
        }
        let pictures = try made.withLock { $0 }.map { try $0?.get() }
        for number in stride(from: 0, to: count, by: 40) {
            #expect(try pictures[number] == drawings[number].png(scale: 1), "drawing \(number)")
        }
    }
}

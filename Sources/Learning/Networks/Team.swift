import LinearAlgebra

/// How many cores one piece of work may use. Work is cut into tiles whose borders depend on shapes alone,
/// so the bytes that come out don't depend on the number of threads.
public struct Team: Sendable, Hashable {
    public let threads: Int

    public static let single = Team(threads: 1)

    /// - Parameter threads: at least 1.
    public init(threads: Int) {
        precondition(threads >= 1, "\(threads) threads")
        self.threads = threads
    }

    /// Calls `body` once for each tile of 0..<`size`, in any order, at once where there are threads.
    ///
    /// - Parameter tile: what no border may cut: borders are multiples of it.
    @inline(__always)
    func forTiles(of size: Int, multipleOf tile: Int = 16, _ body: (Range<Int>) -> Void) {
        let half = (size / 2 + tile - 1) / tile * tile
        if half == 0 || half >= size {
            body(0..<size)
        } else if threads == 1 {
            body(0..<half)
            body(half..<size)
        } else if !Helper.shared.share({ body(half..<size) }, { body(0..<half) }) {
            body(0..<half)
            body(half..<size)
        }
    }
}

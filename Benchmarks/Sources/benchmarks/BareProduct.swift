import Dispatch
import Learning

/// One matrix product of a training step, C ← op(A) · op(B), with nothing round it.
struct BareProduct {
    let rows: Int
    let columns: Int
    let inner: Int
    let a: BLAS.Order
    let b: BLAS.Order
    /// How often the step works out such a product.
    let times: Int

    /// Forward, weights' gradient and, if wanted, the inputs' derivative of an affine layer.
    static func layer(rows: Int, inputs: Int, units: Int, toInput: Bool = true, times: Int = 1) -> [BareProduct] {
        let forward = BareProduct(rows: rows, columns: units, inner: inputs, a: .plain, b: .plain, times: times)
        let gradient = BareProduct(rows: inputs, columns: units, inner: rows, a: .transposed, b: .plain, times: times)
        let backward = BareProduct(rows: rows, columns: inputs, inner: units, a: .plain, b: .transposed, times: times)
        return [forward, gradient] + (toInput ? [backward] : [])
    }

    /// The seconds that all `times` take on two threads, halved by rows or by columns, whichever is faster; from the median of
    /// a few runs.
    func seconds() async -> Double {
        let left = UnsafeMutablePointer<Float>.allocate(capacity: rows * inner)
        let right = UnsafeMutablePointer<Float>.allocate(capacity: inner * columns)
        let result = UnsafeMutablePointer<Float>.allocate(capacity: rows * columns)
        defer {
            left.deallocate()
            right.deallocate()
            result.deallocate()
        }
        left.initialize(repeating: 0.5, count: rows * inner)
        right.initialize(repeating: 0.25, count: inner * columns)
        result.initialize(repeating: 0, count: rows * columns)
        var best = Double.infinity
        for byRows in [true, false] {
            best = min(
                best,
                await Measurement.median(runs: 5, warm: 2) { multiply(left, right, result, byRows: byRows) })
        }
        return Double(times) * best
    }

    private func multiply(
        _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
        _ result: UnsafeMutablePointer<Float>, byRows: Bool
    ) {
        let size = byRows ? rows : columns
        let half = (size / 2 + 15) / 16 * 16
        // The halves write to places of their own.
        nonisolated(unsafe) let (left, right, result) = (left, right, result)
        DispatchQueue.concurrentPerform(iterations: half < size ? 2 : 1) { part in
            let tile = half >= size ? 0..<size : part == 0 ? 0..<half : half..<size
            let (lda, ldb) = (a == .plain ? inner : rows, b == .plain ? columns : inner)
            let from = byRows ? left + tile.lowerBound * (a == .plain ? lda : 1) : left
            let with = byRows ? right : right + tile.lowerBound * (b == .plain ? 1 : ldb)
            BLAS.gemm(
                m: byRows ? tile.count : rows, n: byRows ? columns : tile.count, k: inner, from, a, lda: lda, with, b,
                ldb: ldb, into: result + tile.lowerBound * (byRows ? columns : 1), ldc: columns)
        }
    }
}

extension [BareProduct] {
    /// The seconds that all of them take, one after the other.
    func seconds() async -> Double {
        var seconds = 0.0
        for product in self { seconds += await product.seconds() }
        return seconds
    }
}

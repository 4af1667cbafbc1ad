extension Matrix {
    /// The Gram matrix AᵀA, exactly symmetric.
    public var gram: Matrix { gram(threads: 1) }

    /// The Gram matrix AᵀA, exactly symmetric, worked out tile by tile on up to `threads` cores. Tiles depend on the
    /// shape alone, and so do the bytes.
    public func gram(threads: Int) -> Matrix {
        let n = columns
        guard rows > 0 && n > 0 else { return Matrix(rows: n, columns: n) }
        let blocks = (n + 255) / 256
        let borders = (0...blocks).map { $0 * n / blocks }
        // Tiles beside the diagonal are twice the work of those on it, and come first.
        let pairs = (0..<blocks).flatMap { i in (0...i).map { (i, $0) } }
        let tiles = pairs.filter { $0.0 != $0.1 } + pairs.filter { $0.0 == $0.1 }
        var gram = Matrix(rows: n, columns: n)
        gram.withUnsafeMutableElements { target in
            elements.withUnsafeBufferPointer { source in
                guard let from = source.baseAddress, let into = target.baseAddress else { return }
                // Each tile writes its own part of the lower triangle.
                nonisolated(unsafe) let (a, c) = (from, into)
                _ = concurrentMap(tiles.count, threads: threads) { index in
                    let (i, j) = tiles[index]
                    let (top, left) = (borders[i], borders[j])
                    let tile = c + top * n + left
                    if i == j {
                        BLAS.gram(m: rows, n: borders[i + 1] - top, a + top, lda: n, into: tile, ldc: n)
                    } else {
                        BLAS.gemm(
                            m: borders[i + 1] - top, n: borders[j + 1] - left, k: rows, a + top, .transposed, lda: n,
                            a + left, ldb: n, into: tile, ldc: n)
                    }
                }
            }
            for top in stride(from: 0, to: n, by: 32) {
                for left in stride(from: 0, through: top, by: 32) {
                    for i in top..<min(top + 32, n) {
                        for j in left..<min(left + 32, i) { target[j * n + i] = target[i * n + j] }
                    }
                }
            }
        }
        return gram
    }
}

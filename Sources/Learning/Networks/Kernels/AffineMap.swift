import LinearAlgebra

/// The products of a fully connected layer, Z = XW, and their derivatives, cut into tiles of columns.
///
/// X is `rows` × `inputs`, W `inputs` × `units`, Z `rows` × `units`, all row-major.
struct AffineMap {
    let rows: Int
    let inputs: Int
    let units: Int

    /// The columns `tile` of Z ← XW.
    @inline(__always)
    func forward<Scalar: NetworkScalar>(
        _ x: UnsafePointer<Scalar>, _ weights: UnsafePointer<Scalar>, into z: UnsafeMutablePointer<Scalar>,
        tile: Range<Int>
    ) {
        Scalar.multiply(
            rows: rows, columns: tile.count, inner: inputs, alpha: 1, x, stride: inputs, transposed: false,
            weights + tile.lowerBound, stride: units, transposed: false,
            beta: 0, into: z + tile.lowerBound, stride: units)
    }

    /// The columns `tile` of the weights' gradient, XᵀΔ, and of the offsets' below it are added to `gradient`.
    @inline(__always)
    func gradient<Scalar: NetworkScalar>(
        _ x: UnsafePointer<Scalar>, _ delta: UnsafePointer<Scalar>,
        addingTo gradient: UnsafeMutablePointer<Scalar>, tile: Range<Int>
    ) {
        weightGradient(x, delta, addingTo: gradient, tile: tile)
        offsetGradient(delta, addingTo: gradient + inputs * units, tile: tile)
    }

    /// The columns `tile` of the weights' gradient, XᵀΔ, are added to `gradient`.
    @inline(__always)
    func weightGradient<Scalar: NetworkScalar>(
        _ x: UnsafePointer<Scalar>, _ delta: UnsafePointer<Scalar>,
        addingTo gradient: UnsafeMutablePointer<Scalar>, tile: Range<Int>
    ) {
        Scalar.multiply(
            rows: inputs, columns: tile.count, inner: rows, alpha: 1, x, stride: inputs, transposed: true,
            delta + tile.lowerBound, stride: units, transposed: false,
            beta: 1, into: gradient + tile.lowerBound, stride: units)
    }

    /// The rows `tile` of the weights' gradient, XᵀΔ, are added to `gradient`.
    @inline(__always)
    func weightGradient<Scalar: NetworkScalar>(
        _ x: UnsafePointer<Scalar>, _ delta: UnsafePointer<Scalar>,
        addingTo gradient: UnsafeMutablePointer<Scalar>, inputs tile: Range<Int>
    ) {
        Scalar.multiply(
            rows: tile.count, columns: units, inner: rows, alpha: 1, x + tile.lowerBound, stride: inputs,
            transposed: true, delta, stride: units, transposed: false,
            beta: 1, into: gradient + tile.lowerBound * units, stride: units)
    }

    /// The columns `tile` of the offsets' gradient, the column sums of Δ, are added to `offsets`.
    @inline(__always)
    func offsetGradient<Scalar: NetworkScalar>(
        _ delta: UnsafePointer<Scalar>, addingTo offsets: UnsafeMutablePointer<Scalar>, tile: Range<Int>
    ) {
        for row in 0..<rows {
            let d = delta + row * units
            for j in tile { offsets[j] += d[j] }
        }
    }

    /// The columns `tile` of the inputs' derivative ← ΔWᵀ.
    @inline(__always)
    func backward<Scalar: NetworkScalar>(
        _ delta: UnsafePointer<Scalar>, _ weights: UnsafePointer<Scalar>,
        into inputDelta: UnsafeMutablePointer<Scalar>, tile: Range<Int>
    ) {
        Scalar.multiply(
            rows: rows, columns: tile.count, inner: units, alpha: 1, delta, stride: units, transposed: false,
            weights + tile.lowerBound * units, stride: units, transposed: true,
            beta: 0, into: inputDelta + tile.lowerBound, stride: inputs)
    }
}

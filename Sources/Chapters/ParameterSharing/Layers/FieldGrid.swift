import LinearAlgebra
import Networks

/// Where the units of a layer of maps look, and what their shared weights are when they are written out.
struct FieldGrid {
    let imageSide: Int
    let side: Int

    private var mapSide: Int { imageSide - side + 1 }
    /// Units of one map.
    var places: Int { mapSide * mapSide }

    /// A copy of the shared weights for each place.
    func local(_ shared: NetworkParameters<Double>, blocks: [ParameterBlock]) -> NetworkParameters<Double> {
        let copies = (0..<places).flatMap { _ in shared[block: 0] }
        return NetworkParameters(blocks: blocks, values: copies + (0..<places).flatMap { _ in shared[block: 1] })
    }

    /// The whole matrix: the shared weights where a unit looks, zeros elsewhere; the four units of a square are the
    /// pieces of one maxout unit.
    func dense(_ shared: NetworkParameters<Double>, blocks: [ParameterBlock]) -> NetworkParameters<Double> {
        let (weights, offsets) = (shared[block: 0], shared[block: 1])
        let (channels, pooled) = (offsets.count, mapSide / 2)
        let units = pooled * pooled * channels
        var matrix = Matrix(rows: imageSide * imageSide, columns: 4 * units)
        var sums = [Double](repeating: 0, count: 4 * units)
        for piece in 0..<4 {
            for unit in 0..<units {
                let (square, channel) = (unit / channels, unit % channels)
                let (top, left) = (square / pooled * 2 + piece / 2, square % pooled * 2 + piece % 2)
                let column = piece * units + unit
                sums[column] = offsets[channel]
                for cell in 0..<side * side {
                    let pixel = (top + cell / side) * imageSide + left + cell % side
                    matrix[pixel, column] = weights[cell * channels + channel]
                }
            }
        }
        return NetworkParameters(blocks: blocks, values: matrix.elements + sums)
    }
}

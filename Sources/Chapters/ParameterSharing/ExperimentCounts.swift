import Learning
import Notebook

extension CountMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> CountMeasurements {
        let imageSide = 14
        let grid = FieldGrid(imageSide: imageSide, side: parameters.filterSide)
        let (side, channels) = (parameters.filterSide, parameters.channels)
        let networks = try Connections.allCases.map { connections in
            try Network(
                input: .image(side: imageSide),
                layers: connections.layers(channels: channels, side: side, imageSide: imageSide))
        }
        let stored = networks.map { $0.initialParameters(lab.stream("counts"), as: Float.self) }
        return CountMeasurements(
            counts: networks.map(\.parameterCount),
            formulas: [
                equations.sharedCount(side, 1, channels, grid.places),
                equations.localCount(side, 1, channels, grid.places),
                equations.denseCount(imageSide * imageSide, channels, grid.places),
            ],
            bytes: stored.map { $0.values.count * MemoryLayout<Float>.stride }, units: channels * grid.places,
            copiedError: try copiedError(networks, grid, channels, lab.stream("copied")))
    }

    /// The largest difference of the answers when shared weights are written out for every place and every pixel.
    private static func copiedError(
        _ networks: [Network], _ grid: FieldGrid, _ channels: Int, _ stream: RandomStream
    ) throws -> Double {
        var stream = stream
        let pixels = stream.normals(3 * grid.imageSide * grid.imageSide)
        var shared = networks[0].initialParameters(stream, as: Double.self)
        shared[block: 1] = stream.normals(channels)
        let copies = [
            shared, grid.local(shared, blocks: networks[1].blocks), grid.dense(shared, blocks: networks[2].blocks),
        ]
        let answers = try zip(networks, copies).map { try Prediction($0, $1).outputs(pixels) }
        return max(
            answers[0].subtracting(answers[1]).largestMagnitude, answers[0].subtracting(answers[2]).largestMagnitude)
    }
}

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

import Laboratory
import LinearAlgebra
import Networks

/// A hidden layer of the same units with three kinds of connections.
public struct Layers: Experiment {
    /// The formulas that parameters are counted against.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How many parameters does sharing save?"

    public struct Parameters: Codable, Sendable {
        @Parameter("channels of the layer's maps", in: 1...256) public var channels = 8
        @Parameter("width and height of a unit's field of view", in: 1...13) public var filterSide = 5
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        parameters.channels = profile == .quick ? 8 : profile == .full ? 16 : 32
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Shared weights, weights for each place, all connections.
        public var counts: [Int]
        public var formulas: [Int]
        /// Bytes that the parameters take in single precision.
        public var bytes: [Int]
        /// Numbers in the layer's output, which sharing does not lower.
        public let units: Int
        /// Largest change of the answers when shared weights are copied to each place, and these into a matrix.
        public var copiedError: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let imageSide = 14
        let grid = FieldGrid(imageSide: imageSide, side: parameters.filterSide)
        let (side, channels) = (parameters.filterSide, parameters.channels)
        let networks = try Connections.allCases.map { connections in
            try Network(
                input: .image(side: imageSide),
                layers: connections.layers(channels: channels, side: side, imageSide: imageSide))
        }
        let stored = networks.map { $0.initialParameters(lab.stream("counts"), as: Float.self) }
        return Results(
            counts: networks.map(\.parameterCount),
            formulas: [
                equations.sharedCount(side, 1, channels, grid.places),
                equations.localCount(side, 1, channels, grid.places),
                equations.denseCount(imageSide * imageSide, channels, grid.places),
            ],
            bytes: stored.map { $0.values.count * MemoryLayout<Float>.stride }, units: channels * grid.places,
            copiedError: try Self.copiedError(networks, grid, channels, lab.stream("copied")))
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

import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// What becomes of features when the image moves.
public struct Equivariance: Experiment {
    /// The formula for where a feature goes.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Do features move with the image?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Networks.self]

    public struct Parameters: Codable, Sendable {
        @Parameter("width and height of a unit's field of view, odd", in: 1...9) public var filterSide = 5
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Largest difference between features of the moved image and moved features, relative to the largest feature:
        /// a convolution on a ring, one away from the border, one at the border, and one with weights for each place.
        public var ringError: Double
        public var interiorError: Double
        public var borderError: Double
        public var localError: Double
        /// Share of a trained convolutional network's answers that change when images move by a pixel.
        public var changedAnswers: [Double]
        public let picture: Picture
    }

    /// A digit, the digit moved, and one channel of both under two kinds of layer.
    public struct Picture: Codable, Sendable {
        public let side: Int
        public let mapSide: Int
        public let shift: Int
        public let image: [Double]
        public let moved: [Double]
        public let features: [Double]
        public let movedFeatures: [Double]
        public let local: [Double]
        public let movedLocal: [Double]
    }

    private static let imageSide = 14
    private static let shift = 2

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let side = parameters.filterSide
        let digit = try lab.images(.test, count: 1, isHalved: true).pixels.map(Double.init)
        let shared = try FeatureMap(
            Convolution(channels: 1, side: side, padding: .same, activation: .identity), Self.imageSide,
            lab.stream("features"))
        let local = try FeatureMap(
            LocallyConnected(channels: 1, side: side, padding: .same, activation: .identity), Self.imageSide,
            lab.stream("features"))
        let ring = try FeatureMap(
            Convolution(channels: 1, side: side, padding: .valid, activation: .identity), Self.imageSide + side - 1,
            lab.stream("features"))
        var drawing = lab.stream("noise image")
        let noise = drawing.normals(Self.imageSide * Self.imageSide)
        let (before, after) = (
            try shared.features(noise), try shared.features(noise.turned(by: Self.shift, Self.imageSide))
        )
        let places = 0..<Self.imageSide
        // Fields of view that neither leave the image nor see the column where the turned image closes.
        let inside = places.dropFirst(side / 2).dropLast(side / 2 + Self.shift)
        func error(_ before: [Double], _ after: [Double], _ columns: some Sequence<Int>) -> Double {
            let misses = columns.flatMap { column in
                places.map { row in
                    let moved =
                        (equations.movedPlace(column, Self.shift) % Self.imageSide + Self.imageSide) % Self.imageSide
                    return after[row * Self.imageSide + moved] - before[row * Self.imageSide + column]
                }
            }
            return misses.largestMagnitude / before.largestMagnitude
        }
        let moved = digit.turned(by: Self.shift, Self.imageSide)
        return Results(
            ringError: error(
                try ring.features(noise.closed(Self.imageSide, border: side / 2)),
                try ring.features(
                    noise.turned(by: Self.shift, Self.imageSide).closed(Self.imageSide, border: side / 2)), places),
            interiorError: error(before, after, inside), borderError: error(before, after, places),
            localError: error(
                try local.features(noise), try local.features(noise.turned(by: Self.shift, Self.imageSide)), inside),
            changedAnswers: try lab.results(of: Networks.self).convolutionChanges,
            picture: Picture(
                side: Self.imageSide, mapSide: Self.imageSide, shift: Self.shift, image: digit.rounded,
                moved: moved.rounded,
                features: try shared.features(digit).rounded, movedFeatures: try shared.features(moved).rounded,
                local: try local.features(digit).rounded, movedLocal: try local.features(moved).rounded))
    }
}

/// One layer with random weights.
private struct FeatureMap {
    let prediction: Prediction<Double>

    init(_ layer: any Layer, _ side: Int, _ stream: RandomStream) throws {
        let network = try Network(input: .image(side: side), layers: [layer])
        prediction = Prediction(network, network.initialParameters(stream))
    }

    func features(_ image: [Double]) throws -> [Double] { try prediction.outputs(image) }
}

extension [Double] {
    /// The square image with every row turned to the right; what leaves comes in again on the left.
    fileprivate func turned(by shift: Int, _ side: Int) -> [Double] {
        indices.map { self[$0 / side * side + ($0 % side + side - shift) % side] }
    }

    /// The image continued beyond its borders as on a ring, in both directions.
    fileprivate func closed(_ side: Int, border: Int) -> [Double] {
        let wide = side + 2 * border
        return (0..<wide * wide).map { place in
            let (row, column) = ((place / wide + side - border) % side, (place % wide + side - border) % side)
            return self[row * side + column]
        }
    }

    /// To three decimals, which is what a picture shows.
    fileprivate var rounded: [Double] { map { ($0 * 1000).rounded() / 1000 } }
}

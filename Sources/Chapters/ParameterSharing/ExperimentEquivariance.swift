import Learning
import Notebook

extension EquivarianceMeasurements {
    private static let imageSide = 14
    private static let shift = 2

    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) throws -> EquivarianceMeasurements {
        let side = parameters.filterSide
        let digit = try lab.images(.test, count: 1).halved().pixels.map(Double.init)
        let shared = try FeatureMap(
            Convolution(channels: 1, side: side, padding: .same, activation: .identity), imageSide,
            lab.stream("features"))
        let local = try FeatureMap(
            LocallyConnected(channels: 1, side: side, padding: .same, activation: .identity), imageSide,
            lab.stream("features"))
        let ring = try FeatureMap(
            Convolution(channels: 1, side: side, padding: .valid, activation: .identity), imageSide + side - 1,
            lab.stream("features"))
        var drawing = lab.stream("noise image")
        let noise = drawing.normals(imageSide * imageSide)
        let (before, after) = (try shared.features(noise), try shared.features(noise.turned(by: shift, imageSide)))
        let places = 0..<imageSide
        // Fields of view that neither leave the image nor see the column where the turned image closes.
        let inside = places.dropFirst(side / 2).dropLast(side / 2 + shift)
        func error(_ before: [Double], _ after: [Double], _ columns: some Sequence<Int>) -> Double {
            let misses = columns.flatMap { column in
                places.map { row in
                    let moved = (equations.movedPlace(column, shift) % imageSide + imageSide) % imageSide
                    return after[row * imageSide + moved] - before[row * imageSide + column]
                }
            }
            return misses.largestMagnitude / before.largestMagnitude
        }
        let moved = digit.turned(by: shift, imageSide)
        return EquivarianceMeasurements(
            ringError: error(
                try ring.features(noise.closed(imageSide, border: side / 2)),
                try ring.features(noise.turned(by: shift, imageSide).closed(imageSide, border: side / 2)), places),
            interiorError: error(before, after, inside), borderError: error(before, after, places),
            localError: error(
                try local.features(noise), try local.features(noise.turned(by: shift, imageSide)), inside),
            picture: EquivariancePicture(
                side: imageSide, mapSide: imageSide, shift: shift, image: digit.rounded, moved: moved.rounded,
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

import Learning
import Notebook
import Plots

extension ParameterSharingSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("tie-path", tiePath(results.limits))
        PageFigure("tying", tying(results))
        PageFigure("hybrid", hybrid(results))
        PageFigure("connections", connections())
        PageFigure("moved-features", try movedFeatures(results.equivariance.picture))
        PageFigure("networks", networks(results.networks))
    }

    private static func tiePath(_ limits: LimitMeasurements) -> Figure {
        Figure(width: 260, height: 210, title: "Two models under a tie of growing strength") {
            Panel(x: Axis("$w_1$"), y: Axis("$w_2$"), legend: .top) {
                Line(x: limits.first.map { $0[0] }, y: limits.first.map { $0[1] }).role(.trajectory)
                Line(x: limits.second.map { $0[0] }, y: limits.second.map { $0[1] }).role(.trajectory)
                Points(
                    x: [limits.first[0][0], limits.second[0][0]], y: [limits.first[0][1], limits.second[0][1]]
                ).role(.optimum).label("separate")
                Points(x: [limits.pooled[0]], y: [limits.pooled[1]]).role(.regularized).label("pooled")
            }
        }
    }

    private static func tying(_ results: Results) -> Figure {
        let (tying, parameters) = (results.tying, results.parameters)
        return Figure(width: 420, height: 200, title: "Error of tied models") {
            Row(spacing: 30) {
                Panel(
                    x: Axis("tie $\\alpha$", scale: .log), y: Axis("excess error", scale: .log), legend: .automatic
                ) {
                    for (place, distance) in parameters.distances.enumerated() {
                        Line(x: parameters.strengths, y: tying.curves[place]).role(.series(place)).label(
                            "$d=\(distance.formatted())$")
                    }
                }
                Panel(
                    x: Axis("distance $d$ of the tasks"), y: Axis("excess error", scale: .log), legend: .top
                ) {
                    Line(x: parameters.distances, y: tying.separate.map(\.mean)).role(.optimum).label("separate")
                    Line(x: parameters.distances, y: tying.chosen.map(\.mean)).role(.regularized).dash(.dashed)
                        .label("tied")
                    Line(x: parameters.distances, y: tying.pooled.map(\.mean)).role(.muted).dash(.dotted)
                        .label("pooled")
                }
            }
        }
    }

    private static func hybrid(_ results: Results) -> Figure {
        let hybrid = results.hybrid
        let counts = results.parameters.labelled.map(Double.init)
        return Figure(width: 420, height: 200, title: "Classifiers with few labels") {
            Panel(
                x: Axis("labelled images", scale: .log, ticks: .values(counts)), y: Axis("test error", including: [0]),
                legend: .top
            ) {
                Band(x: counts, replicates: hybrid.discriminative.transposedRows).role(.series(0)).label("toward zero")
                Band(x: counts, replicates: hybrid.generative.transposedRows).role(.series(1)).label("generative")
                Band(x: counts, replicates: hybrid.tied.transposedRows).role(.series(2)).label(
                    "tied")
            }
        }
    }

    /// Weights of a layer of eight units over ten inputs; one colour is one parameter.
    private static func connections() -> Figure {
        func pattern(_ parameter: (Int, Int) -> Int?, of count: Int) -> PixelImage {
            PixelImage(
                columns: 10, rows: 8,
                pixels: (0..<80).map { cell in
                    guard let index = parameter(cell / 10, cell % 10) else { return .zero }
                    let colour = ColourMap.meadow.colour(at: (Double(index) + 0.5) / Double(count))
                    return SIMD4(colour.red, colour.green, colour.blue, 255)
                })
        }
        func field(_ unit: Int, _ input: Int) -> Int? { 0..<3 ~= input - unit ? input - unit : nil }
        return Figure(width: 420, height: 118, title: "Three ways of connecting eight units with ten inputs") {
            ImageGrid(
                [
                    pattern({ field($0, $1) }, of: 3),
                    pattern({ unit, input in field(unit, input).map { unit * 3 + $0 } }, of: 24),
                    pattern({ $0 * 10 + $1 }, of: 80),
                ], columns: 3, labels: ["shared: 3 weights", "for each place: 24", "all: 80"], spacing: 22)
        }
        .described(
            as: """
                Three weight matrices of eight units and ten inputs. Shared weights: the same three colours along a diagonal band. \
                Weights for each place: the same band, every cell in its own colour. All connections: a full matrix of colours.
                """)
    }

    private static func movedFeatures(_ picture: EquivariancePicture) throws -> Figure {
        let shared = max(picture.features.largestMagnitude, picture.movedFeatures.largestMagnitude)
        let local = max(picture.local.largestMagnitude, picture.movedLocal.largestMagnitude)
        func map(_ values: [Double], _ reach: Double) throws -> PixelImage {
            try PixelImage(values: values, columns: picture.mapSide, range: -reach...reach, map: .diverging)
        }
        return try Figure(width: 420, height: 74, title: "Features of a digit and of the digit moved") {
            ImageGrid(
                [
                    try PixelImage(ink: picture.image, columns: picture.side),
                    try PixelImage(ink: picture.moved, columns: picture.side),
                    try map(picture.features, shared),
                    try map(picture.movedFeatures, shared), try map(picture.local, local),
                    try map(picture.movedLocal, local),
                ], columns: 6, labels: ["digit", "moved", "shared", "moved", "local", "moved"], spacing: 8)
        }
    }

    private static func networks(_ networks: NetworkMeasurements) -> Figure {
        let counts = networks.counts.map(Double.init)
        return Figure(width: 420, height: 200, title: "Networks with the same units, connected in three ways") {
            Panel(
                x: Axis("training images", scale: .log, ticks: .values(counts)), y: Axis("test error", including: [0]),
                legend: .top
            ) {
                Band(x: counts, replicates: networks.dense.transposedRows).role(.series(0)).label("all connections")
                Band(x: counts, replicates: networks.local.transposedRows).role(.series(1)).label("for each place")
                Band(x: counts, replicates: networks.convolution.transposedRows).role(.series(2)).label("shared")
            }
        }
    }
}

extension [[Double]] {
    /// Columns as rows.
    var transposedRows: [[Double]] { (first ?? []).indices.map { place in map { $0[place] } } }
}

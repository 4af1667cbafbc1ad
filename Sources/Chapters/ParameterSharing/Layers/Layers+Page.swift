import Notebook
import Plots

extension Layers: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("connections", Self.connections())
        Self.table(results)
        Value("dense-over-shared", Double(results.counts[2]) / Double(results.counts[0]))
        Value("layer-units", results.units)
        Value("copied-error", results.copiedError)
        Claim(
            "8-4E",
            "Sharing needs only the unique parameters in memory, which is a large reduction for convolutional networks.",
            method: """
                A layer of maps on 14 × 14 pixels with shared weights, with weights for each place, and with all connections: \
                parameters counted against the formulas; shared weights copied to every place must give the same answers.
                """
        ) {
            for (place, name) in ["shared", "for each place", "all connections"].enumerated() {
                Check.error(
                    "\(name): count minus formula", Double(results.counts[place] - results.formulas[place]), atMost: 0)
            }
            Check.all(
                "kinds with four bytes per parameter", zip(results.bytes, results.formulas).count { $0 == 4 * $1 },
                of: 3)
            Check.error("change of the answers when weights are copied", results.copiedError, atMost: 1e-12)
        }
    }

    private static func table(_ counts: Results) -> Table {
        Table(
            "counts",
            columns: [.init("hidden layer"), .init("parameters"), .init("bytes"), .init("share of all connections")],
            rows: zip(["shared weights", "weights for each place", "all connections"], 0..<3).map { name, place in
                [
                    .text(name), .count(counts.counts[place]), .count(counts.bytes[place]),
                    .number(Double(counts.counts[place]) / Double(counts.counts[2])),
                ]
            })
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
}

extension Layers {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-4E") { $0.counts[1] += 1 },
        Mutant("8-4E") { $0.bytes[0] *= 2 },
        Mutant("8-4E") { $0.copiedError = 0.1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("8-4E") { $0.sharedCount = { side, inputs, channels, _ in side * side * inputs * channels } },
        Mutant("8-4E") {
            $0.localCount = { side, inputs, channels, places in (places * side * side * inputs + 1) * channels }
        },
        Mutant("8-4E") { $0.denseCount = { pixels, channels, places in 2 * (pixels + 1) * channels * places } },
    ]
}

import Notebook
import Plots

extension Cartoon: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let outputs = results.outputs
        PageFigure("cartoon", try Self.figure(results))
        Value("nine-without-nine", outputs.withoutNine.nine)
        Value("six-without-six", outputs.withoutSix.six)
        Value("average-eight", outputs.average.eight)
        Value("average-six", outputs.average.six)
        Value("average-nine", outputs.average.nine)
        Claim(
            "10-10X", equation: "Figure 7.5",
            "Two brittle detectors of an 8, each blind to one loop, average to one that is most confident only when both loops are present.",
            method: """
                Logistic regressions trained on the resamples (8, 8, 6) and (8, 9, 9), again and again with randomly flipped pixels; \
                paired differences of the probability of "8".
                """
        ) {
            Check.positive(
                "average on 8, above the larger of 6 and 9",
                differences: results.replicates.map { $0.average.eight - max($0.average.six, $0.average.nine) })
            Check.positive(
                "on the 9, detector that never saw one above the average",
                differences: results.replicates.map { $0.withoutNine.nine - $0.average.nine })
            Check.positive(
                "on the 6, detector that never saw one above the average",
                differences: results.replicates.map { $0.withoutSix.six - $0.average.six })
        }
    }

    /// Three rows: the two resamples with the weights and outputs of their detectors, and the average.
    private static func figure(_ cartoon: Results) throws -> Figure {
        let first = try weights(cartoon.withoutNine)
        let second = try weights(cartoon.withoutSix)
        let both = try mean(first, second)
        let outputs = cartoon.outputs
        return try Figure(width: 420, height: 330) {
            try Column {
                try Row {
                    try glyphs("first resample", [.eight, .eight, .six])
                    try weightMap("its weights", first)
                    bars("probability of “8”", outputs.withoutNine)
                }
                try Row {
                    try glyphs("second resample", [.eight, .nine, .nine])
                    try weightMap("its weights", second)
                    bars("probability of “8”", outputs.withoutSix)
                }
                try Row {
                    try glyphs("original data", [.eight, .six, .nine])
                    try weightMap("mean of both", both)
                    bars("average of both", outputs.average)
                }
            }
        }
    }

    private static func glyphs(_ title: String, _ glyphs: [Glyph]) throws -> Panel {
        let images = try glyphs.map { try $0.image }
        let pitch = Double(Glyph.columns + 2)
        return Panel(title, x: .hidden(-1...pitch * 3 - 1), y: .hidden(-0.5...Double(Glyph.rows) + 0.5), aspect: .equal)
        {
            for (place, image) in images.enumerated() {
                let left = Double(place) * pitch
                Image(image, x: left...left + Double(Glyph.columns), y: 0...Double(Glyph.rows))
            }
        }
    }

    private static func weights(_ detector: Detector) throws -> ScalarField {
        let rows = stride(from: Glyph.rows - 1, through: 0, by: -1)
        return try ScalarField(
            xs: (0..<Glyph.columns).map { Double($0) + 0.5 }, ys: (0..<Glyph.rows).map { Double($0) + 0.5 },
            values: rows.flatMap { row in detector.weights[row * Glyph.columns..<(row + 1) * Glyph.columns] })
    }

    private static func mean(_ first: ScalarField, _ second: ScalarField) throws -> ScalarField {
        try ScalarField(xs: first.xs, ys: first.ys, values: zip(first.values, second.values).map { ($0 + $1) / 2 })
    }

    private static func weightMap(_ title: String, _ field: ScalarField) throws -> Panel {
        let fromTop = (0..<Glyph.rows).reversed().flatMap {
            field.values[$0 * Glyph.columns..<($0 + 1) * Glyph.columns]
        }
        let picture = try PixelImage(
            signed: fromTop, columns: Glyph.columns, reach: max(field.values.map(abs).max() ?? 1, 1e-9))
        return Panel(
            title, x: .hidden(0...Double(Glyph.columns)), y: .hidden(0...Double(Glyph.rows)), aspect: .equal
        ) {
            Image(picture)
        }
    }

    private static func bars(_ title: String, _ outputs: Cartoon.Triple) -> Panel {
        Panel(title, x: Axis(""), y: Axis("", in: 0...1)) {
            Bars(["8", "6", "9"], y: [outputs.eight, outputs.six, outputs.nine]).role(.series(0))
        }
    }
}

extension Glyph {
    fileprivate var image: PixelImage {
        get throws { try PixelImage(ink: pixels.map { $0 > 0.5 ? 1.0 : 0 }, columns: Glyph.columns) }
    }
}

extension Cartoon {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-10X") { $0.change { $0.withoutNine.six = 1 } },
        Mutant("10-10X") { $0.change { $0.withoutSix = $0.withoutNine } },
        Mutant("10-10X") { $0.change { swap(&$0.withoutNine.eight, &$0.withoutNine.six) } },
    ]
}

extension Cartoon.Results {
    fileprivate mutating func change(_ outputs: (inout Cartoon.Outputs) -> Void) {
        for place in replicates.indices { outputs(&replicates[place]) }
    }
}

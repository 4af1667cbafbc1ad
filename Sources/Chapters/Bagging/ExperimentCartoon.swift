import Learning
import Notebook

/// The cartoon of Figure 7.5 with detectors that were trained on resamples of {8, 6, 9}.
public struct Cartoon: Codable, Sendable {
    /// Trained on 8, 8, 6: it never saw a 9.
    public let withoutNine: Detector
    /// Trained on 8, 9, 9: it never saw a 6.
    public let withoutSix: Detector
    /// The same on data sets with flipped pixels, one entry a replicate.
    public var replicates: [Outputs]

    /// The probability of "8" that each detector gives to the three digits.
    public struct Outputs: Codable, Sendable {
        public var withoutNine: Triple
        public var withoutSix: Triple

        /// The outputs averaged over the two detectors.
        var average: Triple {
            Triple(
                eight: (withoutNine.eight + withoutSix.eight) / 2, six: (withoutNine.six + withoutSix.six) / 2,
                nine: (withoutNine.nine + withoutSix.nine) / 2)
        }
    }

    /// One number for each of the three digits.
    public struct Triple: Codable, Sendable {
        public var eight: Double
        public var six: Double
        public var nine: Double
    }

    /// The outputs of the detectors that were trained on clean glyphs.
    var outputs: Outputs { Outputs(of: withoutNine, withoutSix, on: .eight, .six, .nine) }

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> Cartoon {
        let (withoutNine, withoutSix) = detectors(.eight, .six, .nine)
        let items = (0..<parameters.cartoonReplicates).map {
            CartoonItem(replicate: $0, flipProbability: parameters.flipProbability)
        }
        let replicates = try await lab.map("detectors", over: items) { item, lab in
            var stream = lab.stream("flips", item.replicate)
            let glyphs = [Glyph.eight, .six, .nine].map { glyph in
                Glyph(pixels: glyph.pixels.map { stream.bernoulli(item.flipProbability) ? 1 - $0 : $0 })
            }
            let (first, second) = detectors(glyphs[0], glyphs[1], glyphs[2])
            return Outputs(of: first, second, on: .eight, .six, .nine)
        }
        return Cartoon(withoutNine: withoutNine, withoutSix: withoutSix, replicates: replicates)
    }

    /// The detectors of the two resamples (8, 8, 6) and (8, 9, 9).
    private static func detectors(_ eight: Glyph, _ six: Glyph, _ nine: Glyph) -> (Detector, Detector) {
        (
            Detector(trainedOn: [(eight, true), (eight, true), (six, false)]),
            Detector(trainedOn: [(eight, true), (nine, false), (nine, false)])
        )
    }
}

/// One replicate of the cartoon.
struct CartoonItem: Codable, Sendable {
    let replicate: Int
    let flipProbability: Double
}

extension Cartoon.Outputs {
    init(of first: Detector, _ second: Detector, on eight: Glyph, _ six: Glyph, _ nine: Glyph) {
        func triple(_ detector: Detector) -> Cartoon.Triple {
            Cartoon.Triple(
                eight: detector.probability(of: eight), six: detector.probability(of: six),
                nine: detector.probability(of: nine))
        }
        self.init(withoutNine: triple(first), withoutSix: triple(second))
    }
}

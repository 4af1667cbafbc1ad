import Laboratory
import LinearAlgebra

/// The cartoon of Figure 7.5 with detectors that were trained on resamples of {8, 6, 9}.
public struct Cartoon: Experiment {
    public init() {}

    public static let question = "Do two detectors, each blind to one loop, average to one that looks for both?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets with flipped pixels on which the detectors are trained again", in: 2...100_000)
        public var replicates = 40
        @Parameter("probability that a pixel of a glyph is flipped in them", in: 0...0.5)
        public var flipProbability = 0.03
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Trained on 8, 8, 6: it never saw a 9.
        public let withoutNine: Detector
        /// Trained on 8, 9, 9: it never saw a 6.
        public let withoutSix: Detector
        /// The same on data sets with flipped pixels, one entry a replicate.
        public var replicates: [Outputs]

        /// The outputs of the detectors that were trained on clean glyphs.
        var outputs: Outputs { Outputs(of: (withoutNine, withoutSix), on: [.eight, .six, .nine]) }
    }

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

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let (withoutNine, withoutSix) = Self.detectors([.eight, .six, .nine])
        let replicates = try await lab.map(
            "detectors", replicates: parameters.replicates, of: parameters.flipProbability
        ) { flipProbability, replicate, lab in
            var stream = lab.stream("flips", replicate)
            let glyphs = [Glyph.eight, .six, .nine].map { glyph in
                Glyph(pixels: glyph.pixels.map { stream.bernoulli(flipProbability) ? 1 - $0 : $0 })
            }
            return Outputs(of: Self.detectors(glyphs), on: [.eight, .six, .nine])
        }
        return Results(withoutNine: withoutNine, withoutSix: withoutSix, replicates: replicates)
    }

    /// The detectors of the two resamples (8, 8, 6) and (8, 9, 9) of an 8, a 6 and a 9.
    private static func detectors(_ glyphs: [Glyph]) -> (Detector, Detector) {
        let (eight, six, nine) = (glyphs[0], glyphs[1], glyphs[2])
        return (
            Detector(trainedOn: [(eight, true), (eight, true), (six, false)]),
            Detector(trainedOn: [(eight, true), (nine, false), (nine, false)])
        )
    }
}

extension Cartoon.Outputs {
    /// What two detectors say to an 8, a 6 and a 9.
    init(of detectors: (Detector, Detector), on glyphs: [Glyph]) {
        func triple(_ detector: Detector) -> Cartoon.Triple {
            let answers = glyphs.map { detector.probability(of: $0) }
            return Cartoon.Triple(eight: answers[0], six: answers[1], nine: answers[2])
        }
        self.init(withoutNine: triple(detectors.0), withoutSix: triple(detectors.1))
    }
}

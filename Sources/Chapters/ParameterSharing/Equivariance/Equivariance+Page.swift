import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Equivariance: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("moved-features", try Self.figure(results.picture))
        Value("shift", results.picture.shift)
        Value("ring-error", results.ringError)
        Value("interior-error", results.interiorError)
        Value("border-error", results.borderError)
        Value("local-error", results.localError)
        Claim(
            "8-5E", "The same feature is computed at every place: when the image moves, so do the features.",
            method: """
                Features of an image of noise moved by two columns against its moved features, relative to the largest. Answers of \
                trained networks for digits moved by one pixel.
                """
        ) {
            Check.error("convolution on a ring, every place", results.ringError, atMost: 1e-12)
            Check.error("convolution with a border, away from it", results.interiorError, atMost: 1e-12)
            Check.number("convolution with a border, every place", results.borderError, .above(0.01))
            Check.number("weights for each place", results.localError, .above(0.1))
            Check.number(
                "share of a convolutional network's answers that change", results.changedAnswers.mean,
                .above(0))
        }
    }

    private static func figure(_ picture: Picture) throws -> Figure {
        let shared = max(picture.features.largestMagnitude, picture.movedFeatures.largestMagnitude)
        let local = max(picture.local.largestMagnitude, picture.movedLocal.largestMagnitude)
        func map(_ values: [Double], _ reach: Double) throws -> PixelImage {
            try PixelImage(signed: values, columns: picture.mapSide, reach: reach)
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
}

extension Equivariance {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-5E") { $0.ringError = 0.1 },
        Mutant("8-5E") { $0.interiorError = 0.1 },
        Mutant("8-5E") { $0.borderError = 0 },
        Mutant("8-5E") { $0.localError = 0 },
        Mutant("8-5E") { $0.changedAnswers = [0, 0] },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("8-5E") { $0.movedPlace = { $0 - $1 } },
        Mutant("8-5E") { $0.movedPlace = { $0 + 2 * $1 } },
    ]
}

import Notebook
import Plots

extension Codes: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("filters", try Self.figure(results))
        Value("code-replicates", results.plain.count)
        Value("pixel-error", Estimate(of: results.pixels))
        Value("plain-error", Estimate(of: results.plain))
        Value("denoising-error", Estimate(of: results.denoising))
        Value("code-gain", Estimate(of: zip(results.plain, results.denoising).map { $0 - $1 }))
        Claim(
            "5-10X",
            "Noise on the inputs is part of unsupervised learners such as the denoising autoencoder: its codes serve a classifier with few labels better.",
            method: """
                Autoencoders of \(parameters.units) units on \(parameters.unlabelled) images, without \
                noise and with a share of the pixels set to zero: test error of softmax regression on their codes, with \
                \(parameters.labelled) labelled images of each class, averaged over \(parameters.draws) draws of them.
                """
        ) {
            Check.positive(
                "test error on plain codes minus on denoising ones",
                differences: zip(results.plain, results.denoising).map { $0 - $1 })
        }
    }

    /// Incoming weights of the first units, both autoencoders' on one scale.
    private static func figure(_ codes: Results) throws -> Figure {
        let reach = Double((codes.plainFilters + codes.denoisingFilters).map(\.magnitude).max() ?? 1)
        let size = codes.side * codes.side
        let pictures = { (weights: [Float]) in
            try stride(from: 0, to: weights.count, by: size).map {
                try PixelImage(signed: Array(weights[$0..<$0 + size]), columns: codes.side, reach: reach)
            }
        }
        let plain = ImageGrid(try pictures(codes.plainFilters), columns: 6, title: "plain")
        let denoising = ImageGrid(try pictures(codes.denoisingFilters), columns: 6, title: "denoising")
        return Figure(width: 420, height: 80, title: "Weights of two autoencoders") {
            Row {
                plain
                denoising
            }
        }
    }
}

extension Codes {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-10X") { $0.denoising = $0.plain.map { $0 + 0.1 } },
        Mutant("5-10X") { $0.denoising = $0.plain },
    ]
}

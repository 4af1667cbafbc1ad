import LinearAlgebra
import Notebook
import Plots

extension Autoencoders: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("autoencoder-sweep", Self.sweep(results, parameters.activityPenalties))
        PageFigure("activations", try Self.activations(results))
        PageFigure("weights-against-units", try Self.weightsAgainstUnits(results))
        Value("strongest-activity-penalty", parameters.activityPenalties.last ?? .nan)
        Value("plain-quiet", Estimate(of: results.rectifiers[0].quiet))
        Value("sparse-quiet", Estimate(of: results.sparseUnits.quiet))
        Value("plain-left", Estimate(of: results.rectifiers[0].residuals))
        Value("sparse-left", Estimate(of: results.sparseUnits.residuals))
        Value("tanh-plain", Estimate(of: results.tanhPlain.hoyer))
        Value("tanh-student", Estimate(of: results.tanhStudent.hoyer))
        Value("sigmoid-plain", Estimate(of: results.sigmoidPlain.hoyer))
        Value("sigmoid-divergence", Estimate(of: results.sigmoidDivergence.hoyer))
        Value("plain-activity", Estimate(of: results.sigmoidPlain.meanActivations))
        Value("target-activity", Estimate(of: results.sigmoidDivergence.meanActivations))
        Value("target-miss", Estimate(of: results.sigmoidDivergence.targetMisses))
        Value("kept-left", Estimate(of: results.kept.residuals))
        Value("small-weights", Estimate(of: results.sparseWeights.smallWeights))
        Value("quiet-of-sparse-weights", Estimate(of: results.sparseWeights.quiet))
        Value("small-of-sparse-units", Estimate(of: results.sparseUnits.smallWeights))
        Claim(
            "9-3E",
            "Sparse parameters and a sparse representation are different things, and each can occur without the other.",
            method: """
                Zeros counted in the chapter's two displays. Autoencoders with an $L^1$ penalty on the weights, and with one on the hidden units: \
                small weights and quiet units of each.
                """
        ) {
            Check.number("zeros of $\\mathbf A$, of 30", Double(results.parametersZeros.matrix), .within(20...20))
            Check.number("zeros of $\\mathbf x$, of 6", Double(results.parametersZeros.vector), .atMost(0))
            Check.number("zeros of $\\mathbf B$, of 30", Double(results.representationZeros.matrix), .atMost(1))
            Check.number("zeros of $\\mathbf h$, of 6", Double(results.representationZeros.vector), .within(4...4))
            Check.positive(
                "share of small weights: penalty on weights minus penalty on units",
                differences: results.sparseWeights.smallWeights.subtracting(results.sparseUnits.smallWeights))
            Check.positive(
                "share of quiet units: penalty on units minus penalty on weights",
                differences: results.sparseUnits.quiet.subtracting(results.sparseWeights.quiet))
        }
        Claim(
            "9-4X", equation: "7.29",
            "An $L^1$ penalty on the representation makes it sparse, the more so the stronger it is; so do hard constraints.",
            method: """
                Sparse coding of digits: exact zeros as $\\alpha$ rises; codes by matching pursuit with a fixed number of entries. \
                Autoencoders: quiet units of rectifiers as $\\alpha$ rises; a layer \
                that keeps $k$ units.
                """
        ) {
            for step in 1..<max(results.codePenalties.count, 1) {
                Check.positive(
                    "sparse coding: rise of zeros from $\\alpha=\(results.codePenalties[step - 1])$ to $\(results.codePenalties[step])$",
                    differences: results.codeZeros.map { $0[step] - $0[step - 1] })
            }
            for (place, entries) in results.codeEntries.enumerated() {
                Check.all(
                    "matching pursuit: codes with exactly \(entries) entries", results.exactCodes[place],
                    of: results.codes)
            }
            for step in 1..<max(results.rectifiers.count, 1) {
                Check.positive(
                    "rectifiers: rise of quiet units from $\\alpha=\(parameters.activityPenalties[step - 1])$ to $\(parameters.activityPenalties[step])$",
                    differences: results.rectifiers[step].quiet.subtracting(results.rectifiers[step - 1].quiet))
            }
            Check.all(
                "autoencoder: images with exactly \(parameters.kept) active units",
                results.kept.exact.reduce(0, +), of: results.codes)
        }
        Claim(
            "9-7X", "Almost any model with hidden units can be made sparse by a penalty on them.",
            method: """
                Autoencoders with tanh units under the Student-t penalty and with sigmoid units under the divergence, each with and without \
                it: Hoyer's measure of sparsity on fresh images. A rise by less than 0.05 is not called sparse.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "tanh units: rise of Hoyer's sparsity under the Student-t penalty, less 0.05",
                differences: zip(results.tanhStudent.hoyer, results.tanhPlain.hoyer).map { $0 - $1 - 0.05 })
            Check.positive(
                "sigmoid units: rise of Hoyer's sparsity under the divergence, less 0.05",
                differences: zip(results.sigmoidDivergence.hoyer, results.sigmoidPlain.hoyer).map { $0 - $1 - 0.05 })
        }
    }

    private static func sweep(_ results: Results, _ alphas: [Double]) -> Figure {
        let networks = results.rectifiers
        let axis = Axis("penalty $\\alpha$")
        return Figure(width: 420, height: 170, title: "Rectifiers of an autoencoder against the penalty") {
            Row(spacing: 24) {
                Panel(x: axis, y: Axis("quiet units", in: 0...1), legend: .none) {
                    Band(x: alphas, replicates: networks.map(\.quiet).transposedRows, .range).role(.series(0))
                }
                Panel(x: axis, y: Axis("variance left over", including: [0]), legend: .none) {
                    Band(x: alphas, replicates: networks.map(\.residuals).transposedRows, .range).role(.loss)
                }
            }
        }
    }

    /// Rows are images, columns hidden units; dark where a unit speaks.
    private static func activations(_ networks: Results) throws -> Figure {
        let strips: [(String, AutoencoderOutcomes)] = [
            ("none", networks.rectifiers[0]), ("$L^1$", networks.sparseUnits), ("Student-$t$", networks.tanhStudent),
            ("divergence", networks.sigmoidDivergence), ("$k$ units", networks.kept),
        ]
        return try Figure(width: 420, height: 62, title: "Activations of five autoencoders") {
            ImageGrid(
                try strips.map { try $0.1.activations.sizes() }, columns: strips.count, labels: strips.map(\.0),
                spacing: 8)
        }
    }

    private static func weightsAgainstUnits(_ networks: Results) throws -> Figure {
        let (weights, units) = (networks.sparseWeights, networks.sparseUnits)
        return try Figure(width: 420, height: 73, title: "Sparse weights and sparse units") {
            ImageGrid(
                [
                    try weights.weights.sizes(), try weights.activations.sizes(), try units.weights.sizes(),
                    try units.activations.sizes(),
                ], columns: 4, labels: ["weights", "activations", "weights", "activations"], spacing: 10)
        }
    }
}

extension Picture {
    /// Sizes as ink: what is zero stays empty.
    fileprivate func sizes() throws -> PixelImage {
        try PixelImage(ink: values.map(abs), columns: columns, colour: RGB(0x0072B2))
    }
}

extension Autoencoders {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("9-3E") { $0.parametersZeros.matrix = 19 },
        Mutant("9-3E") { $0.parametersZeros.vector = 1 },
        Mutant("9-3E") { $0.representationZeros.matrix = 2 },
        Mutant("9-3E") { $0.representationZeros.vector = 3 },
        Mutant("9-3E") { $0.sparseWeights.smallWeights = $0.sparseUnits.smallWeights },
        Mutant("9-3E") { $0.sparseWeights.quiet = $0.sparseUnits.quiet.map { $0 + 0.1 } },
        Mutant("9-4X") { $0.codeZeros = $0.codeZeros.map { $0.reversed() } },
        Mutant("9-4X") { $0.exactCodes[1] -= 1 },
        Mutant("9-4X") { $0.rectifiers.reverse() },
        Mutant("9-4X") { $0.kept.exact[0] -= 1 },
        // A Student-t penalty that works.
        Mutant("9-7X") { $0.tanhStudent.hoyer = $0.tanhPlain.hoyer.map { $0 + 0.2 } },
    ]
}

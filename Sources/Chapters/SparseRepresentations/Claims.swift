import Learning
import Notebook

extension SparseRepresentationsSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        displayClaims(results.displays) + [
            zerosClaim(results), sparsityClaim(results), otherPenaltiesClaim(results),
        ]
    }

    private static func displayClaims(_ displays: DisplayMeasurements) -> [Claim] {
        [
            Claim(
                "9-1E", "The display of a sparse parametrization, $\\mathbf y=\\mathbf A\\mathbf x$, is right.",
                method: "The product, multiplied out."
            ) {
                Check.error(
                    "largest distance of $\\mathbf y$ from $\\mathbf A\\mathbf x$", displays.parametersError, atMost: 0)
            },
            Claim(
                "9-2D",
                "The display of a sparse representation, $\\mathbf y=\\mathbf B\\mathbf h$, is right with 19 in the third row.",
                method:
                    "The product, multiplied out, against $\\mathbf y$ as printed (1 in the third row) and corrected.",
                expecting: .erratum
            ) {
                Check.erratum(
                    "largest distance of $\\mathbf y$ from $\\mathbf B\\mathbf h$", asPrinted: displays.printedError,
                    corrected: displays.mendedError, tolerance: 0)
            },
        ]
    }

    private static func zerosClaim(_ results: Results) -> Claim {
        let (displays, networks) = (results.displays, results.autoencoders)
        return Claim(
            "9-3E",
            "Sparse parameters and a sparse representation are different things, and each can occur without the other.",
            method: """
                Zeros counted in the two displays. Autoencoders with an $L^1$ penalty on the weights, and with one on the hidden units: \
                small weights and quiet units of each.
                """
        ) {
            Check.number("zeros of $\\mathbf A$, of 30", Double(displays.parametersZeros.matrix), .within(20...20))
            Check.number("zeros of $\\mathbf x$, of 6", Double(displays.parametersZeros.vector), .atMost(0))
            Check.number("zeros of $\\mathbf B$, of 30", Double(displays.representationZeros.matrix), .atMost(1))
            Check.number("zeros of $\\mathbf h$, of 6", Double(displays.representationZeros.vector), .within(4...4))
            Check.positive(
                "share of small weights: penalty on weights minus penalty on units",
                differences: networks.sparseWeights.smallWeights.subtracting(networks.sparseUnits.smallWeights))
            Check.positive(
                "share of quiet units: penalty on units minus penalty on weights",
                differences: networks.sparseUnits.quiet.subtracting(networks.sparseWeights.quiet))
        }
    }

    private static func sparsityClaim(_ results: Results) -> Claim {
        let (coding, networks, parameters) = (results.coding, results.autoencoders, results.parameters)
        return Claim(
            "9-4X", equation: "7.29",
            "An $L^1$ penalty on the representation makes it sparse, the more so the stronger it is; so do hard constraints; the same applies to almost any model with hidden units.",
            method: """
                Sparse coding of digits: exact zeros as $\\alpha$ rises; codes by matching pursuit with a fixed number of entries. \
                Autoencoders: quiet units of rectifiers as $\\alpha$ rises, of tanh and sigmoid units with and without a penalty; a layer \
                that keeps $k$ units.
                """
        ) {
            for step in 1..<max(parameters.penalties.count, 1) {
                Check.positive(
                    "sparse coding: rise of zeros from $\\alpha=\(parameters.penalties[step - 1])$ to $\(parameters.penalties[step])$",
                    differences: coding.zeros.map { $0[step] - $0[step - 1] })
            }
            for (place, entries) in parameters.entries.enumerated() {
                Check.all(
                    "matching pursuit: codes with exactly \(entries) entries", coding.exact[place], of: coding.codes)
            }
            for step in 1..<max(networks.rectifiers.count, 1) {
                Check.positive(
                    "rectifiers: rise of quiet units from $\\alpha=\(parameters.activityPenalties[step - 1])$ to $\(parameters.activityPenalties[step])$",
                    differences: networks.rectifiers[step].quiet.subtracting(networks.rectifiers[step - 1].quiet))
            }
            Check.positive(
                "tanh units: rise of Hoyer's sparsity under the Student-t penalty",
                differences: networks.tanhStudent.hoyer.subtracting(networks.tanhPlain.hoyer))
            Check.positive(
                "sigmoid units: rise of Hoyer's sparsity under the divergence",
                differences: networks.sigmoidDivergence.hoyer.subtracting(networks.sigmoidPlain.hoyer))
            Check.all(
                "autoencoder: images with exactly \(parameters.kept) active units",
                networks.kept.exact.reduce(0, +), of: coding.codes)
        }
    }

    private static func otherPenaltiesClaim(_ results: Results) -> Claim {
        let (penalties, coding) = (results.penalties, results.coding)
        return Claim(
            "9-5E",
            "The Student-t penalty is the negative logarithm of a Student-t prior and makes codes sparse; the divergence holds units in $[0,1]$ at a mean activity $\\rho$.",
            method: """
                The penalties against the prior's density, got by differentiating its distribution function, and against the losses of \
                networks with penalties as layers. Codes under three penalties that leave over the same share of the images. Sigmoid units \
                trained toward $\\rho$.
                """
        ) {
            Check.error("Student-t penalty against $-\\log$ of the density", penalties.studentError, atMost: 1e-6)
            Check.error("layer's loss against 7.29, $L^1$", penalties.absoluteLayerError, atMost: 1e-12)
            Check.error("layer's loss against 7.29, Student-t", penalties.studentLayerError, atMost: 1e-12)
            Check.error("layer's loss against 7.29, divergence", penalties.divergenceLayerError, atMost: 1e-12)
            Check.error("curvature of the divergence at $\\rho$, relative", penalties.curvatureError, atMost: 1e-4)
            Check.positive(
                "Hoyer's sparsity at equal residual: Student-t minus squared penalty",
                differences: coding.studentSparsity.subtracting(coding.squaredSparsity))
            Check.number(
                "mean distance of a sigmoid unit's activity from $\\rho$",
                results.autoencoders.sigmoidDivergence.targetMisses.mean, .atMost(0.01))
        }
    }
}

extension AutoencoderMeasurements {
    /// The rectifiers under the strongest penalty.
    var sparseUnits: AutoencoderOutcomes { rectifiers[rectifiers.count - 1] }
}

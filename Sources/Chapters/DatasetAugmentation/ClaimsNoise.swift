import Learning
import Notebook

extension DatasetAugmentationSection {
    static func noiseClaims(_ results: Results) -> [Claim] {
        [robustnessClaim(results), hiddenClaim(results), dropoutClaim(results.dropout), codeClaim(results)]
    }

    private static func robustnessClaim(_ results: Results) -> Claim {
        let robustness = results.robustness
        let place = results.comparedNoise
        let deviation = robustness.testNoise[place]
        return Claim(
            "5-6X", "Networks are not robust to noise on their inputs; training with noise makes them more so.",
            method: """
                Networks trained without noise and with normal noise on each pixel, tested under noise of several sizes.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            Check.positive(
                "rise of the error under noise of deviation \(deviation), trained without noise",
                differences: robustness.errors.map { $0[0][place] - $0[0][0] })
            Check.positive(
                "error at deviation \(deviation), trained without noise minus trained at \(robustness.trainingNoise[1])",
                differences: robustness.errors.map { $0[0][place] - $0[1][place] })
        }
    }

    private static func hiddenClaim(_ results: Results) -> Claim {
        let hidden = results.hidden
        return Claim(
            "5-7X", "Noise on hidden units helps if its magnitude is tuned.",
            method: """
                Normal factors on the hidden units, their deviation chosen on validation images for each training set; test \
                errors at that deviation against none and against the greatest.
                """
        ) {
            Check.positive(
                "test error without noise minus at the chosen deviation", differences: hidden.gains(.multiplied))
            Check.positive(
                "test error at the largest deviation minus at the chosen one",
                differences: hidden.excess(.multiplied))
        }
    }

    private static func dropoutClaim(_ dropout: DropoutMeasurements) -> Claim {
        Claim(
            "5-8E", "Dropout constructs new inputs by multiplying with noise of mean 1 and variance $(1-p)/p$.",
            method: """
                Mean and covariance over all masks of eight inputs; a network with dropout against the same network on multiplied \
                inputs; squares of the normal factors that share these moments.
                """
        ) {
            Check.error("mean of the new inputs minus the old ones", dropout.meanError, atMost: 1e-12)
            Check.error(
                "their covariance minus $\\frac{1-p}{p}\\operatorname{diag}(\\mathbf x)^2$", dropout.covarianceError,
                atMost: 1e-12)
            Check.error("dropout minus multiplied inputs", dropout.layerError, atMost: 1e-12)
            Check.mean(
                "normal factors: squared deviation over $(1-p)/p$", of: dropout.gaussianSquares, equals: 1)
        }
    }

    private static func codeClaim(_ results: Results) -> Claim {
        let codes = results.codes
        return Claim(
            "5-10X",
            "Noise on the inputs is part of unsupervised learners such as the denoising autoencoder: its codes serve a classifier with few labels better.",
            method: """
                Autoencoders of \(results.parameters.codeUnits) units on \(results.parameters.unlabelledExamples) images, without \
                noise and with a share of the pixels blotted out: test error of softmax regression on their codes, with \
                \(results.parameters.labelledExamples) labelled images of each class, averaged over \(results.parameters.labelledDraws) draws of them.
                """
        ) {
            Check.positive(
                "test error on plain codes minus on denoising ones",
                differences: zip(codes.plain, codes.denoising).map { $0 - $1 })
        }
    }
}

extension Results {
    /// The place of the noise in testing that is compared.
    var comparedNoise: Int {
        parameters.testNoise.firstIndex(of: parameters.comparedNoise) ?? parameters.testNoise.count - 1
    }
}

extension HiddenNoiseMeasurements {
    /// For each replicate the place of the deviation with the lowest validation error, the smaller of equals.
    func chosen(_ kind: HiddenNoise) -> [Int] {
        validation[place(of: kind)].map { errors in errors.indices.min { errors[$0] < errors[$1] } ?? 0 }
    }

    /// Test error without noise minus at the chosen deviation.
    func gains(_ kind: HiddenNoise) -> [Double] {
        zip(test[place(of: kind)], chosen(kind)).map { $0[0] - $0[$1] }
    }

    /// Test error at the greatest deviation minus at the chosen one.
    func excess(_ kind: HiddenNoise) -> [Double] {
        zip(test[place(of: kind)], chosen(kind)).map { $0[$0.count - 1] - $0[$1] }
    }

    func place(of kind: HiddenNoise) -> Int { kinds.firstIndex(of: kind) ?? 0 }
}

import Foundation
import Learning
import Notebook

extension DatasetAugmentationSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        [curveClaim(results), schemeClaim(results), flipClaim(results), undecidedClaim] + noiseClaims(results)
            + [comparisonClaim(results)]
    }

    private static func curveClaim(_ results: Results) -> Claim {
        let curves = results.curves
        return Claim(
            "5-1X", "The best way to generalize better is to train on more data.",
            method:
                "Networks with one hidden layer on \(listed(curves.sizes)) images of \(results.dataName), each set the beginning of the next, all trained for the same number of steps.",
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            for step in 1..<curves.sizes.count {
                Check.positive(
                    "fall of the test error from \(curves.sizes[step - 1]) to \(curves.sizes[step]) images",
                    differences: curves.plain.map { $0[step - 1] - $0[step] })
            }
        }
    }

    private static func schemeClaim(_ results: Results) -> Claim {
        let schemes = results.schemes
        return Claim(
            "5-2X",
            "Translating, rotating and scaling the training images improve generalization; translating does so even if convolution and pooling already provide some invariance.",
            method: """
                Two networks on \(results.parameters.schemeExamples) images and \(results.parameters.copies) changed copies of \
                each: test error without the copies minus with them, on the same images.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            for scheme in [Scheme.translation, .rotation, .scaling] {
                let place = schemes.place(of: scheme)
                Check.positive(
                    "\(scheme.rawValue): gain of the connected network",
                    differences: schemes.connected.map { $0[0] - $0[place] })
            }
            Check.positive(
                "translation: gain of the convolutional network",
                differences: schemes.convolutional.map { $0[0] - $0[schemes.place(of: .translation)] })
        }
    }

    private static func flipClaim(_ results: Results) -> Claim {
        let flips = results.flips
        let mirror = { (matrices: [[[Double]]]) in
            matrices.map { $0.error(of: [0, 1, 2, 3]) - $0.error(of: [4, 5]) }
        }
        return Claim(
            "5-4X",
            "Changes that turn one class into another are harmful: half turns for 6 and 9, mirrors for b and d.",
            method: """
                Each copy flipped with probability ½ and labels kept. Digits under half turns: the rise of the error on 6 and 9 \
                minus that on 0, 1 and 8, which a half turn leaves what they are. Drawn letters under mirrors: b, d, p, q against o, x.
                """
        ) {
            Check.positive(
                "rise of the error on 6 and 9 minus that on 0, 1 and 8",
                differences: zip(flips.turned, flips.plain).map {
                    $0.error(of: [6, 9]) - $1.error(of: [6, 9]) - $0.error(of: [0, 1, 8]) + $1.error(of: [0, 1, 8])
                })
            Check.positive(
                "rise of the share of 6 and 9 taken for each other",
                differences: zip(flips.turned, flips.plain).map { ($0[6][9] + $0[9][6] - $1[6][9] - $1[9][6]) / 2 })
            Check.positive(
                "letters: rise of the error on b, d, p, q minus that on o, x",
                differences: zip(mirror(flips.mirroredLetters), mirror(flips.plainLetters)).map { $0 - $1 })
        }
    }

    private static let undecidedClaim = Claim(
        "5-5Q",
        "Augmentation is easiest for classification, hard for density estimation, and out-of-plane rotation is not an operation on pixels.",
        method: "No run decides it.", expecting: .undecided
    ) {
        Check.undecided(
            "the ease of creating data for a task",
            because:
                "it compares kinds of tasks and not numbers; a picture does not contain the parts that a turn out of its plane would reveal"
        )
    }

    private static func comparisonClaim(_ results: Results) -> Claim {
        let schemes = results.schemes
        let (none, copies) = (schemes.place(of: .none), schemes.place(of: .combined))
        let pairs = zip(schemes.connected, schemes.convolutional)
        return Claim(
            "5-9X", "Two algorithms must be compared under the same augmentation: otherwise the wrong one may win.",
            method: """
                The connected against the convolutional network, each without copies and with copies that are \
                moved, turned, scaled and bent: test errors on the same images, matched and mismatched.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            Check.positive(
                "mismatched: convolutional without copies minus connected with them",
                differences: pairs.map { $1[none] - $0[copies] })
            Check.positive(
                "both without copies: connected minus convolutional",
                differences: pairs.map { $0[none] - $1[none] })
            Check.positive(
                "both with copies: connected minus convolutional",
                differences: pairs.map { $0[copies] - $1[copies] })
        }
    }

    private static func listed(_ sizes: [Int]) -> String {
        sizes.dropLast().map(String.init).joined(separator: ", ") + " and \(sizes.last ?? 0)"
    }
}

extension CurveMeasurements {
    /// The errors without copies: for each replicate, one a size.
    var plain: [[Double]] { errors[schemes.firstIndex(of: .none) ?? 0] }

    /// The slope of the logarithm of the mean error without copies in that of the size.
    var slope: Double {
        let logs = sizes.indices.map { place in
            (size: log(Double(sizes[place])), error: log(plain.map { $0[place] }.mean))
        }
        let (x, y) = (logs.map(\.size).mean, logs.map(\.error).mean)
        return logs.reduce(0) { $0 + ($1.size - x) * ($1.error - y) }
            / logs.reduce(0) { $0 + ($1.size - x) * ($1.size - x) }
    }
}

extension SchemeMeasurements {
    func place(of scheme: Scheme) -> Int { schemes.firstIndex(of: scheme) ?? 0 }
}

extension [[Double]] {
    /// The mean share of the images of `classes` that are not taken for what they are.
    func error(of classes: [Int]) -> Double {
        classes.reduce(0) { $0 + 1 - self[$1][$1] } / Double(classes.count)
    }
}

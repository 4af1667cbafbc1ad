import LinearAlgebra
import Notebook

extension Relatives: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("connect-members", results.connectMembers)
        Value("dropout-members", results.dropoutMembers)
        Value("connect-gap", results.connectGap)
        Value("pooling-error", results.poolingError)
        Value("pooling-members", results.poolingMembers)
        Value("pooling-nonlinear-gap", results.nonlinearGap)
        Value("pooling-networks", results.singleErrors.count)
        Value("single-pooling", Estimate(of: results.singleErrors))
        Value("averaged-pooling", Estimate(of: results.averagedErrors))
        Value("weighted-pooling", Estimate(of: results.weightedErrors))
        Value("moved-share", Estimate(of: results.movedShares))
        Claim(
            "11-20D",
            "DropConnect is dropout whose units are the single products of a weight and a state.",
            method: """
                All \(results.connectMembers) DropConnect members of a layer with three inputs and two outputs against dropout on \
                its six products. Dropout of the three inputs is among them, and does not reach all of them.
                """
        ) {
            Check.error("distance from dropout on the products", results.productError, atMost: 1e-12)
            Check.error(
                "distance of dropout on the inputs from the nearest of them", results.dropoutError, atMost: 1e-12)
            Check.number(
                "distance of the farthest of them from dropout on the inputs", results.connectGap, .above(0.01))
        }
        Claim(
            "11-21X",
            "Stochastic pooling makes an ensemble of convolutional networks that attend to different places.",
            method: """
                A convolution with four regions of four rectified activations, all \(results.poolingMembers) choices of places: \
                different answers, and the renormalized geometric mean against the network that weights each activation by its share. \
                Controls: the largest activation of each region; a layer of tanh units in between. Then networks trained with it: one choice of \
                places against the average over several.
                """
        ) {
            Check.all("different networks", results.poolingFunctions, of: results.poolingMembers)
            Check.error("difference of a probability", results.poolingError, atMost: 1e-12)
            Check.number("difference with the largest activations", results.maximumGap, .atLeast(1e-3))
            Check.number("difference below a layer of tanh units", results.nonlinearGap, .atLeast(1e-6))
            Check.positive(
                "trained: error under one choice of places minus under the average",
                differences: zip(results.singleErrors, results.averagedErrors).map { $0 - $1 })
        }
    }
}

extension Relatives {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-20D") { $0.productError = 0.1 },
        Mutant("11-20D") { $0.connectGap = 0 },
        Mutant("11-20D") { $0.dropoutError = 0.1 },
        Mutant("11-21X") { $0.poolingError = 0.1 },
        Mutant("11-21X") { $0.maximumGap = 0 },
        Mutant("11-21X") { $0.poolingFunctions = 1 },
        Mutant("11-21X") { $0.nonlinearGap = 0 },
        Mutant("11-21X") { $0.averagedErrors = $0.singleErrors },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("11-20D") { $0.subModel = { $0.transposedTimes(zip($2, $3).map { 2 * $0 * $1 }).adding($1) } },
        Mutant("11-21X") {
            $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { $0 / 2 }) }
        },
        Mutant("11-21X") { $0.poolingShares = { $0.map { _ in 0.25 } } },
        Mutant("11-21X") { $0.poolingShares = { $0.scaled(by: 2 / $0.reduce(0, +)) } },
    ]
}

import LinearAlgebra

/// A model of threes and eights with dropout at keep-probability ½, whose masks are drawn or averaged out.
protocol DroppedModel {
    associatedtype Weights
    associatedtype MaskedImages
    var count: Int { get }
    var start: Weights { get }

    /// The gradient of the cost on the images `rows` under one random mask each.
    func randomGradient(_ weights: Weights, _ rows: [Int], _ masks: inout RandomStream) -> Weights
    /// The gradient of the expected cost over all masks, the sums taken for normal.
    func averagedGradient(_ weights: Weights, _ rows: [Int]) -> Weights
    func moved(_ weights: Weights, by rate: Double, along gradient: Weights) -> Weights
    /// The expected cost over all masks, the sums taken for normal.
    func objective(_ weights: Weights) -> Double
    /// Every image under so many random masks.
    func masked(_ rounds: Int, _ stream: RandomStream) -> MaskedImages
    /// The mean cost of masked images.
    func objective(_ weights: Weights, of images: MaskedImages) -> Double
    /// The misclassified share, without dropout.
    func error(_ weights: Weights) -> Double
}

/// A training run, and its objective along the way.
struct DroppedRun<Weights> {
    var weights: Weights
    var steps: [Int] = []
    var curve: [Double] = []
}

extension DroppedModel {
    /// Stochastic gradient descent on minibatches of 20, the same for both kinds, as is the yardstick: the cost of `probes`.
    func descend(
        rate: Double, updates: Int, isRandom: Bool, probes: MaskedImages, _ stream: RandomStream
    ) -> DroppedRun<Weights> {
        var run = DroppedRun(weights: start)
        var order = stream.split("order")
        var masks = stream.split("masks")
        for update in 1...updates {
            let rows = (0..<20).map { _ in order.index(below: count) }
            let gradient =
                isRandom ? randomGradient(run.weights, rows, &masks) : averagedGradient(run.weights, rows)
            run.weights = moved(run.weights, by: rate, along: gradient)
            guard update % 10 == 0 else { continue }
            run.steps.append(update)
            run.curve.append(objective(run.weights, of: probes))
        }
        return run
    }
}

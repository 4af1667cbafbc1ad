import Laboratory
import LinearAlgebra
import LinearModels

/// Gradient descent on separable data for the whole budget, looked at now and then.
struct SeparableRun {
    /// ‖w‖ and validation accuracy at each evaluation.
    private(set) var norms: [Double] = []
    private(set) var accuracies: [Double] = []
    /// The accuracy on the same validation inputs when one label in twenty is wrong.
    private(set) var mislabelledAccuracies: [Double] = []

    init(_ setting: Stopping.Setting, _ replicate: Int, in lab: Lab) {
        var stream = lab.stream(setting.kind.rawValue, replicate)
        let (examples, features, margin) = setting.kind == .wide ? (100, 2, 0.5) : (20, 10, 0.1)
        let direction = SeparableData.direction(features, from: &stream)
        let training = SeparableData(
            examples: examples, features: features, margin: margin, along: direction, from: &stream
        ).loss
        let validation = SeparableData(
            examples: 200, features: features, margin: margin, along: direction, from: &stream
        ).loss
        let mislabelled = LogisticLoss(
            inputs: validation.inputs, labels: validation.labels.map { stream.bernoulli(0.05) ? -$0 : $0 })
        var w = [Double](repeating: 0, count: features)
        for _ in 0..<setting.evaluations {
            for _ in 0..<setting.evaluateEvery { w = w.subtracting(training.gradient(at: w)) }
            norms.append(w.norm)
            accuracies.append(validation.accuracy(of: w))
            mislabelledAccuracies.append(mislabelled.accuracy(of: w))
        }
    }
}

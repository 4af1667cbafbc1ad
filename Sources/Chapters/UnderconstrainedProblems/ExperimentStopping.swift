import Foundation
import Learning
import Notebook

/// One data set for early stopping, with everything that its run depends on.
struct StoppingItem: Codable, Sendable {
    enum Kind: String, Codable, Sendable {
        /// Many examples, few features and a wide margin.
        case wide
        /// Few examples in many dimensions.
        case narrow
    }

    let kind: Kind
    let replicate: Int
    let patience: Int
    let evaluateEvery: Int
    let evaluations: Int
}

/// What early stopping makes of one training run, by a clean validation set and by one with wrong labels.
struct StoppedPair: Codable, Sendable {
    let clean: StoppedRun
    let mislabelled: StoppedRun
}

extension StoppingMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> StoppingMeasurements {
        func items(_ kind: StoppingItem.Kind) -> [StoppingItem] {
            (0..<parameters.replicates).map {
                StoppingItem(
                    kind: kind, replicate: $0, patience: parameters.patience,
                    evaluateEvery: parameters.evaluateEvery, evaluations: parameters.evaluations)
            }
        }
        let wide = try await lab.map("early stopping, wide margin", over: items(.wide)) { item, lab in
            let run = SeparableRun(item, in: lab)
            return try StoppedRun(run, run.accuracies, item)
        }
        let narrow = try await lab.map("early stopping, few examples", over: items(.narrow)) { item, lab in
            let run = SeparableRun(item, in: lab)
            return StoppedPair(
                clean: try StoppedRun(run, run.accuracies, item),
                mislabelled: try StoppedRun(run, run.mislabelledAccuracies, item))
        }
        let shown = SeparableRun(items(.narrow)[0], in: lab)
        return StoppingMeasurements(
            wide: wide, narrow: narrow.map(\.clean), mislabelled: narrow.map(\.mislabelled), norms: shown.norms,
            accuracies: shown.accuracies)
    }
}

/// Gradient descent on separable data for the whole budget, looked at now and then.
struct SeparableRun {
    /// ‖w‖ and validation accuracy at each evaluation.
    private(set) var norms: [Double] = []
    private(set) var accuracies: [Double] = []
    /// The accuracy on the same validation inputs when one label in twenty is wrong.
    private(set) var mislabelledAccuracies: [Double] = []

    init(_ item: StoppingItem, in lab: Lab) {
        var stream = lab.stream(item.kind.rawValue, item.replicate)
        let (examples, features, margin) = item.kind == .wide ? (100, 2, 0.5) : (20, 10, 0.1)
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
        for _ in 0..<item.evaluations {
            for _ in 0..<item.evaluateEvery { w = w.subtracting(training.gradient(at: w)) }
            norms.append(w.norm)
            accuracies.append(validation.accuracy(of: w))
            mislabelledAccuracies.append(mislabelled.accuracy(of: w))
        }
    }
}

extension StoppedRun {
    /// Algorithm 7.1 with the validation set's 0–1 error on what was seen in `run`.
    init(_ run: SeparableRun, _ accuracies: [Double], _ item: StoppingItem) throws {
        let rule = try EarlyStopping(evaluateEvery: item.evaluateEvery, patience: item.patience)
        let outcome = rule.replay(accuracies.map { 1 - $0 })
        let last = accuracies.count - 1
        let place = outcome.stoppedAt / item.evaluateEvery - 1
        self.init(
            stop: place < last ? place + 1 : nil, saturates: accuracies.contains(1),
            accuracyReturned: 1 - outcome.error, accuracyAtEnd: accuracies[last], normAtStop: run.norms[place],
            normHalfway: run.norms[last / 2], normAtEnd: run.norms[last])
    }
}

import Foundation
import Learning
import Notebook

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

import Learning
import Notebook

/// Stumps boosted and bagged, on two classes of the waveform problem.
public struct StumpEnsembles: Codable, Sendable {
    /// Numbers of stumps at which errors were measured.
    public let rounds: [Int]
    /// Misclassified shares at those numbers, one curve a training set.
    public var boostedTraining: [[Double]]
    public var boostedTest: [[Double]]
    public var baggedTraining: [[Double]]
    public var baggedTest: [[Double]]

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> StumpEnsembles {
        let items = (0..<parameters.boostingReplicates).map {
            StumpItem(replicate: $0, rounds: parameters.boostingRounds, testExamples: parameters.treeTestExamples)
        }
        let curves = try await lab.map("stumps", over: items) { item, lab in try item.curves(in: lab) }
        return StumpEnsembles(
            rounds: StumpItem.counts(upTo: parameters.boostingRounds),
            boostedTraining: curves.map { $0[0] }, boostedTest: curves.map { $0[1] },
            baggedTraining: curves.map { $0[2] }, baggedTest: curves.map { $0[3] })
    }
}

/// One training set.
struct StumpItem: Codable, Sendable {
    let replicate: Int
    let rounds: Int
    let testExamples: Int

    /// Numbers of stumps, about evenly spaced on a logarithmic axis.
    static func counts(upTo rounds: Int) -> [Int] {
        [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 400, 600, 800].filter { $0 <= rounds }
    }

    /// Errors of boosted stumps on training and fresh examples, then those of bagged ones.
    func curves(in lab: Lab) throws -> [[Double]] {
        let stream = lab.stream("stumps", replicate)
        let training = twoClasses(200, stream.split("training"))
        let test = twoClasses(testExamples, stream.split("test"))
        let boosted = try AdaBoost(training, rounds: rounds)
        let bagged = try BaggedClassificationTrees(
            training, count: rounds, limits: TreeLimits(depth: 1), stream: stream.split("bags"))
        let counts = Self.counts(upTo: rounds)
        return try [training, test].map { data in
            let errors = try boosted.errorRates(on: data)
            return counts.map { errors[min($0, errors.count) - 1] }
        }
            + [training, test].map { data in
                try counts.map { try bagged.predictions(for: data.inputs, count: $0).errorRate(against: data.labels) }
            }
    }

    /// Waveforms of the first two classes.
    private func twoClasses(_ count: Int, _ stream: RandomStream) -> ClassificationData {
        var stream = stream
        let all = WaveformFamily.sample(2 * count, using: &stream)
        let chosen = all.subset(all.labels.indices.filter { all.labels[$0] < 2 }.prefix(count))
        return ClassificationData(inputs: chosen.inputs, labels: chosen.labels, classes: 2)
    }
}

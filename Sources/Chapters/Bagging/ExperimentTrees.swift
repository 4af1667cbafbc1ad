import Learning
import Notebook

/// One learner on one kind of data, alone and bagged, over several training sets.
public struct BaggedLearner: Codable, Sendable {
    public let task: Task
    public let learner: Learner
    /// Error on fresh examples, one entry a training set: mean squared error, or the misclassified share.
    public var single: [Double]
    public var bagged: [Double]

    /// The data that Breiman bagged trees on and that can be drawn anew.
    public enum Task: String, Codable, Sendable, CaseIterable {
        case friedmanOne = "Friedman 1"
        case friedmanTwo = "Friedman 2"
        case friedmanThree = "Friedman 3"
        case waveform = "waveform"
    }

    /// What is bagged.
    public enum Learner: String, Codable, Sendable {
        case tree = "tree"
        case ridge = "ridge regression"
        case neighbors = "15 nearest neighbours"
    }

    /// Error of the single learner minus that of the bagged one, relative to the former.
    package var gains: [Double] { zip(single, bagged).map { 1 - $1 / $0 } }

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> [BaggedLearner] {
        let kinds: [(Task, Learner)] =
            Task.allCases.map { ($0, .tree) } + [
                (.friedmanOne, .ridge), (.friedmanThree, .ridge), (.waveform, .neighbors),
            ]
        let items = kinds.flatMap { task, learner in
            (0..<parameters.treeReplicates).map {
                BaggingItem(
                    replicate: $0, task: task, learner: learner, members: parameters.treeMembers,
                    testExamples: parameters.treeTestExamples)
            }
        }
        let errors = try await lab.map("bagged learners", over: items) { item, lab in try item.errors(in: lab) }
        return kinds.indices.map { kind in
            let own = errors[kind * parameters.treeReplicates..<(kind + 1) * parameters.treeReplicates]
            return BaggedLearner(
                task: kinds[kind].0, learner: kinds[kind].1, single: own.map { $0[0] }, bagged: own.map { $0[1] })
        }
    }
}

/// One learner on one training set.
struct BaggingItem: Codable, Sendable {
    let replicate: Int
    let task: BaggedLearner.Task
    let learner: BaggedLearner.Learner
    let members: Int
    let testExamples: Int

    /// The error of the learner alone and bagged.
    func errors(in lab: Lab) throws -> [Double] {
        let stream = lab.stream("examples of " + task.rawValue, replicate)
        var (drawing, fresh) = (stream.split("training"), stream.split("test"))
        switch task {
        case .waveform:
            return try errors(
                WaveformFamily.sample(300, using: &drawing), WaveformFamily.sample(testExamples, using: &fresh),
                stream: stream.split("bags"))
        case .friedmanOne, .friedmanTwo, .friedmanThree:
            let family: FriedmanFamily = task == .friedmanOne ? .one : task == .friedmanTwo ? .two : .three
            return try errors(
                family.sample(200, using: &drawing), family.sample(testExamples, using: &fresh),
                stream: stream.split("bags"))
        }
    }

    private func errors(_ training: RegressionData, _ test: RegressionData, stream: RandomStream) throws -> [Double] {
        func error(_ predictions: [Double]) -> Double {
            let residual = predictions.subtracting(test.targets)
            return residual.dot(residual) / Double(test.count)
        }
        switch learner {
        case .tree:
            let single = try Pruning.tree(training, stream: stream.split("held out"))
            let bag = try BaggedRegressionTrees(training, count: members, stream: stream)
            return try [error(single.predictions(for: test.inputs)), error(bag.predictions(for: test.inputs))]
        case .ridge, .neighbors:
            let scale = try Standardizer(fitting: training.inputs)
            let inputs = try scale.apply(to: test.inputs)
            func fit(_ data: RegressionData) throws -> [Double] {
                try Ridge(penalty: 1, fittingIntercept: true).fit(scale.apply(to: data.inputs), data.targets)
                    .predictions(for: inputs)
            }
            var sum = [Double](repeating: 0, count: test.count)
            for member in 0..<members {
                var resample = stream.split("member", member)
                sum = sum.adding(try fit(training.subset(resample.bootstrap(training.count))))
            }
            return [error(try fit(training)), error(sum.scaled(by: 1 / Double(members)))]
        }
    }

    private func errors(
        _ training: ClassificationData, _ test: ClassificationData, stream: RandomStream
    ) throws -> [Double] {
        if learner == .tree {
            let single = try Pruning.tree(training, stream: stream.split("held out"))
            let bag = try BaggedClassificationTrees(training, count: members, stream: stream)
            return try [single.predictions(for: test.inputs), bag.predictions(for: test.inputs)]
                .map { $0.errorRate(against: test.labels) }
        }
        func answers(_ data: ClassificationData) throws -> [Int] {
            try NearestNeighbors(data.inputs)
                .classes(of: test.inputs, count: 15, labels: data.labels, classes: data.classes)
        }
        var votes = Matrix(rows: test.count, columns: test.classes)
        for member in 0..<members {
            var resample = stream.split("member", member)
            let answers = try answers(training.subset(resample.bootstrap(training.count)))
            for (row, label) in answers.enumerated() { votes[row, label] += 1 }
        }
        return [try answers(training), votes.rowMaxima].map { $0.errorRate(against: test.labels) }
    }
}

/// Trees whose least leaf was chosen on a held-out third of the training set, and which then grew on all of it.
enum Pruning {
    private static let leaves = [1.0, 2, 4, 7, 12, 20, 35]

    static func tree(_ data: RegressionData, stream: RandomStream) throws -> RegressionTree {
        let leaf = try bestLeaf(of: data.count, stream) { part, rest, limits in
            let kept = data.subset(part)
            let held = data.subset(rest)
            let residual = try RegressionTree(SortedFeatures(kept.inputs), kept.targets, limits: limits)
                .predictions(for: held.inputs).subtracting(held.targets)
            return residual.dot(residual)
        }
        return try RegressionTree(SortedFeatures(data.inputs), data.targets, limits: leaf)
    }

    static func tree(_ data: ClassificationData, stream: RandomStream) throws -> ClassificationTree {
        let leaf = try bestLeaf(of: data.count, stream) { part, rest, limits in
            let kept = data.subset(part)
            let held = data.subset(rest)
            return try ClassificationTree(
                SortedFeatures(kept.inputs), kept.labels, classes: kept.classes, limits: limits
            ).predictions(for: held.inputs).errorRate(against: held.labels)
        }
        return try ClassificationTree(SortedFeatures(data.inputs), data.labels, classes: data.classes, limits: leaf)
    }

    private static func bestLeaf(
        of count: Int, _ stream: RandomStream, error: (_ part: [Int], _ rest: [Int], TreeLimits) throws -> Double
    ) throws -> TreeLimits {
        var stream = stream
        let parts = try Split.parts([count * 2 / 3, count - count * 2 / 3], of: count, using: &stream)
        let errors = try leaves.map { try error(parts[0], parts[1], TreeLimits(leafWeight: $0)) }
        let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
        return TreeLimits(leafWeight: leaves[best])
    }
}

import ClassicalModels
import DataSets
import Laboratory
import LinearAlgebra
import LinearModels

/// One learner on one training set.
struct LearnerAndBag: Codable, Sendable {
    let task: SampledTask
    let learner: Trees.Learner
    let members: Int
    let testExamples: Int

    /// The error of the learner alone and bagged.
    func errors(_ replicate: Int, in lab: Lab) throws -> [Double] {
        let stream = lab.stream("examples of " + task.rawValue, replicate)
        var (drawing, fresh) = (stream.split("training"), stream.split("test"))
        guard let family = task.family else {
            return try errors(
                WaveformFamily.sample(300, using: &drawing), WaveformFamily.sample(testExamples, using: &fresh),
                stream: stream.split("bags"))
        }
        return try errors(
            family.sample(200, using: &drawing), family.sample(testExamples, using: &fresh),
            stream: stream.split("bags"))
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

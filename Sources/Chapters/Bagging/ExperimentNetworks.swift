import Learning
import Notebook

/// Networks with different random numbers on one training set, alone and averaged.
public struct NetworkEnsemble: Codable, Sendable {
    /// Squared error of the predicted probabilities of an average of k networks, the mean over many choices of members, k = 1, 2, ….
    public var squaredErrors: [Double]
    /// v/k + (k−1)c/k with v and c measured on other images.
    public let predictedErrors: [Double]
    /// Misclassified share: the members' mean, and that of the average of all.
    public var memberErrorRate: Double
    public var ensembleErrorRate: Double
    /// The same for the members' vote.
    public var voteErrorRate: Double

    static func run(_ parameters: Parameters, in lab: Lab) async throws -> [NetworkEnsemble] {
        let items = (0..<parameters.networkReplicates).flatMap { replicate in
            (0..<parameters.networks).map { NetworkItem(replicate: replicate, member: $0, parameters: parameters) }
        }
        let answers = try await lab.map("networks", over: items) { item, lab in
            MemberAnswers(try item.probabilities(in: lab))
        }
        let test = try lab.images(.test, count: parameters.testExamples)
        return (0..<parameters.networkReplicates).map { replicate in
            let members = (0..<parameters.networks).map { answers[replicate * parameters.networks + $0].probabilities }
            return NetworkEnsemble(members: members, labels: test.labels, classes: test.classes)
        }
    }

    /// The mean over training sets of one curve.
    static func mean(_ ensembles: [NetworkEnsemble], _ curve: KeyPath<NetworkEnsemble, [Double]>) -> [Double] {
        ensembles[0][keyPath: curve].indices.map { place in
            ensembles.reduce(0) { $0 + $1[keyPath: curve][place] } / Double(ensembles.count)
        }
    }
}

/// One network of one ensemble.
struct NetworkItem: Codable, Sendable {
    let replicate: Int
    let member: Int
    let parameters: Parameters

    /// The probabilities of each class on the test images, image by image.
    func probabilities(in lab: Lab) throws -> [Double] {
        let pool = try lab.images(.training, count: parameters.trainingPool)
        let training = try pool.drawn(parameters.trainingExamples, by: lab.stream("training set", replicate))
        let network = try Network(input: .image(side: training.side)) {
            Dense(units: parameters.hiddenUnits)
            Activation(.rectifier)
            Dense(units: training.classes)
        }
        let trainer = try Trainer(
            network, SGD(batch: 50, rate: 0.1, momentum: 0.5), on: training.examples,
            stream: lab.stream("member", replicate).split("member", member))
        var state = trainer.start()
        try trainer.train(&state, steps: parameters.epochs * trainer.stepsPerEpoch)
        let test = try lab.images(.test, count: parameters.testExamples)
        return try Prediction(network, state.parameters).probabilities(test.examples.inputs)
    }
}

/// A member's answers, stored compactly.
struct MemberAnswers: Codable, Sendable {
    private let matrix: Matrix

    init(_ probabilities: [Double]) {
        matrix = Matrix(rows: 1, columns: probabilities.count, elements: probabilities)
    }

    var probabilities: [Double] { matrix.elements }
}

extension NetworkEnsemble {
    /// Measures ensembles of `members` on the second half of the images; variance and covariance come from the first half.
    init(members: [[Double]], labels: [Int], classes: Int) {
        let half = labels.count / 2
        let errors = members.map { probabilities in
            probabilities.indices.map { probabilities[$0] - (labels[$0 / classes] == $0 % classes ? 1 : 0) }
        }
        let known = MemberMoments(errors.map { Array($0[..<(half * classes)]) })
        let fresh = MemberMoments(errors.map { Array($0[(half * classes)...]) })
        let ballot = Ballot(members, labels: labels, classes: classes, from: half)
        let sizes = 1...members.count
        self.init(
            squaredErrors: sizes.map { fresh.ensembleError($0) * Double(classes) },
            predictedErrors: sizes.map {
                Equations.chapter.ensembleError($0, known.variance, known.covariance) * Double(classes)
            },
            memberErrorRate: ballot.memberErrorRates.mean, ensembleErrorRate: ballot.averageErrorRate,
            voteErrorRate: ballot.voteErrorRate)
    }
}

/// The second moments of several members' errors.
private struct MemberMoments {
    let errors: [[Double]]

    init(_ errors: [[Double]]) { self.errors = errors }

    /// The mean product of the errors of two members.
    private func product(_ first: Int, _ second: Int) -> Double {
        errors[first].dot(errors[second]) / Double(errors[first].count)
    }

    /// v: the members' mean squared error.
    var variance: Double {
        errors.indices.reduce(0) { $0 + product($1, $1) } / Double(errors.count)
    }

    /// c: the mean product of the errors of two different members.
    var covariance: Double {
        let pairs = errors.indices.flatMap { first in (first + 1..<errors.count).map { (first, $0) } }
        return pairs.reduce(0) { $0 + product($1.0, $1.1) } / Double(max(pairs.count, 1))
    }

    /// The squared error of an average of k members, the mean over the runs of k members in a circle.
    func ensembleError(_ k: Int) -> Double {
        let choices = errors.indices.map { start in (0..<k).map { (start + $0) % errors.count } }
        let values = choices.map { members in
            let mean = errors[0].indices.map { place in members.reduce(0) { $0 + errors[$1][place] } / Double(k) }
            return mean.dot(mean) / Double(mean.count)
        }
        return values.reduce(0, +) / Double(values.count)
    }
}

import DataSets
import Laboratory
import LinearAlgebra

/// Networks with different random numbers on one training set, alone and averaged.
public struct Networks: Experiment {
    public init() {}

    public static let question = "Do networks that differ in their random numbers alone gain by being averaged?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets of digits", in: 2...1_000) public var replicates = 8
        @Parameter("networks on each of them", in: 2...1_000) public var networks = 6
        @Parameter("images from which each training set is drawn", in: 10...60_000) public var trainingPool = 6_000
        @Parameter("images in each training set", in: 10...60_000) public var trainingExamples = 800
        @Parameter("images that errors are measured on; half of them give variance and covariance", in: 2...10_000)
        public var testExamples = 2_000
        @Parameter("hidden units of a network", in: 1...4_096) public var hiddenUnits = 48
        @Parameter("passes over a training set", in: 1...10_000) public var epochs = 15
        @Parameter("training sets of each small problem", in: 2...1_000) public var smallReplicates = 6
        @Parameter("small networks on each of them", in: 2...1_000) public var smallNetworks = 8
        @Parameter("fresh examples of each small problem", in: 2...1_000_000) public var smallTestExamples = 1_000
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.replicates = 10
        parameters.smallReplicates = 10
        parameters.trainingExamples = profile == .full ? 10_000 : 40_000
        parameters.testExamples = 10_000
        parameters.hiddenUnits = profile == .full ? 256 : 800
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// One entry a training set of digits.
        public var networks: [NetworkEnsemble]
        public var tabular: [SmallNetworks]
        public let dataName: String

        /// The mean over training sets of one curve.
        func mean(_ curve: KeyPath<NetworkEnsemble, [Double]>) -> [Double] {
            networks[0][keyPath: curve].indices.map { place in
                networks.reduce(0) { $0 + $1[keyPath: curve][place] } / Double(networks.count)
            }
        }

        /// The same relative to that of one network.
        func relative(_ curve: KeyPath<NetworkEnsemble, [Double]>) -> [Double] {
            let errors = mean(curve)
            return errors.map { $0 / errors[0] }
        }

        /// By how much the average misclassifies fewer digits than the average member.
        var errorRateGains: [Double] { networks.map { $0.memberErrorRate - $0.ensembleErrorRate } }

        /// The correlation of two members' errors, task by task, one entry a training set.
        var correlations: [Task] { tasks(\.correlation, \.correlation) }

        /// By how much the average has a lower squared error than the best member, task by task.
        var gainsOverBest: [Task] { tasks(\.gainOverBest, \.gainOverBest) }

        private func tasks(
            _ digits: KeyPath<NetworkEnsemble, Double>, _ small: KeyPath<SmallNetworks.SmallEnsemble, Double>
        ) -> [Task] {
            let first = Task(name: "digits", values: networks.map { $0[keyPath: digits] })
            let others = tabular.map { networks in
                Task(name: networks.task.rawValue, values: networks.ensembles.map { $0[keyPath: small] })
            }
            return [first] + others
        }
    }

    /// What was measured of one task, one entry a training set.
    struct Task {
        let name: String
        let values: [Double]
    }

    /// One network on each training set.
    private struct Member: Codable, Sendable {
        let member: Int
        let network: DigitNetwork
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let network = DigitNetwork(
            trainingPool: parameters.trainingPool, trainingExamples: parameters.trainingExamples,
            testExamples: parameters.testExamples, hiddenUnits: parameters.hiddenUnits, epochs: parameters.epochs,
            isHalved: false)
        let members = (0..<parameters.networks).map { Member(member: $0, network: network) }
        let answers = try await lab.map("networks", over: members, replicates: parameters.replicates) {
            item, replicate, lab in
            let stream = lab.stream("member", replicate).split("member", item.member)
            return MemberAnswers(
                try item.network.probabilities(replicate: replicate, start: stream, order: stream, in: lab))
        }
        let test = try lab.images(.test, count: parameters.testExamples)
        return Results(
            networks: (0..<parameters.replicates).map { replicate in
                NetworkEnsemble(
                    members: answers.map { $0[replicate].probabilities }, labels: test.labels, classes: test.classes,
                    order: lab.halving(test.count))
            },
            tabular: try await SmallNetworks.trained(parameters, in: lab), dataName: lab.dataName)
    }
}

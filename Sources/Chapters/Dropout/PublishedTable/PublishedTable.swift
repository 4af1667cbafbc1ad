import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// The six rows of the published table, on networks of its size: 784-1024-1024-2048-10 (Srivastava et al. 2014, table 9).
public struct PublishedTable: Experiment {
    public init() {}

    public static let question = "What do the regularizers of the published table reach on networks of its size?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("networks of each row; 0 to leave them out", in: 0...1_000) public var replicates = 0
        public var task = Task()
    }

    /// What the networks of all rows share.
    public struct Task: Codable, Sendable {
        @Parameter("rectifiers in each hidden layer", in: 1...4_096) public var units = [1_024, 1_024, 2_048]
        @Parameter("training images", in: 10...50_000) public var trainingExamples = 50_000
        @Parameter("validation images", in: 1...10_000) public var validationExamples = 10_000
        @Parameter("test images", in: 1...10_000) public var testExamples = 10_000
        @Parameter("updates of the networks that choose a strength", in: 1...10_000_000) public var tuningUpdates = 500
        @Parameter("updates of the networks that are compared", in: 1...10_000_000) public var updates = 2_000
        @Parameter("images in a minibatch", in: 1...10_000) public var batchSize = 100
        @Parameter("learning rate at the start", in: 1e-6...10) public var learningRate = 0.1
        @Parameter("momentum, once it has risen", in: 0...0.999) public var momentum = 0.9
        @Parameter("probability with which dropout keeps an input", in: 0.01...1) public var keepInput = 0.8
        @Parameter("probability with which dropout keeps a hidden unit", in: 0.01...1) public var keepHidden = 0.5
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.replicates = 5
        guard profile == .paper else { return parameters }
        parameters.task.tuningUpdates = 1_000_000
        parameters.task.updates = 1_000_000
        parameters.task.momentum = 0.95
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let rows: [PublishedRow]
        /// The strength that validation images chose for each row.
        public let strengths: [Double]
        /// The misclassified share of test images: one list a row, one entry a network.
        public let errors: [[Double]]
        public let dataName: String
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        guard parameters.replicates > 0 else {
            return Results(rows: [], strengths: [], errors: [], dataName: lab.dataName)
        }
        let (rows, task) = (PublishedRow.allCases, parameters.task)
        let candidates = rows.flatMap { row in
            row.strengths.map {
                PublishedNetwork(
                    row, $0, task, updates: task.tuningUpdates, measuredExamples: task.validationExamples)
            }
        }
        let tuned = try await lab.map("choice of strengths", over: candidates) { network, lab in
            try network.error(.validation, stream: lab.stream("choice"), in: lab)
        }
        var rest = tuned[...]
        let strengths = rows.map { row in
            defer { rest = rest.dropFirst(row.strengths.count) }
            return row.strengths[Array(rest.prefix(row.strengths.count)).placeOfLowest]
        }
        let networks = zip(rows, strengths).map { row, strength in
            PublishedNetwork(row, strength, task, updates: task.updates, measuredExamples: task.testExamples)
        }
        let errors = try await lab.map("published table", over: networks, replicates: parameters.replicates) {
            try $0.error(.test, stream: $2.stream("replicate", $1), in: $2)
        }
        return Results(rows: rows, strengths: strengths, errors: errors, dataName: lab.dataName)
    }
}

import ClassicalModels
import DataSets
import Laboratory
import LinearAlgebra

/// Sparse codes of images over learned dictionaries.
public struct Coding: Experiment {
    public init() {}

    public static let question = "How do penalties and hard constraints make codes sparse?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets", in: 2...1_000) public var replicates = 6
        @Parameter("training images from which each training set is drawn", in: 10...60_000) public var trainingPool =
            4_000
        @Parameter("images in each training set", in: 10...60_000) public var trainingImages = 300
        @Parameter("fresh images on which codes are measured", in: 1...10_000) public var testImages = 100
        @Parameter("columns of a dictionary", in: 1...1_000) public var atoms = 49
        @Parameter("turns between codes and dictionary", in: 1...1_000) public var rounds = 10
        @Parameter("steps of FISTA in a turn", in: 1...10_000) public var steps = 30
        @Parameter("$\\alpha$ of sparse coding with the $L^1$ penalty, ascending", in: 1e-6...100)
        public var penalties = [0.02, 0.08, 0.32]
        @Parameter("entries that a code with a hard constraint may have", in: 1...1_000) public var entries = [
            2, 5, 10,
        ]
        @Parameter("share of the images' energy that codes under different penalties leave over", in: 0.001...0.99)
        public var residual = 0.1
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.trainingImages = profile == .full ? 1_000 : 20_000
        parameters.testImages = profile == .full ? 1_000 : 10_000
        parameters.replicates = 10
        guard profile == .paper else { return parameters }
        parameters.atoms = 196
        parameters.rounds = 50
        return parameters
    }

    /// One entry a training set.
    public struct Results: Codable, Sendable {
        /// Share of code entries that are exactly zero, and of the images' energy that is left over; rows are training sets,
        /// columns α.
        public var zeros: [[Double]]
        public var residuals: [[Double]]
        /// Codes by matching pursuit: of `codes` at each number of entries, how many have exactly so many.
        public var exact: [Int]
        public let codes: Int
        /// Hoyer's measure of sparsity at equal residual: L¹, Student-t and squared penalty.
        public var absoluteSparsity: [Double]
        public var studentSparsity: [Double]
        public var squaredSparsity: [Double]
        /// Share of exact zeros under the Student-t penalty.
        public var studentZeros: [Double]
        public let picture: CodingPicture
        /// α, ascending, and the numbers of entries.
        public let penalties: [Double]
        public let entries: [Int]
        public let dataName: String
    }

    private struct Outcome: Codable, Sendable {
        var zeros: [Double] = []
        var residuals: [Double] = []
        var exact: [Int] = []
        var sparsities: [Double] = []
        var studentZeros = 0.0
        var picture: CodingPicture?
    }

    /// Steps of FISTA for codes that are measured.
    private static let precise = 200

    /// What all training sets have in common.
    private struct Setting: Codable, Sendable {
        let images: TrainingImages
        let atoms: Int
        let rounds: Int
        let steps: Int
        let penalties: [Double]
        let entries: [Int]
        let residual: Double

        func outcome(_ replicate: Int, in lab: Lab) throws -> Outcome {
            let training = try images.training(replicate, in: lab)
            let test = try images.test(in: lab).matrix
            var outcome = Outcome()
            var dictionaries: [Matrix] = []
            for penalty in penalties {
                let learning = DictionaryLearning(atoms: atoms, penalty: penalty, rounds: rounds, steps: steps)
                let dictionary = try learning.dictionary(
                    for: training.matrix, from: lab.stream("dictionary", replicate))
                let codes = try SparseCoding(dictionary: dictionary).codes(
                    for: test, penalty: penalty, steps: Coding.precise)
                outcome.zeros.append(codes.zeroShare)
                outcome.residuals.append(codes.residual(of: test, dictionary))
                dictionaries.append(dictionary)
            }
            let coding = try SparseCoding(dictionary: dictionaries[penalties.count / 2])
            for count in entries {
                let codes = try coding.matchingPursuit(for: test, count: count)
                outcome.exact.append((0..<codes.rows).count { row in codes.row(row).count { $0 != 0 } == count })
            }
            let matched = try CodePenalty.allCases.map {
                try $0.codes(leaving: residual, of: test, coding, steps: Coding.precise)
            }
            outcome.sparsities = matched.map(\.meanHoyerSparsity)
            outcome.studentZeros = matched[1].zeroShare
            outcome.picture = try CodingPicture(
                dictionaries, penalty: penalties[penalties.count / 2], test: test, side: training.side,
                matched: matched)
            return outcome
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            images: TrainingImages(
                pool: parameters.trainingPool, count: parameters.trainingImages, fresh: parameters.testImages),
            atoms: parameters.atoms, rounds: parameters.rounds, steps: parameters.steps,
            penalties: parameters.penalties,
            entries: parameters.entries, residual: parameters.residual)
        let outcomes = try await lab.map("dictionaries", replicates: parameters.replicates, of: setting) {
            try $0.outcome($1, in: $2)
        }
        func sparsity(_ penalty: CodePenalty) -> [Double] {
            CodePenalty.allCases.firstIndex(of: penalty).map { place in outcomes.map { $0.sparsities[place] } } ?? []
        }
        return Results(
            zeros: outcomes.map(\.zeros), residuals: outcomes.map(\.residuals),
            exact: parameters.entries.indices.map { place in outcomes.reduce(0) { $0 + $1.exact[place] } },
            codes: parameters.testImages * parameters.replicates, absoluteSparsity: sparsity(.absolute),
            studentSparsity: sparsity(.studentT), squaredSparsity: sparsity(.squared),
            studentZeros: outcomes.map(\.studentZeros), picture: outcomes.compactMap(\.picture)[0],
            penalties: parameters.penalties, entries: parameters.entries, dataName: lab.dataName)
    }
}

import ClassicalModels
import DataSets
import Laboratory
import LinearAlgebra
import LinearModels
import Statistics

/// Classifiers of digits that are drawn toward a model of their inputs.
public struct Hybrid: Experiment {
    public init() {}

    public static let question = "Does a classifier gain from being tied to a model of its inputs?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets", in: 2...1_000) public var replicates = 24
        @Parameter("numbers of labelled images, ascending", in: 20...10_000) public var labelled = [50, 100, 200, 500]
        @Parameter("images without labels that the generative model sees as well", in: 10...50_000)
        public var unlabelled = 1_000
        @Parameter("training images from which training sets are drawn", in: 100...60_000) public var trainingPool =
            4_000
        @Parameter("principal components that stand for an image", in: 1...196) public var components = 40
        @Parameter("turns of expectation and maximization", in: 0...1_000) public var expectations = 10
        @Parameter("$\\alpha$ toward the generative model or toward zero, ascending", in: 1e-9...1e9)
        public var strengths = [0.01, 0.1, 1, 10, 100]
        @Parameter("images on which $\\alpha$ is chosen", in: 10...10_000) public var validationImages = 500
        @Parameter("images on which errors are measured", in: 10...10_000) public var testImages = 1_000
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.testImages = 10_000
        parameters.validationImages = profile == .full ? 5_000 : 10_000
        parameters.unlabelled = profile == .full ? 5_000 : 49_500
        if profile == .paper { parameters.replicates = 50 }
        return parameters
    }

    /// Error rates of classifiers of digits; rows are numbers of labels, columns training sets.
    public struct Results: Codable, Sendable {
        /// The generative model alone; softmax regression drawn toward zero; toward the generative model.
        public var generative: [[Double]]
        public var discriminative: [[Double]]
        public var tied: [[Double]]
        /// Mean error rate on validation images for each α, one row a number of labels: toward zero, and tied.
        public let discriminativeCurves: [[Double]]
        public let tiedCurves: [[Double]]
        public let dataName: String

        /// What tying gains at one number of labels, one entry a training set.
        func gains(_ place: Int) -> [Double] { discriminative[place].subtracting(tied[place]) }

        /// The place of the number of labels that is called few: the second, where the model of the inputs is worth something.
        var few: Int { min(1, discriminative.count - 1) }
    }

    private struct Outcome: Codable, Sendable {
        /// One entry a number of labels; in the curves one column an α.
        var generative: [Double] = []
        var discriminative: [Double] = []
        var tied: [Double] = []
        var discriminativeCurves: [[Double]] = []
        var tiedCurves: [[Double]] = []
    }

    /// What all training sets have in common.
    private struct Setting: Codable, Sendable {
        let pool: Int
        let labelled: [Int]
        let unlabelled: Int
        let components: Int
        let expectations: Int
        let strengths: [Double]
        let validationImages: Int
        let testImages: Int

        func outcome(_ replicate: Int, in lab: Lab) throws -> Outcome {
            let all = try lab.images(.training, count: pool, isHalved: true)
            let images = try all.drawn(
                unlabelled + (labelled.max() ?? 0), by: lab.stream("hybrid training set", replicate))
            let components = try PrincipalComponents(images.matrix, count: components)
            func points(_ images: LabelledImages) throws -> ClassificationData {
                ClassificationData(
                    inputs: try components.project(images.matrix), labels: images.labels, classes: images.classes)
            }
            let data = try points(images)
            let validation = try points(lab.images(.validation, count: validationImages, isHalved: true))
            let test = try points(lab.images(.test, count: testImages, isHalved: true))
            let unknown = data.inputs.selectingRows(0..<unlabelled)
            var outcome = Outcome()
            for count in labelled {
                let known = data.subset(unlabelled..<unlabelled + count)
                let model = try GenerativeModel(known, unlabelled: unknown, steps: expectations).classifier.centered
                let zero = LinearClassifier.zero(features: known.inputs.columns, classes: known.classes)
                let arms = try [zero, model].map { center in
                    let fits = try strengths.map { try TiedSoftmax(alpha: $0, center: center).fit(known) }
                    let curve = try fits.map { try $0.errorRate(on: validation) }
                    return (curve: curve, error: try fits[curve.placeOfLowest].errorRate(on: test))
                }
                outcome.generative.append(try model.errorRate(on: test))
                outcome.discriminative.append(arms[0].error)
                outcome.tied.append(arms[1].error)
                outcome.discriminativeCurves.append(arms[0].curve)
                outcome.tiedCurves.append(arms[1].curve)
            }
            return outcome
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            pool: parameters.trainingPool, labelled: parameters.labelled, unlabelled: parameters.unlabelled,
            components: parameters.components, expectations: parameters.expectations, strengths: parameters.strengths,
            validationImages: parameters.validationImages, testImages: parameters.testImages)
        let outcomes = try await lab.map("tied classifiers", replicates: parameters.replicates, of: setting) {
            try $0.outcome($1, in: $2)
        }
        func errors(_ arm: (Outcome) -> [Double]) -> [[Double]] {
            parameters.labelled.indices.map { place in outcomes.map { arm($0)[place] } }
        }
        func curves(_ arm: (Outcome) -> [[Double]]) -> [[Double]] {
            parameters.labelled.indices.map { place in
                parameters.strengths.indices.map { alpha in outcomes.map { arm($0)[place][alpha] }.mean }
            }
        }
        return Results(
            generative: errors(\.generative), discriminative: errors(\.discriminative), tied: errors(\.tied),
            discriminativeCurves: curves(\.discriminativeCurves), tiedCurves: curves(\.tiedCurves),
            dataName: lab.dataName)
    }
}

extension LinearClassifier {
    fileprivate func errorRate(on data: ClassificationData) throws -> Double {
        try predictions(for: data.inputs).errorRate(against: data.labels)
    }
}

extension LabelledImages {
    /// One image a row.
    var matrix: Matrix { Matrix(rows: count, columns: side * side, elements: pixels.map(Double.init)) }
}

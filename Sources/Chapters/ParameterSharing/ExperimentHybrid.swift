import Learning
import Notebook

private struct HybridItem: Codable, Sendable {
    let replicate: Int
    let pool: Int
    let labelled: [Int]
    let unlabelled: Int
    let components: Int
    let expectations: Int
    let strengths: [Double]
    let validationImages: Int
    let testImages: Int

    init(_ replicate: Int, _ parameters: Parameters) {
        self.replicate = replicate
        pool = parameters.trainingPool
        labelled = parameters.labelled
        unlabelled = parameters.unlabelled
        components = parameters.components
        expectations = parameters.expectations
        strengths = parameters.hybridStrengths
        validationImages = parameters.validationImages
        testImages = parameters.testImages
    }
}

private struct HybridOutcome: Codable, Sendable {
    /// One entry a number of labels; in the curves one column an α.
    var generative: [Double] = []
    var discriminative: [Double] = []
    var tied: [Double] = []
    var discriminativeCurves: [[Double]] = []
    var tiedCurves: [[Double]] = []
}

extension HybridMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> HybridMeasurements {
        let items = (0..<parameters.hybridReplicates).map { HybridItem($0, parameters) }
        let outcomes = try await lab.map("tied classifiers", over: items) { item, lab in try item.outcome(in: lab) }
        func errors(_ arm: (HybridOutcome) -> [Double]) -> [[Double]] {
            parameters.labelled.indices.map { place in outcomes.map { arm($0)[place] } }
        }
        func curves(_ arm: (HybridOutcome) -> [[Double]]) -> [[Double]] {
            parameters.labelled.indices.map { place in
                parameters.hybridStrengths.indices.map { alpha in outcomes.map { arm($0)[place][alpha] }.mean }
            }
        }
        return HybridMeasurements(
            generative: errors(\.generative), discriminative: errors(\.discriminative), tied: errors(\.tied),
            discriminativeCurves: curves(\.discriminativeCurves), tiedCurves: curves(\.tiedCurves))
    }
}

extension HybridItem {
    fileprivate func outcome(in lab: Lab) throws -> HybridOutcome {
        let all = try lab.images(.training, count: pool)
        let images = try all.drawn(
            unlabelled + (labelled.max() ?? 0), by: lab.stream("hybrid training set", replicate)
        ).halved()
        let components = try PrincipalComponents(images.matrix, count: components)
        func points(_ images: LabelledImages) throws -> ClassificationData {
            ClassificationData(
                inputs: try components.project(images.matrix), labels: images.labels, classes: images.classes)
        }
        let data = try points(images)
        let validation = try points(lab.images(.validation, count: validationImages).halved())
        let test = try points(lab.images(.test, count: testImages).halved())
        let unknown = data.inputs.selectingRows(0..<unlabelled)
        var outcome = HybridOutcome()
        for count in labelled {
            let known = data.subset(unlabelled..<unlabelled + count)
            let model = try GenerativeModel(known, unlabelled: unknown, steps: expectations).classifier.centered
            let zero = LinearClassifier.zero(features: known.inputs.columns, classes: known.classes)
            let arms = try [zero, model].map { center in
                let fits = try strengths.map { try TiedSoftmax(alpha: $0, center: center).fit(known) }
                let curve = try fits.map { try $0.errorRate(on: validation) }
                return (curve: curve, error: try fits[curve.map { -$0 }.indexOfMaximum].errorRate(on: test))
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

extension LinearClassifier {
    fileprivate func errorRate(on data: ClassificationData) throws -> Double {
        try predictions(for: data.inputs).errorRate(against: data.labels)
    }
}

extension LabelledImages {
    /// One image a row.
    var matrix: Matrix { Matrix(rows: count, columns: side * side, elements: pixels.map(Double.init)) }
}

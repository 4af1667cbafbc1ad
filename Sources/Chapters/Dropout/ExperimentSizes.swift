import Learning
import Notebook

/// Dropout against plain training as the training set grows; one row a size, one entry a replicate.
public struct SizeMeasurements: Codable, Sendable {
    public let sizes: [Int]
    public var plainErrors: [[Double]]
    public var dropoutErrors: [[Double]]
    /// At the smallest size, on the same images: a Bayesian network of infinite width, and softmax regression on features
    /// learned from unlabelled images.
    public var bayesianErrors: [Double]
    public var featureErrors: [Double]
    public let unlabelled: Int

    /// Plain minus dropout, for each replicate at one size.
    func gains(_ place: Int) -> [Double] { zip(plainErrors[place], dropoutErrors[place]).map { $0 - $1 } }

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> SizeMeasurements {
        let task = parameters.task
        let groups = parameters.sizes.enumerated().flatMap { place, size in
            [false, true].map { drops in
                (0..<(place == 0 ? parameters.fewReplicates : parameters.sizeReplicates)).map { replicate in
                    var recipe = drops ? Recipe(task).dropping(task) : Recipe(task)
                    recipe.examples = size
                    recipe.updates = parameters.sweepUpdates
                    return DigitItem(task: task, recipe: recipe, replicate: replicate)
                }
            }
        }
        let errors = try await lab.map("sizes", over: groups.flatMap { $0 }) { item, lab in
            try item.outcome(in: lab).test.error
        }
        var rest = errors[...]
        let rows = groups.map { group in
            defer { rest = rest.dropFirst(group.count) }
            return Array(rest.prefix(group.count))
        }
        let few = groups.first ?? []
        let rivals = try await lab.map("few labels", over: few) { item, lab in try Rivals(item, in: lab) }
        return SizeMeasurements(
            sizes: parameters.sizes, plainErrors: parameters.sizes.indices.map { rows[2 * $0] },
            dropoutErrors: parameters.sizes.indices.map { rows[2 * $0 + 1] },
            bayesianErrors: rivals.map(\.bayesian), featureErrors: rivals.map(\.features),
            unlabelled: task.unlabelledExamples)
    }
}

/// What else can be done with few labels; misclassified shares of test images.
private struct Rivals: Codable, Sendable {
    let bayesian: Double
    let features: Double

    init(_ item: DigitItem, in lab: Lab) throws {
        let training = try item.trainingImages(in: lab)
        let test = try item.images(.test, count: item.task.testExamples, in: lab)
        let validation = try item.images(.validation, count: item.task.validationExamples, in: lab)
        let (x, t, v) = (training.matrix, test.matrix, validation.matrix)
        // The noise of the Bayesian network and the decay of the regression are what validation images like best.
        let process = [0.003, 0.03, 0.3].map { noise in
            { (inputs: Matrix) in
                try InfiniteNetwork(x, training.labels, classes: training.classes, noise: noise).scores(inputs)
            }
        }
        bayesian = try Self.best(process, v, validation.labels, t, test.labels)
        let pool = try item.images(.training, count: item.task.unlabelledExamples, in: lab).matrix
        let components = try PrincipalComponents(pool, count: 30)
        let data = ClassificationData(
            inputs: try components.project(x), labels: training.labels, classes: training.classes)
        let regressions = [0.001, 0.01, 0.1].map { decay in
            { (inputs: Matrix) in
                try SoftmaxRegression(penalty: decay).fit(data).scores(for: components.project(inputs))
            }
        }
        features = try Self.best(regressions, v, validation.labels, t, test.labels)
    }

    private static func best(
        _ models: [(Matrix) throws -> Matrix], _ validation: Matrix, _ validationLabels: [Int], _ test: Matrix,
        _ testLabels: [Int]
    ) throws -> Double {
        let errors = try models.map { error(try $0(validation), validationLabels) }
        let chosen = errors.indices.min { errors[$0] < errors[$1] } ?? 0
        return error(try models[chosen](test), testLabels)
    }

    private static func error(_ scores: Matrix, _ labels: [Int]) -> Double {
        let wrong = zip(scores.rowMaxima, labels).count { $0 != $1 }
        return Double(wrong) / Double(labels.count)
    }
}

extension LabelledImages {
    fileprivate var matrix: Matrix {
        Matrix(rows: count, columns: side * side, elements: pixels.map(Double.init))
    }
}

import ClassicalModels
import DataSets
import Laboratory
import LinearAlgebra
import LinearModels

/// What else can be done with few labels; misclassified shares of test images.
struct Rivals: Codable, Sendable {
    let bayesian: Double
    let features: Double

    init(_ item: DigitItem, _ replicate: Int, in lab: Lab) throws {
        let training = try item.trainingImages(replicate, in: lab)
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
        let chosen = errors.placeOfLowest
        return error(try models[chosen](test), testLabels)
    }

    private static func error(_ scores: Matrix, _ labels: [Int]) -> Double {
        scores.rowMaxima.errorRate(against: labels)
    }
}

extension LabelledImages {
    fileprivate var matrix: Matrix {
        Matrix(rows: count, columns: side * side, elements: pixels.map(Double.init))
    }
}

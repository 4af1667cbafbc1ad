import Foundation
import Learning
import Testing

@Suite struct LogisticTests {
    private func data(_ classes: Int, overlap: Double = 2) -> ClassificationData {
        var stream = RandomStream(seed: 34, name: "logistic")
        let labels = (0..<120).map { _ in stream.index(below: classes) }
        let x = Matrix(rows: 120, columns: 3) { i, j in
            (j == labels[i] % 3 ? 1 : 0) * Double(1 + labels[i] / 3) + overlap * stream.normal()
        }
        return ClassificationData(inputs: x, labels: labels, classes: classes)
    }

    private func gradient(_ model: LinearModel, _ data: ClassificationData) throws -> [Double] {
        let errors = zip(try model.predictions(for: data.inputs), data.labels).map { logistic($0) - Double($1) }
        return data.inputs.appendingOnes.transposedTimes(errors)
    }

    @Test func theGradientVanishes() throws {
        let data = data(2)
        for scale in LossScale.allCases {
            let factor = scale == .sum ? 1.0 : 120
            let model = try LogisticRegression(penalty: 0.1, scale: scale).fit(data.inputs, data.labels)
            let g = try gradient(model, data)
            #expect(g[..<3].elementsEqual(model.weights) { abs($0 + 0.1 * factor * $1) < 1e-9 })
            #expect(abs(g[3]) < 1e-9)
            let all = try LogisticRegression(penalty: 0.1, scale: scale, penalizingIntercept: true)
                .fit(data.inputs, data.labels)
            #expect(abs(try gradient(all, data)[3] + 0.1 * factor * all.intercept) < 1e-9)
        }
    }

    @Test func softmaxOfTwoClassesIsLogisticRegression() throws {
        let data = data(2)
        // Two columns ±w/2 have half the squared norm of w.
        let logistic = try LogisticRegression(penalty: 0.05).fit(data.inputs, data.labels)
        let softmax = try SoftmaxRegression(penalty: 0.1, optimizer: LBFGS(tolerance: 1e-11)).fit(data)
        let difference = softmax.weights.column(1).subtracting(softmax.weights.column(0))
        #expect(difference.subtracting(logistic.weights).norm < 1e-8)
        #expect(abs(softmax.intercepts[1] - softmax.intercepts[0] - logistic.intercept) < 1e-8)
    }

    @Test func softmaxGradientVanishes() throws {
        let data = data(4)
        let model = try SoftmaxRegression(penalty: 0.3, scale: .sum, optimizer: LBFGS(tolerance: 1e-10)).fit(data)
        let probabilities = try model.probabilities(for: data.inputs)
        let errors = Matrix(rows: 120, columns: 4) { i, k in
            probabilities[i, k] - (data.labels[i] == k ? 1 : 0)
        }
        let gradient = data.inputs.transposedTimes(errors) + 0.3 * model.weights
        #expect(gradient.frobeniusNorm < 1e-7)
        #expect(abs(model.intercepts.reduce(0, +)) < 1e-12)
        #expect(try model.meanLogLoss(data.inputs, data.labels) < log(4))
    }

    @Test func whatHasNoMinimumIsSaid() {
        let x = Matrix([[1], [2], [3], [4]])
        #expect(throws: LearningError.separable) { try LogisticRegression(penalty: 0).fit(x, [0, 0, 1, 1]) }
        #expect(throws: LearningError.missingClass(label: 1, classes: 2)) {
            try LogisticRegression(penalty: 1).fit(x, [0, 0, 0, 0])
        }
        #expect(throws: LearningError.singular(what: "The Hessian", size: 3)) {
            try LogisticRegression(penalty: 0).fit(Matrix([[1, 2], [2, 4], [3, 6], [4, 8]]), [0, 1, 0, 1])
        }
    }

    @Test func lbfgsFindsRosenbrocksMinimum() throws {
        let found = try LBFGS(tolerance: 1e-10).minimize(from: [-1.2, 1]) { x in
            let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
            return (a * a + 100 * b * b, [-2 * a - 400 * x[0] * b, 200 * b])
        }
        #expect(found.point.subtracting([1, 1]).norm < 1e-8)
        #expect(found.steps < 60)
        #expect(throws: LearningError.self) {
            try LBFGS(maximumSteps: 50).minimize(from: [0]) { (-$0[0], [-1]) }
        }
    }

    @Test func logisticAndSoftplusDoNotOverflow() {
        #expect(logistic(-800) == 0 && logistic(800) == 1)
        #expect(softplus(800) == 800 && softplus(-800) == 0)
        #expect(abs(softplus(1.5) - log(1 + exp(1.5))) < 1e-15)
    }

    @Test func aCenterDrawsTheWeightsToIt() throws {
        let data = Reference.labelled(5, 60, 3, 2)
        let center = [1, -2, 0.5]
        let far = try LogisticRegression(penalty: 1e3, toward: center).fit(data.inputs, data.labels)
        #expect(far.weights.subtracting(center).largestMagnitude < 1e-3)
        let free = try LogisticRegression(penalty: 0.1).fit(data.inputs, data.labels)
        let same = try LogisticRegression(penalty: 0.1, toward: [0, 0, 0]).fit(data.inputs, data.labels)
        #expect(free == same)
        let model = try LogisticRegression(penalty: 0.1, toward: center).fit(data.inputs, data.labels)
        let errors = (data.inputs * model.weights).enumerated().map {
            logistic($1 + model.intercept) - Double(data.labels[$0])
        }
        let slope = data.inputs.transposedTimes(errors).scaled(by: 1 / 60)
            .adding(model.weights.subtracting(center).scaled(by: 0.1))
        #expect(slope.largestMagnitude < 1e-10)
        #expect(throws: LearningError.sizesDisagree(what: "Entries of the center", 1, other: "features", 3)) {
            try LogisticRegression(penalty: 0.1, toward: [1]).fit(data.inputs, data.labels)
        }
    }
}

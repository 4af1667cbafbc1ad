import Learning
import Testing

/// Where no finite weights are the most likely, the fit says so.
@Suite struct SeparationTests {
    @Test func classesThatTouchOrShareValues() throws {
        let once = Matrix((0..<40).map { [$0 < 10 ? 1.0 : 0] })
        let labels = (0..<40).map { $0 < 10 ? 1 : $0 % 2 }
        #expect(throws: LearningError.separable) { try LogisticRegression(penalty: 0).fit(once, labels) }
        let touching = Matrix([[-1], [0], [0], [1]])
        #expect(throws: LearningError.separable) { try LogisticRegression(penalty: 0).fit(touching, [0, 0, 1, 1]) }
        for (x, y) in [(once, labels), (touching, [0, 0, 1, 1])] {
            let data = ClassificationData(inputs: x, labels: y, classes: 2)
            #expect(throws: LearningError.separable) { try SoftmaxRegression(penalty: 0).fit(data) }
            #expect(try SoftmaxRegression(penalty: 0).solution(data).isSeparable)
            _ = try SoftmaxRegression(penalty: 1e-3).fit(data)
            _ = try LogisticRegression(penalty: 1e-3).fit(x, y)
        }
    }

    @Test func softmaxOnClassesApart() throws {
        let apart = ClassificationData(inputs: Matrix([[-2], [-1], [1], [2]]), labels: [0, 0, 1, 1], classes: 2)
        #expect(throws: LearningError.separable) { try SoftmaxRegression(penalty: 0).fit(apart) }
        let solution = try LogisticRegression(penalty: 0).solution(apart.inputs, apart.labels)
        #expect(solution.isSeparable && solution.model.weights[0] > 10)
        #expect(try solution.model.predictions(for: apart.inputs).map { $0 > 0 ? 1 : 0 } == apart.labels)
    }

    @Test func oneOfThreeClassesApart() throws {
        var s = RandomStream(seed: 2)
        let x = Matrix(rows: 90, columns: 2) { i, j in s.normal() + (i % 3 == 2 && j == 0 ? 20 : 0) }
        let data = ClassificationData(inputs: x, labels: (0..<90).map { $0 % 3 }, classes: 3)
        #expect(try SoftmaxRegression(penalty: 0).solution(data).isSeparable)
    }

    /// The nearer the classes are to being apart, the longer the finite answer.
    @Test func oneExampleAmongTheOthersIsEnough() throws {
        for gap in [0.5, 0.1, 0.01] {
            let x = Matrix([[-2], [-1], [gap], [-gap], [1], [2]])
            let labels = [0, 0, 0, 1, 1, 1]
            let solution = try LogisticRegression(penalty: 0).solution(x, labels)
            #expect(!solution.isSeparable)
            let data = ClassificationData(inputs: x, labels: labels, classes: 2)
            #expect(!(try SoftmaxRegression(penalty: 0).solution(data).isSeparable))
        }
    }

    @Test func weightlessExamplesDoNotCount() throws {
        let x = Matrix([[-2], [-1], [0.5], [-0.5], [1], [2]])
        #expect(throws: LearningError.separable) {
            try LogisticRegression(penalty: 0).fit(x, [0, 0, 0, 1, 1, 1], weights: [1, 1, 0, 0, 1, 1])
        }
        #expect(throws: LearningError.missingClass(label: 1, classes: 2)) {
            try LogisticRegression(penalty: 0).fit(x, [0, 0, 0, 1, 1, 1], weights: [1, 1, 1, 0, 0, 0])
        }
    }
}

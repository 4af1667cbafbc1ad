import Foundation
import Learning
import Testing

@Suite struct AdaBoostTests {
    /// Inside or outside a circle, which no single stump can tell.
    private let circle: ClassificationData = {
        var stream = RandomStream(seed: 32, name: "circle")
        let x = Matrix(rows: 300, columns: 2) { _, _ in stream.normal() }
        let labels = (0..<300).map { x[$0, 0] * x[$0, 0] + x[$0, 1] * x[$0, 1] < 1.4 ? 1 : 0 }
        return ClassificationData(inputs: x, labels: labels, classes: 2)
    }()

    @Test func trainingErrorFallsUnderItsBound() throws {
        let boosted = try AdaBoost(circle, rounds: 400)
        let errors = try boosted.errorRates(on: circle)
        #expect(errors[0] > 0.2)
        #expect(errors[399] == 0)
        // Freund and Schapire's theorem 6: the error is at most the product of 2√(ε(1 − ε)) = 1/cosh(vote/2).
        var bound = 1.0
        for (vote, error) in zip(boosted.voteWeights, errors) {
            bound /= cosh(0.5 * vote)
            #expect(error <= bound + 1e-12)
        }
        #expect(try boosted.predictions(for: circle.inputs, rounds: 7).errorRate(against: circle.labels) == errors[6])
    }

    @Test func threeClassesAndPerfectTrees() throws {
        let x = Matrix([[0], [1], [2], [3], [4], [5]])
        let separated = ClassificationData(inputs: x, labels: [0, 0, 0, 1, 1, 1], classes: 2)
        let boosted = try AdaBoost(separated, rounds: 10)
        #expect(boosted.trees.count == 1)
        #expect(try boosted.predictions(for: x) == separated.labels)
        let three = ClassificationData(inputs: x, labels: [0, 0, 1, 1, 2, 2], classes: 3)
        #expect(try AdaBoost(three, rounds: 20).predictions(for: x) == three.labels)
        #expect(throws: LearningError.empty(what: "rounds")) { try AdaBoost(three, rounds: 0) }
    }
}

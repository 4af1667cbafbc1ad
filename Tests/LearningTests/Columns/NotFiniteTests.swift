import Learning
import Testing

/// NaN is let through or an error, and never an answer.
@Suite struct NotFiniteTests {
    @Test func mediansAndQuantiles() {
        #expect([.nan, 3, 1, 2, 5].median.isNaN && [1, .nan].quantile(0).isNaN)
        #expect([.infinity, 5, 4].median == 5 && [1, .infinity, .infinity].median == .infinity)
        #expect([-.infinity, 3].median == -.infinity && [-Double.infinity, .infinity].median.isNaN)
        #expect([-1.7e308, 1.7e308].median == 0 && [1.7e308, 1.7e308].median == 1.7e308)
        #expect([1.0, 2].quantile(-0.1).isNaN && [1.0, 2].quantile(.nan).isNaN && [Double]().median.isNaN)
    }

    @Test func magnitudesAndPlaces() {
        #expect([Double.nan].largestMagnitude.isNaN && [1, .nan, 2].largestMagnitude.isNaN)
        #expect([1, -.infinity].largestMagnitude == .infinity && [Double]().largestMagnitude == 0)
        #expect([1, .nan, 5, .nan].placeOfHighest == 1 && [.nan, 1].placeOfHighest == 0)
        #expect([2.0, 3, 3].placeOfHighest == 1)
        #expect([.infinity, .nan].logSumExp.isNaN && [Double.nan, 1].logSumExp.isNaN)
        #expect([Double.infinity, 1].logSumExp == .infinity && [Double]().logSumExp == -.infinity)
    }

    @Test func aSearchWithoutAGradient() throws {
        #expect {
            try LBFGS().minimize(from: [1, 2]) { _ in (5, [.nan, .nan]) }
        } throws: { error in
            guard case LearningError.notFinite("Entry of the gradient", 0, _) = error else { return false }
            return true
        }
        #expect(
            throws: LearningError.sizesDisagree(what: "Entries of the gradient", 1, other: "entries of the start", 2)
        ) {
            try LBFGS().minimize(from: [1, 2]) { _ in (5, [1]) }
        }
        // Beyond 1 the function is not defined.
        let bounded = try LBFGS(tolerance: 1e-6).minimize(from: [-3]) { x in
            x[0] >= 1 ? (.nan, [.nan]) : ((x[0] - 0.9) * (x[0] - 0.9), [2 * (x[0] - 0.9)])
        }
        #expect(abs(bounded.point[0] - 0.9) < 1e-6)
        let edge = try LBFGS(tolerance: 1e-6).minimize(from: [-3]) { x in
            ((x[0] - 0.9) * (x[0] - 0.9), [x[0] >= 1 ? .nan : 2 * (x[0] - 0.9)])
        }
        #expect(abs(edge.point[0] - 0.9) < 1e-6)
        #expect(throws: LearningError.self) {
            try LBFGS().minimize(from: [0]) { x in (x[0] > -1000 ? x[0] : -.infinity, [1]) }
        }
    }

    @Test func modelsOfOverflow() {
        // Scores of both signs that overflow.
        let wild = LinearClassifier(weights: Matrix([[1e308, -1e308], [1e308, 1e308]]), intercepts: [0, 0])
        #expect(throws: LearningError.self) { try wild.predictions(for: Matrix([[10, -10]])) }
        #expect(throws: LearningError.self) { try wild.probabilities(for: Matrix([[10, -10]])) }
    }
}

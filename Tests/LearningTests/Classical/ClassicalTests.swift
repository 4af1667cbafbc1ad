import Foundation
import Learning
import Testing

@Suite struct ClassicalTests {
    private func blobs(_ count: Int, _ name: String) -> ClassificationData {
        var stream = RandomStream(seed: 33, name: name)
        let labels = (0..<count).map { _ in stream.index(below: 3) }
        let inputs = Matrix(rows: count, columns: 4) { i, j in (j == labels[i] ? 3 : 0) + stream.normal() }
        return ClassificationData(inputs: inputs, labels: labels, classes: 3)
    }

    /// The posterior of Gaussian classes with a common covariance, written out.
    @Test func discriminantProbabilitiesAreThePosterior() throws {
        let data = blobs(150, "train")
        let lda = try LinearDiscriminant(data)
        let cholesky = try Cholesky(lda.covariance)
        for row in 0..<5 {
            let x = data.inputs.row(row)
            let logs = (0..<3).map { k in
                let difference = x.subtracting(lda.means.row(k))
                return log(lda.priors[k]) - 0.5 * difference.dot(cholesky.solve(difference))
            }
            let expected = logs.softmax
            #expect(try lda.classifier.probabilities(for: data.inputs).row(row).subtracting(expected).norm < 1e-12)
        }
        let test = blobs(2000, "test")
        #expect(try lda.classifier.predictions(for: test.inputs).errorRate(against: test.labels) < 0.05)
        #expect(try GaussianNaiveBayes(data).predictions(for: test.inputs).errorRate(against: test.labels) < 0.05)
        let nearest = try NearestNeighbors(data.inputs)
        let found = try nearest.classes(of: test.inputs, count: 7, labels: data.labels, classes: 3)
        #expect(found.errorRate(against: test.labels) < 0.06)
    }

    @Test func naiveBayesJointIsTheProductOfItsFactors() throws {
        let data = blobs(60, "train")
        let bayes = try GaussianNaiveBayes(data, smoothing: 0)
        let joint = try bayes.jointLogProbabilities(for: data.inputs)
        let expected = (0..<4).reduce(log(bayes.priors[1])) {
            $0
                + Normal.logDensity(
                    data.inputs[3, $1], mean: bayes.means[1, $1], deviation: bayes.variances[1, $1].squareRoot())
        }
        #expect(abs(joint[3, 1] - expected) < 1e-12)
    }

    @Test func aMissingClassIsNamed() {
        let data = ClassificationData(inputs: Matrix([[1], [2], [3]]), labels: [0, 2, 0], classes: 3)
        let missing = LearningError.missingClass(label: 1, classes: 3)
        #expect(throws: missing) { try LinearDiscriminant(data) }
        #expect(throws: missing) { try GaussianNaiveBayes(data) }
        #expect(throws: missing) { try SoftmaxRegression(penalty: 1).fit(data) }
        #expect("\(missing)" == "Class 1 of 3 has no example.")
    }

    @Test func neighborsAreTheNearest() throws {
        let data = blobs(80, "train")
        let queries = blobs(300, "queries").inputs
        let found = try NearestNeighbors(data.inputs).neighbors(of: queries, count: 5)
        for i in stride(from: 0, to: 300, by: 37) {
            let distances = (0..<80).map { data.inputs.row($0).subtracting(queries.row(i)).norm }
            let expected = (0..<80).sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(5)
            #expect(found[i] == Array(expected))
        }
        let means = try NearestNeighbors(data.inputs).means(
            of: data.inputs, count: 1, targets: (0..<80).map(Double.init))
        #expect(means == (0..<80).map(Double.init))
        #expect(throws: LearningError.tooFew(what: "examples", count: 80, needed: 81)) {
            try NearestNeighbors(data.inputs).neighbors(of: queries, count: 81)
        }
    }

    @Test func principalComponentsOfMoreFeaturesThanExamples() throws {
        var stream = RandomStream(seed: 33, name: "pca")
        let x = Matrix(rows: 10, columns: 40) { _, _ in stream.normal() }
        let pca = try PrincipalComponents(x, count: 9)
        #expect(try (pca.reconstruct(pca.project(x)) - x).frobeniusNorm < 1e-12)
        #expect((pca.directions.timesTransposed(pca.directions) - .identity(9)).frobeniusNorm < 1e-12)
        #expect(abs(pca.variances.reduce(0, +) - pca.totalVariance) < 1e-12)
        let white = try pca.whiten(x)
        #expect(((1.0 / 9) * white.gram - .identity(9)).frobeniusNorm < 1e-11)
        #expect(throws: LearningError.self) { try PrincipalComponents(x, count: 10).whiten(x) }
    }

    @Test func sparseCodesMatchTheLassoAndThePursuit() throws {
        var stream = RandomStream(seed: 33, name: "codes")
        let dictionary = Matrix(rows: 12, columns: 20) { _, _ in stream.normal() }
        let truth = Matrix(rows: 4, columns: 20) { i, j in j % 7 == i ? 3 : 0 }
        let signals = truth.timesTransposed(dictionary)
        let coding = try SparseCoding(dictionary: dictionary)
        let codes = try coding.codes(for: signals, penalty: 0.5, steps: 5000)
        for i in 0..<4 {
            let lasso = try LassoProblem(dictionary, signals.row(i), scale: .sum).solution(
                penalty: 0.5, tolerance: 1e-14)
            #expect(codes.row(i).subtracting(lasso.weights).norm < 1e-5)
        }
        for count in 0...3 {
            let pursued = try coding.matchingPursuit(for: signals, count: count)
            #expect((0..<4).allSatisfy { pursued.row($0).count { $0 != 0 } == count })
        }
        let one = try coding.matchingPursuit(for: Matrix([dictionary.column(4)]), count: 3)
        #expect(one.row(0).subtracting((0..<20).map { $0 == 4 ? 1 : 0 }).norm < 1e-12)
    }
}

import Foundation
import Learning
import Testing

/// Differences that are small beside the numbers they are taken from.
@Suite struct CancellationTests {
    @Test func neighboursOfTimeStamps() throws {
        let examples = Matrix(rows: 1000, columns: 1) { i, _ in 1.7e12 + 1000 * Double((i * 617) % 1000) }
        let queries = Matrix(rows: 200, columns: 1) { i, _ in 1.7e12 + 5000 * Double(i) + 100 }
        let found = try NearestNeighbors(examples).neighbors(of: queries, count: 1).map { $0[0] }
        #expect(zip(found, 0..<200).allSatisfy { abs(examples[$0, 0] - queries[$1, 0]) == 100 })
        let far = Matrix([[100_000_001, 100_000_000], [100_000_000, 100_000_001]])
        #expect(try NearestNeighbors(far).neighbors(of: far, count: 2) == [[0, 1], [1, 0]])
    }

    @Test func neighboursBesideAnExampleFarAway() throws {
        var s = RandomStream(seed: 4)
        var examples = Matrix(rows: 200, columns: 2) { _, _ in s.uniform() }
        for unit in [1, 1e16, 1e150, 1e300] {
            examples[0, 0] = unit
            let queries = Matrix(rows: 50, columns: 2) { _, _ in s.uniform() }
            let found = try NearestNeighbors(examples).neighbors(of: queries, count: 3)
            for (i, near) in found.enumerated() {
                let truth = (0..<200).map { e in
                    hypot(examples[e, 0] - queries[i, 0], examples[e, 1] - queries[i, 1])
                }
                let wanted = truth.indices.sorted { (truth[$0], $0) < (truth[$1], $1) }.prefix(3)
                #expect(unit > 1e100 || near == Array(wanted))
            }
        }
    }

    @Test func aLossOfAThousand() {
        let loss = LogisticLoss(inputs: Matrix([[1]]), labels: [-1])
        #expect(loss.loss(at: [1000]) == 1000 && loss.gradient(at: [1000]) == [1])
        #expect(loss.loss(at: [-1000]) == 0 && loss.gradient(at: [-1000]) == [0])
        #expect(loss.hessian(at: [1000]).elements == [0])
    }

    @Test func equalScoresFarFromZero() throws {
        for score in [1e8, 1e16, 1e300] {
            let classifier = LinearClassifier(weights: Matrix([[score, score]]), intercepts: [0, 0])
            #expect(try classifier.meanLogLoss(Matrix([[1]]), [0]) == 0.6931471805599453)
        }
        #expect(throws: LearningError.labelOutOfRange(label: 2, index: 0, classes: 2)) {
            try LinearClassifier(weights: Matrix([[1, 1]]), intercepts: [0, 0]).meanLogLoss(Matrix([[1]]), [2])
        }
    }

    @Test func interceptsOfFarColumns() throws {
        let x = Matrix(rows: 50, columns: 1) { i, _ in 1e15 + Double(i) }
        let model = try Ridge(penalty: 0, fittingIntercept: true).fit(x, (0..<50).map { 2 * Double($0) })
        #expect(abs(model.weights[0] - 2) < 1e-12)
        let standardized = try Standardizer(fitting: x).apply(to: x).column(0)
        #expect(abs(standardized.standardDeviation * (49.0 / 50).squareRoot() - 1) < 1e-12)
        let constant = Matrix(rows: 7, columns: 1, repeating: 0.1)
        #expect(try Standardizer(fitting: constant).apply(to: constant).elements == Array(repeating: 0, count: 7))
        let components = try PrincipalComponents(x)
        #expect(abs(components.variances[0] - x.column(0).map { $0 - 1e15 }.variance) < 1e-9)
    }
}

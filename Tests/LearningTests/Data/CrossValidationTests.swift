import Learning
import Testing

@Suite struct CrossValidationTests {
    @Test func everyExampleIsLeftOutOnce() throws {
        var s = RandomStream(seed: 1)
        let validation = try CrossValidation(4, of: 10, using: &s)
        #expect(validation.folds.map(\.count).sorted() == [2, 2, 3, 3])
        #expect(validation.folds.joined().sorted() == Array(0..<10))
        #expect(validation.training(without: 1) == (0..<10).filter { !validation.folds[1].contains($0) })
        #expect(throws: LearningError.tooFew(what: "examples", count: 3, needed: 4)) {
            try CrossValidation(4, of: 3, using: &s)
        }
    }

    @Test func classesAreSpreadEvenly() throws {
        var s = RandomStream(seed: 2)
        let labels = (0..<53).map { $0 < 30 ? 0 : $0 < 48 ? 1 : 4 }
        let validation = try CrossValidation(5, stratifying: labels, using: &s)
        #expect(validation.folds.joined().sorted() == Array(0..<53))
        for label in [0, 1, 4] {
            let counts = validation.folds.map { $0.count { labels[$0] == label } }
            #expect((counts.max() ?? 9) - (counts.min() ?? 0) <= 1)
        }
        #expect(Set(validation.folds.map(\.count)) == [10, 11])
        #expect(throws: LearningError.tooFew(what: "examples of class 4", count: 5, needed: 6)) {
            try CrossValidation(6, stratifying: labels, using: &s)
        }
    }

    @Test func theOneStandardErrorRule() throws {
        // Means 4, 2.2, 2, 3; the standard error of the third is 1/3.
        let losses = [[4, 2.0, 2.5, 3], [4, 2.2, 1.5, 3], [4, 2.4, 2, 3]]
        let curve = try ValidationCurve(losses: losses, sizes: [5, 5, 5])
        #expect(curve.best == 2 && curve.simplestWithinOneStandardError == 1)
        #expect(abs(curve.standardErrors[2] - 0.5 / 3.0.squareRoot()) < 1e-15)
        // Folds count by their sizes.
        let uneven = try ValidationCurve(losses: [[1], [4]], sizes: [2, 1])
        #expect(uneven.means == [2])
        #expect(throws: LearningError.sizesDisagree(what: "Losses of a fold", 1, other: "losses of the first fold", 2))
        {
            try ValidationCurve(losses: [[1, 2], [1]], sizes: [1, 1])
        }
    }

    @Test func aPenaltyIsChosen() throws {
        var s = RandomStream(seed: 3)
        let data = LinearFamily(weights: [2, 0, 0, 0, -1, 0, 0, 0], noise: 2).sample(40, using: &s)
        let penalties = [100, 10, 1, 0.1, 0.01]
        let curve = try CrossValidation(5, of: 40, using: &s).curve { training, held in
            let (rest, left) = (data.subset(training), data.subset(held))
            return try RidgePath(rest.inputs, rest.targets).models(penalties: penalties)
                .map { try $0.meanSquaredError(left.inputs, left.targets) }
        }
        #expect(curve.simplestWithinOneStandardError <= curve.best && curve.best > 0)
    }

    @Test func outOfBagIsAboutTheErrorOnNewExamples() throws {
        var s = RandomStream(seed: 4)
        let (training, test) = (FriedmanFamily.one.sample(200, using: &s), FriedmanFamily.one.sample(2000, using: &s))
        let bag = try BaggedRegressionTrees(training, count: 40, stream: s, estimatingError: true)
        let residual = try bag.predictions(for: test.inputs).subtracting(test.targets)
        let fresh = residual.dot(residual) / 2000
        #expect(abs(try #require(bag.outOfBagError) / fresh - 1) < 0.2)
        #expect(try BaggedRegressionTrees(training, count: 2, stream: s).outOfBagError == nil)
        let (waves, more) = (WaveformFamily.sample(200, using: &s), WaveformFamily.sample(2000, using: &s))
        let votes = try BaggedClassificationTrees(waves, count: 40, stream: s, estimatingError: true)
        let error = try votes.predictions(for: more.inputs).errorRate(against: more.labels)
        #expect(abs(try #require(votes.outOfBagError) - error) < 0.06)
        // By the definition, for one tree: the examples that its resample left out.
        let one = try BaggedRegressionTrees(training, count: 1, stream: s, estimatingError: true)
        let out = s.split("tree", 0).split("resample").bootstrapWeights(200).enumerated().filter { $0.element == 0 }
        let predictions = try one.predictions(for: training.inputs)
        let squares = out.map { (predictions[$0.offset] - training.targets[$0.offset]) }.map { $0 * $0 }
        #expect(abs(try #require(one.outOfBagError) - squares.mean) < 1e-12)
    }
}

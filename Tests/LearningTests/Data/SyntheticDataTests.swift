import Learning
import Testing

@Suite struct SyntheticDataTests {
    @Test func linearInputsHaveTheirCovariance() throws {
        var stream = RandomStream(seed: 6, name: "linear")
        let family = LinearFamily(weights: [1, -2, 0.5], intercept: 2, correlation: 0.8, noise: 0.5)
        let data = family.sample(100_000, using: &stream)
        let covariance = (1e-5 * data.inputs.gram)
        #expect((covariance - family.covariance).frobeniusNorm < 0.03)
        let truth = LinearModel(weights: family.weights, intercept: 2)
        #expect(try abs(truth.meanSquaredError(data.inputs, data.targets) - 0.25) < 0.01)
        #expect(family.risk(of: truth) == 0.25)
        let other = LinearModel(weights: [0, 0, 0], intercept: 0)
        #expect(try abs(other.meanSquaredError(data.inputs, data.targets) / family.risk(of: other) - 1) < 0.02)
    }

    /// The variances that Breiman states: the signal's is about 375² times 1 for the second problem, and the noise a third.
    @Test(arguments: [FriedmanFamily.two, .three])
    func friedmansSignalIsThreeTimesItsNoise(family: FriedmanFamily) {
        var stream = RandomStream(seed: 6, name: "friedman")
        let data = family.sample(50_000, using: &stream)
        let truth = (0..<data.count).map { family.truth(data.inputs.row($0)) }
        let ratio = truth.variance / (family.noise * family.noise)
        #expect(ratio > 2.4 && ratio < 11)
        #expect(abs(data.targets.subtracting(truth).standardDeviation / family.noise - 1) < 0.02)
    }

    @Test func waveformsLieBetweenTheirTriangles() {
        var stream = RandomStream(seed: 6, name: "wave")
        let data = WaveformFamily.sample(9000, using: &stream)
        for (label, peak) in [(0, 3.0), (1, 3), (2, 0)] {
            let rows = data.subset(data.labels.indices.filter { data.labels[$0] == label })
            // At place 6 only the first triangle is high; it has on average half of the mixture.
            let mean = rows.inputs.column(6).mean
            let others = label == 2 ? 1.0 : label == 1 ? 1 : 0
            #expect(abs(mean - peak - others) < 0.15)
        }
    }

    @Test func splitsAndFoldsArePartitions() throws {
        var stream = RandomStream(seed: 6, name: "split")
        let parts = try Split.parts([3, 4, 2], of: 10, using: &stream)
        #expect(parts.map(\.count) == [3, 4, 2])
        #expect(Set(parts.joined()).count == 9)
        let folds = try Split.folds(3, of: 10, using: &stream)
        #expect(folds.map(\.count) == [4, 3, 3])
        #expect(folds.joined().sorted() == Array(0..<10))
        #expect(throws: LearningError.tooFew(what: "examples", count: 10, needed: 11)) {
            try Split.parts([6, 5], of: 10, using: &stream)
        }
        #expect(throws: LearningError.self) { try Split.folds(1, of: 10, using: &stream) }
    }

    @Test func standardizedColumnsHaveMeanZeroAndVarianceOne() throws {
        var stream = RandomStream(seed: 6, name: "standard")
        let x = Matrix(rows: 50, columns: 3) { i, j in j == 2 ? 7 : 5 * Double(j) + stream.normal() * Double(j + 1) }
        let standardizer = try Standardizer(fitting: x)
        let z = try standardizer.apply(to: x)
        for j in 0..<2 {
            #expect(abs(z.column(j).mean) < 1e-14)
            #expect(abs(z.column(j).variance * 49 / 50 - 1) < 1e-13)
        }
        #expect(z.column(2).allSatisfy { abs($0) < 1e-13 })
        #expect(throws: LearningError.empty(what: "examples")) {
            try Standardizer(fitting: Matrix(rows: 0, columns: 1))
        }
    }
}

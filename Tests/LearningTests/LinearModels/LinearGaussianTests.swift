import Foundation
import Learning
import Testing

@Suite struct LinearGaussianTests {
    private let data: RegressionData = {
        var stream = RandomStream(seed: 35, name: "posterior")
        return LinearFamily(weights: [1, -1, 2], noise: 0.5).sample(15, using: &stream)
    }()

    @Test func theMeanIsRidgeRegression() throws {
        let posterior = try LinearGaussian(features: 3, precision: 4, noiseVariance: 0.25)
            .posterior(data.inputs, data.targets)
        let ridge = try Ridge(penalty: 4 * 0.25).fit(data.inputs, data.targets)
        #expect(posterior.mean.subtracting(ridge.weights).norm < 1e-13)
    }

    @Test func seeingDataInTwoPartsIsSeeingThemAtOnce() throws {
        let prior = try LinearGaussian(mean: [1, 0, 0], covariance: .diagonal([1, 2, 3]), noiseVariance: 0.25)
        let (first, second) = (data.subset(0..<6), data.subset(6..<15))
        let atOnce = try prior.posterior(data.inputs, data.targets)
        let half = try prior.posterior(first.inputs, first.targets)
        let inTwo = try half.posterior(second.inputs, second.targets)
        #expect(inTwo.mean.subtracting(atOnce.mean).norm < 1e-12)
        #expect((inTwo.covariance - atOnce.covariance).frobeniusNorm < 1e-13)
        // The chain rule of probability.
        let chain = try prior.logEvidence(first.inputs, first.targets) + half.logEvidence(second.inputs, second.targets)
        #expect(abs(try prior.logEvidence(data.inputs, data.targets) - chain) < 1e-11)
    }

    @Test func theEvidenceOfOneTargetIsItsPredictiveDensity() throws {
        let prior = try LinearGaussian(mean: [1, 0, 0], covariance: .diagonal([1, 2, 3]), noiseVariance: 0.25)
        let one = data.subset([3])
        let (means, variances) = try prior.predictive(for: one.inputs)
        let density = Normal.logDensity(one.targets[0], mean: means[0], deviation: variances[0].squareRoot())
        #expect(abs(try prior.logEvidence(one.inputs, one.targets) - density) < 1e-13)
    }

    @Test func drawsHaveThePosteriorsMoments() throws {
        let prior = try LinearGaussian(mean: [1, 0], covariance: Matrix([[2, 1], [1, 1]]), noiseVariance: 1)
        var stream = RandomStream(seed: 1)
        let draws = try (0..<20_000).map { _ in try prior.sample(using: &stream) }
        let first = draws.map { $0[0] }
        #expect(abs(first.mean - 1) < 0.05)
        #expect(abs(first.variance - 2) < 0.1)
        #expect(abs(first.covariance(with: draws.map { $0[1] }) - 1) < 0.06)
    }

    @Test func badPriorsAreNamed() {
        #expect(throws: LearningError.notPositiveDefinite(size: 2, minor: 2)) {
            try LinearGaussian(mean: [0, 0], covariance: Matrix([[1, 2], [2, 1]]), noiseVariance: 1)
        }
        #expect(throws: LearningError.outOfRange(setting: "Noise variance", value: 0, allowed: "finite and above 0")) {
            try LinearGaussian(features: 2, precision: 1, noiseVariance: 0)
        }
    }
}

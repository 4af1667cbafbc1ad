import Foundation
import Learning
import Notebook

extension PredictionMeasurements {
    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) async throws -> PredictionMeasurements {
        func items(_ count: Int, deviation: Double) -> [PredictionItem] {
            (0..<parameters.replicates).map {
                PredictionItem(
                    count: count, replicate: $0, dimensions: parameters.dimensions, noise: parameters.noise,
                    tests: parameters.tests, trueDeviation: deviation)
            }
        }
        var scores: [[PredictionScores]] = []
        for count in parameters.predictiveCounts {
            scores.append(try await run(items(count, deviation: 1), in: lab, equations: equations))
        }
        let fewest = parameters.predictiveCounts.min() ?? 0
        let misspecified = try await run(items(fewest, deviation: 0.1), in: lab, equations: equations)
        return PredictionMeasurements(
            counts: parameters.predictiveCounts, gaps: scores.map { $0.map { $0.plugged - $0.averaged } },
            averaged: scores.map { $0.map(\.averaged).mean }, plugged: scores.map { $0.map(\.plugged).mean },
            misspecifiedGaps: misspecified.map { $0.plugged - $0.averaged },
            averagingSamples: try averagingSamples(parameters, in: lab, equations: equations))
    }

    private static func run(
        _ items: [PredictionItem], in lab: Lab, equations: Equations
    ) async throws -> [PredictionScores] {
        try await lab.map("predictions", over: items) { item, lab in
            var stream = lab.stream("predictions with \(item.count)", item.replicate)
            let family = LinearFamily(
                weights: stream.normals(item.dimensions).scaled(by: item.trueDeviation), noise: item.noise)
            let posterior = try GaussianRegression(
                family.sample(item.count, using: &stream), noise: item.noise, deviation: 1)
            let test = family.sample(item.tests, using: &stream)
            var averaged = 0.0
            var plugged = 0.0
            for row in 0..<test.count {
                let input = test.inputs.row(row)
                let mean = input.dot(posterior.mean)
                let variance = equations.predictiveVariance(input, posterior.covariance, item.noise)
                averaged -= Normal.logDensity(test.targets[row], mean: mean, deviation: variance.squareRoot())
                plugged -= Normal.logDensity(test.targets[row], mean: mean, deviation: item.noise)
            }
            return PredictionScores(averaged: averaged / Double(item.tests), plugged: plugged / Double(item.tests))
        }
    }

    /// The density at a test point under weights drawn from a posterior, over the density of the closed form, minus 1.
    private static func averagingSamples(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) throws -> [Double] {
        var stream = lab.stream("averaging")
        let family = LinearFamily(weights: stream.normals(3), noise: parameters.noise)
        let posterior = try GaussianRegression(
            family.sample(4, using: &stream), noise: parameters.noise, deviation: 1)
        let input = [1.0, -0.5, 0.8]
        let target = input.dot(posterior.mean)
        let deviation = equations.predictiveVariance(input, posterior.covariance, parameters.noise).squareRoot()
        let closed = exp(Normal.logDensity(target, mean: target, deviation: deviation))
        return try (0..<20_000).map { _ in
            let w = try posterior.draw(from: &stream)
            return exp(Normal.logDensity(target, mean: input.dot(w), deviation: parameters.noise)) / closed - 1
        }
    }
}

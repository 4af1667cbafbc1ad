import Foundation
import Learning
import Notebook

/// One data set for the comparison of weight noise with the posterior.
private struct PosteriorItem: Codable, Sendable {
    let replicate: Int
    let draws: Int
}

private struct PosteriorOutcome: Codable, Sendable {
    let fitRatio: Double
    let matchedRatio: Double
    let fitError: Double
    let isotropicError: Double
    let isotropicRatio: Double
}

extension PosteriorMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> PosteriorMeasurements {
        let items = (0..<parameters.replicates).map {
            PosteriorItem(replicate: $0, draws: parameters.posteriorDraws)
        }
        let outcomes = try await lab.map("posterior", over: items) { item, lab in
            var stream = lab.stream("posterior", item.replicate)
            return try outcome(item, from: &stream)
        }
        var stream = lab.stream("posterior picture")
        return PosteriorMeasurements(
            fitRatios: outcomes.map(\.fitRatio), matchedRatios: outcomes.map(\.matchedRatio),
            fitErrors: outcomes.map(\.fitError), isotropicErrors: outcomes.map(\.isotropicError),
            isotropicRatios: outcomes.map(\.isotropicRatio),
            picture: try picture(parameters.posteriorDraws, from: &stream))
    }

    private static func outcome(_ item: PosteriorItem, from stream: inout RandomStream) throws -> PosteriorOutcome {
        let size = 4
        // Features of different scale, so that the data say more about some weights than about others.
        let inputs = Matrix(rows: 15, columns: size) { _, column in stream.normal() * pow(0.5, Double(column)) }
        let targets = (inputs * stream.normals(size)).adding(stream.normals(15).scaled(by: 0.5))
        let regression = try BayesianRegression(inputs: inputs, targets: targets, noiseVariance: 0.25)
        let places = Matrix(rows: 20, columns: size) { _, column in stream.normal() * pow(0.5, Double(column)) }
        let exact = (0..<20).map { regression.variance(at: places.row($0)) }
        let ratios = { (draws: [[Double]]) in zip(regression.spread(draws, at: places), exact).map { $0 / $1 } }
        let fits = ratios((0..<item.draws).map { _ in regression.perturbedFit(from: &stream) })
        let matched = ratios((0..<item.draws).map { _ in regression.matchedNoise(from: &stream) })
        let isotropic = ratios((0..<item.draws).map { _ in regression.isotropicNoise(from: &stream) })

        // Orthogonal features of one scale make the posterior isotropic.
        let basis = try Matrix(rows: 15, columns: 15, elements: stream.normals(225)).gram.symmetricEigen().vectors
        let even = try BayesianRegression(
            inputs: 15.0.squareRoot() * basis.selectingColumns([0, 1, 2, 3]), targets: targets, noiseVariance: 0.25)
        let evenDraws = (0..<item.draws).map { _ in even.isotropicNoise(from: &stream) }
        let evenRatios = even.spread(evenDraws, at: places).indices.map {
            even.spread(evenDraws, at: places)[$0] / even.variance(at: places.row($0))
        }
        return PosteriorOutcome(
            fitRatio: fits.mean, matchedRatio: matched.mean, fitError: fits.map { abs(log($0)) }.mean,
            isotropicError: isotropic.map { abs(log($0)) }.mean, isotropicRatio: evenRatios.mean)
    }

    /// A line with an offset, fitted to eight points on one side.
    private static func picture(_ draws: Int, from stream: inout RandomStream) throws -> PosteriorPicture {
        let inputs = (0..<8).map { _ in stream.uniform(in: 0.5..<2) }
        let targets = inputs.map { 0.4 + 0.8 * $0 + 0.3 * stream.normal() }
        let regression = try BayesianRegression(
            inputs: Matrix(rows: 8, columns: 2) { $1 == 0 ? 1 : inputs[$0] }, targets: targets, noiseVariance: 0.09)
        let places = (0...48).map { -1 + 0.0875 * Double($0) }
        let rows = Matrix(rows: places.count, columns: 2) { $1 == 0 ? 1 : places[$0] }
        let deviations = { (draws: [[Double]]) in regression.spread(draws, at: rows).map { $0.squareRoot() } }
        return PosteriorPicture(
            inputs: inputs, targets: targets, places: places, means: rows * regression.mean,
            exact: places.indices.map { regression.variance(at: rows.row($0)).squareRoot() },
            matched: deviations((0..<draws).map { _ in regression.matchedNoise(from: &stream) }),
            isotropic: deviations((0..<draws).map { _ in regression.isotropicNoise(from: &stream) }))
    }
}

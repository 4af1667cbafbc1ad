import Foundation
import Learning
import Notebook

private struct TyingItem: Codable, Sendable {
    let replicate: Int
    let features: Int
    let examples: Int
    let noiseVariance: Double
    let distances: [Double]
    let strengths: [Double]
}

private struct TyingOutcome: Codable, Sendable {
    /// One entry a distance; in `curves` one column a strength.
    var curves: [[Double]] = []
    var separate: [Double] = []
    var pooled: [Double] = []
    var chosen: [Double] = []
}

extension TyingMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> TyingMeasurements {
        let items = (0..<parameters.replicates).map {
            TyingItem(
                replicate: $0, features: parameters.features, examples: parameters.examples,
                noiseVariance: parameters.noiseVariance, distances: parameters.distances,
                strengths: parameters.strengths)
        }
        let outcomes = try await lab.map("tied regressions", over: items) { item, lab in
            try item.outcome(lab.stream("tying", item.replicate))
        }
        let places = parameters.distances.indices
        return TyingMeasurements(
            curves: places.map { place in
                parameters.strengths.indices.map { strength in outcomes.map { $0.curves[place][strength] }.mean }
            },
            separate: places.map { place in outcomes.map { $0.separate[place] } },
            pooled: places.map { place in outcomes.map { $0.pooled[place] } },
            chosen: places.map { place in outcomes.map { $0.chosen[place] } })
    }
}

extension TyingItem {
    /// Every distance with the same inputs, noise and directions.
    fileprivate func outcome(_ stream: RandomStream) throws -> TyingOutcome {
        var outcome = TyingOutcome()
        for distance in distances {
            var stream = stream
            let center = stream.normals(features)
            let away = stream.normals(features)
            let half = away.scaled(by: 0.5 * distance / away.norm)
            let truths = (first: center.adding(half), second: center.subtracting(half))
            func draw(_ weights: [Double]) -> RegressionData {
                LinearFamily(weights: weights, noise: noiseVariance.squareRoot()).sample(examples, using: &stream)
            }
            let problem = TiedRegression(draw(truths.first), draw(truths.second))
            let validation = TiedRegression(draw(truths.first), draw(truths.second))
            func excess(_ first: [Double], _ second: [Double]) -> Double {
                let misses = [first.subtracting(truths.first), second.subtracting(truths.second)]
                return misses.reduce(0) { $0 + $1.dot($1) } / 2
            }
            let fits = try strengths.map { try problem.fit(alpha: $0) }
            let errors = fits.map { excess($0.first, $0.second) }
            let best = fits.map { -validation.loss($0.first, $0.second) }.indexOfMaximum
            let (first, second) = try problem.separate()
            let pooled = try problem.pooled()
            outcome.curves.append(errors)
            outcome.chosen.append(errors[best])
            outcome.separate.append(excess(first, second))
            outcome.pooled.append(excess(pooled, pooled))
        }
        return outcome
    }
}

extension LimitMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> LimitMeasurements {
        var stream = lab.stream("limits")
        func draw(_ features: Int) -> RegressionData {
            LinearFamily(weights: stream.normals(features)).sample(parameters.examples, using: &stream)
        }
        let problem = TiedRegression(draw(parameters.features), draw(parameters.features))
        let (first, second) = try problem.separate()
        let pooled = try problem.pooled()
        let (loose, tight) = (try problem.fit(alpha: 1e-9), try problem.fit(alpha: 1e9))
        let common = try problem.commonHessian(equations)
        let plane = TiedRegression(draw(2), draw(2))
        let alphas = (0...40).map { pow(10, Double($0) / 10 - 2) }
        let path = try alphas.map { try plane.fit(alpha: $0) }
        return LimitMeasurements(
            slope: try problem.largestSlope(alpha: 2, equations),
            separateError: max(loose.first.distance(to: first), loose.second.distance(to: second)),
            pooledError: max(tight.first.distance(to: pooled), tight.second.distance(to: pooled)),
            shrinkageError: common.shrinkage, sumError: common.sum, alphas: alphas, first: path.map(\.first),
            second: path.map(\.second), pooled: try plane.pooled())
    }
}

extension TiedRegression {
    /// The largest derivative of J + αΩ at the closed form, by central differences, which are exact for a quadratic.
    fileprivate func largestSlope(alpha: Double, _ equations: Equations) throws -> Double {
        let fit = try fit(alpha: alpha)
        let both = fit.first + fit.second
        let count = fit.first.count
        func objective(_ both: [Double]) -> Double {
            let (first, second) = (Array(both[..<count]), Array(both[count...]))
            return loss(first, second) + alpha * equations.tie(first, second)
        }
        let step = 1e-3
        return both.indices.map { place in
            let ends = [step, -step].map { side in
                var moved = both
                moved[place] += side
                return objective(moved)
            }
            return (ends[0] - ends[1]) / (2 * step)
        }.largestMagnitude
    }

    /// Both tasks on the first one's inputs: how far the difference of the models is from its shrinkage along
    /// eigenvectors, and their sum from that of the separate fits.
    fileprivate func commonHessian(_ equations: Equations) throws -> (shrinkage: Double, sum: Double) {
        let alpha = 3.0
        let same = TiedRegression(first, RegressionData(inputs: first.inputs, targets: second.targets))
        let free = try same.separate()
        let tied = try same.fit(alpha: alpha)
        let eigen = try first.inputs.gram.symmetricEigen()
        let before = eigen.vectors.transposedTimes(free.first.subtracting(free.second))
        let after = eigen.vectors.transposedTimes(tied.first.subtracting(tied.second))
        let shrunk = zip(before, eigen.values).map { $0 * equations.differenceShrinkage($1, alpha) }
        return (
            after.distance(to: shrunk), tied.first.adding(tied.second).distance(to: free.first.adding(free.second))
        )
    }
}

extension [Double] {
    func distance(to other: [Double]) -> Double { subtracting(other).norm }
}

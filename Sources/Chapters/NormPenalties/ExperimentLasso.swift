import Foundation
import Learning
import Notebook

extension LassoMeasurements {
    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) async throws -> LassoMeasurements {
        var stream = lab.stream("lasso")
        let gradients = gradientErrors(parameters, from: &stream, equations: equations)
        let thresholds = thresholdErrors(problems: 10 * parameters.problems, from: &stream, equations: equations)
        let sizes = comparedSizes(from: &stream, equations: equations)
        let correlated = try thresholdedLeastSquares(from: &stream, equations: equations)
        let axes = axisHits(from: &stream)
        let zeros = try await lab.map("exact zeros", over: Array(0..<parameters.replicates)) { replicate, lab in
            var stream = lab.stream("exact zeros", replicate)
            return ZeroCounts(from: &stream)
        }
        return LassoMeasurements(
            gradientError: gradients.gradient, sumError: gradients.sum,
            subgradientZeros: zeros.map(\.subgradient), proximalZeros: zeros.map(\.proximal),
            separableError: separability(parameters, from: &stream, equations: equations),
            thresholdError: thresholds.grid, thresholdProblems: 10 * parameters.problems, tieError: thresholds.tie,
            zeros: sizes.zeros, zeroProblems: sizes.problems, zerosAgreeing: sizes.agreeing,
            decayZeros: sizes.decayZeros, largerPrinted: sizes.printed, largerCorrected: sizes.corrected,
            tails: try await tails(parameters, in: lab, equations: equations),
            diagonalDistance: correlated.diagonal, correlatedDistance: correlated.distance,
            correlatedNorm: correlated.norm,
            axisHits: axes.lasso, axisHitsDecay: axes.decay, axisProblems: axes.problems,
            cosines: zeros.map(\.cosine), supportDifferences: zeros.map(\.supportDifference))
    }

    private static func gradientErrors(
        _ parameters: Parameters, from stream: inout RandomStream, equations: Equations
    ) -> (gradient: Double, sum: Double) {
        let data = SquaredLoss.random(examples: 30, dimensions: parameters.dimensions, from: &stream)
        let w = stream.normals(parameters.dimensions).map { $0 + ($0 < 0 ? -0.1 : 0.1) }
        let numeric = centralDifferences(at: w) { w in
            data.loss(at: w) + 0.7 * w.reduce(0) { $0 + ($1 < 0 ? -$1 : $1) }
        }
        let formula = equations.lassoGradient(w, 0.7, data.gradient(at: w))
        let sum = w.reduce(0) { $0 + ($1 < 0 ? -$1 : $1) }
        return (formula.subtracting(numeric).norm / numeric.norm, abs(equations.absoluteSum(w) - sum))
    }

    /// The minimizer for one weight by looking at every point of a grid of step 10⁻⁴ around the origin and w*.
    private static func gridMinimizer(gamma: Double, optimum: Double, beta: Double) -> Double {
        let reach = Int((abs(optimum) + 0.1) * 1e4)
        var best = (point: 0.0, value: Double.infinity)
        for step in -reach...reach {
            let w = Double(step) * 1e-4
            let value = gamma / 2 * (w - optimum) * (w - optimum) + beta * abs(w)
            if value < best.value { best = (w, value) }
        }
        return best.point
    }

    private static func thresholdErrors(
        problems: Int, from stream: inout RandomStream, equations: Equations
    ) -> (grid: Double, tie: Double) {
        var worst = 0.0
        for _ in 0..<problems {
            let gamma = stream.uniform(in: 0.2..<3)
            let optimum = stream.uniform(in: -2..<2)
            let beta = stream.uniform(in: 0..<2)
            let found = gridMinimizer(gamma: gamma, optimum: optimum, beta: beta)
            worst = max(worst, abs(found - equations.threshold(optimum, beta, gamma)))
        }
        let tie = [0.5, 1, 2].map { gamma in
            max(
                abs(equations.threshold(0.75, 0.75 * gamma, gamma)),
                abs(equations.threshold(-0.75, 0.75 * gamma, gamma)))
        }
        return (worst, tie.largestMagnitude)
    }

    private static func separability(
        _ parameters: Parameters, from stream: inout RandomStream, equations: Equations
    ) -> Double {
        let gammas = (0..<parameters.dimensions).map { _ in stream.uniform(in: 0.3..<2) }
        let optimum = stream.normals(parameters.dimensions)
        let hessian = Matrix.diagonal(gammas)
        var joint = [Double](repeating: 0, count: parameters.dimensions)
        for _ in 0..<2_000 {
            let moved = joint.subtracting(equations.quadraticGradient(joint, optimum, hessian).scaled(by: 0.5))
            joint = moved.map { $0 > 0.2 ? $0 - 0.2 : $0 < -0.2 ? $0 + 0.2 : 0 }
        }
        let separate = gammas.indices.map { gridMinimizer(gamma: gammas[$0], optimum: optimum[$0], beta: 0.4) }
        return joint.subtracting(separate).largestMagnitude
    }

    private struct ComparedSizes {
        var zeros = 0
        var problems = 0
        var agreeing = 0
        var decayZeros = 0
        var printed = 0.0
        var corrected = 0.0
    }

    /// One-weight problems: exact zeros of minimizers found by search, whether the formula has them too, and which of the two
    /// penalties leaves the larger weight.
    private static func comparedSizes(from stream: inout RandomStream, equations: Equations) -> ComparedSizes {
        var sizes = ComparedSizes()
        var kept = 0
        var printed = 0
        var corrected = 0
        for problem in 0..<4_000 {
            let gamma = stream.uniform(in: 0.2..<3)
            let optimum = stream.normal()
            let beta = stream.uniform(in: 0..<1)
            let alpha = stream.uniform(in: 0.05..<2)
            let lasso = equations.threshold(optimum, beta, gamma)
            let decayed = equations.survivingShare(gamma, alpha) * optimum
            // A search with finite steps can't tell a weight from zero that is nearer to it than a step.
            if problem < 400, abs(abs(optimum) - beta / gamma) > 2e-4 {
                let found = gridMinimizer(gamma: gamma, optimum: optimum, beta: beta)
                sizes.problems += 1
                if found == 0 { sizes.zeros += 1 }
                if (found == 0) == (lasso == 0) { sizes.agreeing += 1 }
                let descended = GradientDescent.minimize(from: [0], stepSize: 1 / (gamma + alpha + 1), until: 1e-14) {
                    [gamma * ($0[0] - optimum) + alpha * $0[0]]
                }
                if descended[0] == 0 { sizes.decayZeros += 1 }
            }
            guard lasso != 0 else { continue }
            kept += 1
            let larger = abs(lasso) > abs(decayed)
            if !larger { printed += 1 }
            if larger != (abs(optimum) > beta * (gamma + alpha) / (alpha * gamma)) { corrected += 1 }
        }
        sizes.printed = Double(printed) / Double(kept)
        sizes.corrected = Double(corrected) / Double(kept)
        return sizes
    }

    /// Lasso against thresholded least squares with features of correlation 0.8.
    private static func thresholdedLeastSquares(
        from stream: inout RandomStream, equations: Equations
    ) throws -> (distance: Double, norm: Double, diagonal: Double) {
        let parts = Matrix(rows: 60, columns: 6, elements: stream.normals(360))
        let inputs = Matrix(rows: 60, columns: 5) {
            0.8.squareRoot() * parts[$0, 0] + 0.2.squareRoot() * parts[$0, $1 + 1]
        }
        let targets = (inputs * [1, -0.5, 0, 0.5, 0]).adding(stream.normals(60))
        func distance(_ data: SquaredLoss) throws -> (distance: Double, norm: Double) {
            let lasso = ProximalDescent.minimize(data, beta: 0.3, steps: 5_000)
            let gammas = data.hessian.diagonal
            let separate = zip(try data.optimum(), gammas).map { equations.threshold($0, 0.3, $1) }
            return (lasso.subtracting(separate).norm, lasso.norm)
        }
        let correlated = try distance(SquaredLoss(inputs: inputs, targets: targets))
        // Columns without overlap: the same formula must then be right.
        let apart = Matrix(rows: 60, columns: 5) { $0 % 5 == $1 ? inputs[$0, $1] : 0 }
        let diagonal = try distance(
            SquaredLoss(inputs: apart, targets: (apart * [3, -2, 0, 2, 0.1]).adding(stream.normals(60))))
        return (correlated.distance, correlated.norm, diagonal.distance)
    }

    /// Random correlated bowls in two weights whose penalized minimizer has an exact zero.
    private static func axisHits(from stream: inout RandomStream) -> (lasso: Int, decay: Int, problems: Int) {
        let problems = 400
        var lasso = 0
        var decay = 0
        for _ in 0..<problems {
            let parts = Matrix(rows: 3, columns: 2, elements: stream.normals(6))
            let data = SquaredLoss(inputs: parts, targets: stream.normals(3).scaled(by: 2))
            if ProximalDescent.minimize(data, beta: 0.3, steps: 3_000).contains(0) { lasso += 1 }
            let decayed = GradientDescent.minimize(
                from: [0, 0], stepSize: 1 / (data.hessian.diagonal.reduce(0, +) + 0.3), until: 1e-12
            ) { w in data.gradient(at: w).adding(w.scaled(by: 0.3)) }
            if decayed.contains(0) { decay += 1 }
        }
        return (lasso, decay, problems)
    }
}

/// One data set of 100 examples and 20 features of which four matter, minimized in three ways.
struct ZeroCounts: Codable, Sendable {
    /// Exact zeros among the twenty weights.
    let subgradient: Int
    let proximal: Int
    /// Between the lasso and ridge at equal training loss.
    let cosine: Double
    /// Weights that ridge keeps and the lasso drops.
    let supportDifference: Int

    static let features = 20

    init(from stream: inout RandomStream) {
        let features = ZeroCounts.features
        let inputs = Matrix(rows: 100, columns: features, elements: stream.normals(100 * features))
        let truth = [2, -1.5, 1, 0.5] + [Double](repeating: 0, count: features - 4)
        let data = SquaredLoss(inputs: inputs, targets: (inputs * truth).adding(stream.normals(100)))
        let beta = 0.25
        let lasso = ProximalDescent.minimize(data, beta: beta, steps: 800)
        let followed = ProximalDescent.subgradient(
            data, beta: beta, stepSize: 0.01, steps: 3_000, from: stream.normals(features).scaled(by: 0.1))
        let ridge = ZeroCounts.ridge(of: data, atLoss: data.loss(at: lasso))
        subgradient = followed.count { $0 == 0 }
        proximal = lasso.count { $0 == 0 }
        cosine = lasso.dot(ridge) / (lasso.norm * ridge.norm)
        supportDifference = ridge.count { $0 != 0 } - lasso.count { $0 != 0 }
    }

    /// The ridge solution whose training loss is `target`, by bisection on the logarithm of α.
    private static func ridge(of data: SquaredLoss, atLoss target: Double) -> [Double] {
        var low = -8.0
        var high = 4.0
        var w: [Double] = []
        for _ in 0..<40 {
            let alpha = exp((low + high) / 2)
            w = GradientDescent.minimize(
                from: w.isEmpty ? [Double](repeating: 0, count: data.inputs.columns) : w,
                stepSize: 1 / (3 + alpha), until: 1e-7
            ) { data.gradient(at: $0).adding($0.scaled(by: alpha)) }
            if data.loss(at: w) < target { low = log(alpha) } else { high = log(alpha) }
        }
        return w
    }
}

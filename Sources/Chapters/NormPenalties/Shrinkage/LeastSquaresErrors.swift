import LinearAlgebra
import LinearModels

/// The draft's factor of two, and ridge regression as least squares on other data.
struct LeastSquaresErrors {
    /// The printed objective: distance of its minimizer from the solution with α and with α/2.
    let printed: Double
    let corrected: Double
    /// Ridge against least squares on augmented data.
    let augmentation: Double
    /// Differences of the first weight with noisy inputs and ridge, one a replicate.
    let noise: [Double]

    init(_ parameters: Shrinkage.Parameters, from stream: inout RandomStream) throws {
        let alpha = 8.0
        let data = SquaredLoss.random(examples: 40, dimensions: parameters.dimensions, from: &stream)
        let inputs = data.inputs
        let ridge = { (alpha: Double) in
            try inputs.gram.addingToDiagonal(alpha).choleskySolve(inputs.transposedTimes(data.targets))
        }
        let step = 0.5 / (inputs.gram.diagonal.reduce(0, +) + alpha)
        let printedObjective = GradientDescent.minimize(from: try ridge(1), stepSize: step, until: 1e-11) { w in
            inputs.transposedTimes((inputs * w).subtracting(data.targets)).scaled(by: 2).adding(w.scaled(by: alpha))
        }

        let size = parameters.dimensions
        let augmented = SquaredLoss(
            inputs: Matrix(rows: inputs.rows + size, columns: size) { row, column in
                row < inputs.rows ? inputs[row, column] : row - inputs.rows == column ? alpha.squareRoot() : 0
            },
            targets: data.targets + [Double](repeating: 0, count: size))

        let plain = GradientDescent.minimize(
            from: [Double](repeating: 0, count: size), stepSize: 1 / augmented.hessian.diagonal.reduce(0, +),
            until: 1e-13, gradient: augmented.gradient)

        printed = printedObjective.subtracting(try ridge(alpha)).norm
        corrected = printedObjective.subtracting(try ridge(alpha / 2)).norm
        augmentation = plain.subtracting(try ridge(alpha)).norm
        noise = try Self.noisyInputs(data, alpha: alpha, replicates: parameters.draws, from: &stream)
    }

    /// The first weight of least squares on many noisy copies of the inputs, minus that of ridge, one a replicate.
    ///
    /// Noise of variance α/m on each entry adds αI to the expected XᵀX. Each replicate averages
    /// the second moments of its copies, to first order around their expectation, so that its mean is that of ridge.
    private static func noisyInputs(
        _ data: SquaredLoss, alpha: Double, replicates: Int, from stream: inout RandomStream
    ) throws -> [Double] {
        let inputs = data.inputs
        let expected = try Cholesky(inputs.gram.addingToDiagonal(alpha))
        let ridge = expected.solve(inputs.transposedTimes(data.targets))
        let deviation = (alpha / data.examples).squareRoot()
        return (0..<replicates).map { _ in
            let noisy = Matrix(rows: inputs.rows, columns: inputs.columns) {
                inputs[$0, $1] + deviation * stream.normal()
            }
            let slope = noisy.gram * ridge
            return expected.solve(noisy.transposedTimes(data.targets).subtracting(slope))[0]
        }
    }
}

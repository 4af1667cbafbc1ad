import LinearAlgebra

/// The mean squared error ½‖Xw−y‖²/m of a linear model on m examples.
public struct SquaredLoss: Sendable {
    /// m × d.
    public let inputs: Matrix
    public let targets: [Double]

    public init(inputs: Matrix, targets: [Double]) {
        precondition(inputs.rows == targets.count, "\(inputs.rows) examples, \(targets.count) targets")
        self.inputs = inputs
        self.targets = targets
    }

    /// Standard normal inputs, true weights and noise.
    public static func random(examples: Int, dimensions: Int, from stream: inout RandomStream) -> SquaredLoss {
        let inputs = Matrix(rows: examples, columns: dimensions, elements: stream.normals(examples * dimensions))
        let targets = (inputs * stream.normals(dimensions)).adding(stream.normals(examples))
        return SquaredLoss(inputs: inputs, targets: targets)
    }

    /// The number of examples m.
    public var examples: Double { Double(inputs.rows) }

    /// XᵀX/m.
    public var hessian: Matrix { (1 / examples) * inputs.gram }

    public func loss(at w: [Double]) -> Double {
        let residual = (inputs * w).subtracting(targets)
        return residual.dot(residual) / (2 * examples)
    }

    public func gradient(at w: [Double]) -> [Double] {
        inputs.transposedTimes((inputs * w).subtracting(targets)).scaled(by: 1 / examples)
    }

    /// The minimizer.
    ///
    /// - Throws: `LearningError.singular` when the inputs are linearly dependent (see `LeastSquares.dependence`), also without
    ///   features and for values that are not finite.
    public func optimum() throws(LearningError) -> [Double] {
        guard inputs.columns > 0 else { throw .empty(what: "features") }
        try targets.requireFinite("Target")
        return try LeastSquares(inputs).solve(targets, "XᵀX")
    }
}

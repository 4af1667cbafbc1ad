import LinearAlgebra

/// Ridge regression on inputs that stay as they are while the noise on the targets is drawn again and again.
struct FixedDesign {
    let inputs: Matrix
    let weights: [Double]
    let noise: Double

    func squaredBias(_ alpha: Double, _ equations: Equations) throws -> Double {
        let eigen = try inputs.gram.symmetricEigen()
        return equations.squaredBias(eigen.values, eigen.vectors.transposedTimes(weights), alpha)
    }

    func variance(_ alpha: Double, _ equations: Equations) throws -> Double {
        try equations.variance(inputs.gram.symmetricEigen().values, noise, alpha)
    }

    /// E‖ŵ − β‖² from the matrix that maps targets to weights: ŵ = Ay, so that ŵ − β = (AX − I)β + A·noise.
    func error(_ alpha: Double) throws -> Double {
        let map = try inputs.gram.addingToDiagonal(alpha).choleskySolve(inputs.transposed)
        let systematic = (map * (inputs * weights)).subtracting(weights)
        return systematic.dot(systematic) + noise * noise * map.elements.dot(map.elements)
    }
}

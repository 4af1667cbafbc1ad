import LinearAlgebra

extension LassoProblem {
    /// The weights for one penalty; those of least squares for a penalty of 0.
    /// - Parameters:
    ///   - tolerance: the relative duality gap at which to stop, above 0.
    ///   - maximumSweeps: how often to go over the weights at most.
    /// - Throws: `LearningError` for settings out of range, `notConverged`, or `singular` for a penalty of 0 with
    ///   dependent columns.
    public func solution(
        penalty: Double, tolerance: Double = 1e-10, maximumSweeps: Int = 100_000
    ) throws(LearningError) -> LassoSolution {
        try path(penalties: [penalty], tolerance: tolerance, maximumSweeps: maximumSweeps)[0]
    }

    /// The weights for each of `penalties`, each started from the one before: give them in descending order to be fast.
    /// - Parameters:
    ///   - tolerance: the relative duality gap at which to stop, above 0.
    ///   - maximumSweeps: how often to go over the weights at most, for one penalty.
    /// - Throws: as `solution`.
    public func path(
        penalties: [Double], tolerance: Double = 1e-10, maximumSweeps: Int = 100_000
    ) throws(LearningError) -> [LassoSolution] {
        try requireTolerance(tolerance)
        try requireSteps(maximumSweeps, "Sweeps")
        var descent = CoordinateDescent(self)
        var solutions: [LassoSolution] = []
        var before: (penalty: Double, weights: [Double], gradient: [Double])?
        var last: Double?
        for penalty in penalties {
            try requirePenalty(penalty)
            guard penalty > 0 else {
                let weights = data.unscaled(try LeastSquares(data.x).solve(data.y, "XᵀX"))
                solutions.append(
                    LassoSolution(penalty: 0, model: data.model(weights), relativeGap: 0, sweeps: 0))
                continue
            }
            let now = descent.state
            if let before, let last, last != before.penalty {
                descent.extrapolate(
                    by: (penalty - last) / (last - before.penalty), from: (before.weights, before.gradient))
            }
            before = last.map { ($0, now.weights, now.gradient) }
            last = penalty
            let (l1, l2) = strengths(penalty: penalty)
            let (gap, sweeps) = descent.run(l1: l1, l2: l2, tolerance: tolerance, maximumSweeps: maximumSweeps)
            guard gap <= tolerance else {
                throw .notConverged(
                    what: "The relative duality gap of the lasso at penalty \(penalty)", steps: sweeps, gap: gap,
                    tolerance: tolerance)
            }
            let weights = data.unscaled(descent.weights)
            try weights.requireFinite("Weight")
            solutions.append(
                LassoSolution(penalty: penalty, model: data.model(weights), relativeGap: gap, sweeps: sweeps))
        }
        return solutions
    }
}

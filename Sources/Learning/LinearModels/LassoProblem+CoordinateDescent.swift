extension LassoProblem {
    /// The weights for one penalty.
    /// - Parameters:
    ///   - tolerance: the relative duality gap at which to stop.
    ///   - maximumSweeps: how often to go over the weights at most.
    /// - Throws: `LearningError` for a negative penalty, or `notConverged`.
    public func solution(
        penalty: Double, tolerance: Double = 1e-10, maximumSweeps: Int = 100_000
    ) throws(LearningError) -> LassoSolution {
        try path(penalties: [penalty], tolerance: tolerance, maximumSweeps: maximumSweeps)[0]
    }

    /// The weights for each of `penalties`, each started from the one before: give them in descending order to be fast.
    /// - Parameters:
    ///   - tolerance: the relative duality gap at which to stop.
    ///   - maximumSweeps: how often to go over the weights at most, for one penalty.
    /// - Throws: `LearningError` for a negative penalty, or `notConverged`.
    public func path(
        penalties: [Double], tolerance: Double = 1e-10, maximumSweeps: Int = 100_000
    ) throws(LearningError) -> [LassoSolution] {
        var descent = CoordinateDescent(self)
        var solutions: [LassoSolution] = []
        var before: (penalty: Double, weights: [Double], gradient: [Double])?
        for penalty in penalties {
            try requirePenalty(penalty)
            let now = descent.state
            if let before, let last = solutions.last?.penalty, last != before.penalty {
                descent.extrapolate(
                    by: (penalty - last) / (last - before.penalty), from: (before.weights, before.gradient))
            }
            before = solutions.last.map { ($0.penalty, now.weights, now.gradient) }
            let l1 = penalty * factor * l1Share
            let l2 = penalty * factor * (1 - l1Share)
            let (gap, sweeps) = descent.run(l1: l1, l2: l2, tolerance: tolerance, maximumSweeps: maximumSweeps)
            guard gap <= tolerance else {
                throw .notConverged(
                    what: "The relative duality gap of the lasso at penalty \(penalty)", steps: sweeps, gap: gap,
                    tolerance: tolerance)
            }
            solutions.append(
                LassoSolution(
                    penalty: penalty, model: data.model(descent.weights), relativeGap: gap, sweeps: sweeps))
        }
        return solutions
    }
}

import LinearAlgebra

/// Minimizes a smooth function of many variables by limited-memory BFGS with a line search that meets the strong Wolfe
/// conditions (Nocedal and Wright 2006, algorithms 7.5, 3.5 and 3.6).
public struct LBFGS: Sendable {
    /// Stops when the largest entry of the gradient is at most this, above 0. What is small depends on the function: give
    /// it variables of a scale at which its curvature is about 1.
    public var tolerance: Double
    public var maximumSteps: Int
    /// How many pairs of steps and gradient changes are remembered, at least 1.
    public var memory: Int

    public init(tolerance: Double = 1e-8, maximumSteps: Int = 10_000, memory: Int = 10) {
        self.tolerance = tolerance
        self.maximumSteps = maximumSteps
        self.memory = memory
    }

    /// A point that was found.
    public struct Minimum: Sendable, Equatable {
        public let point: [Double]
        public let value: Double
        /// The largest entry of the gradient.
        public let gradientSize: Double
        public let steps: Int
    }

    /// Minimizes `function`, which gives value and gradient, from `start`.
    ///
    /// When rounding keeps the line search from finding a lower value, the point is returned if its gradient is at most
    /// 1000 times the tolerance.
    /// - Throws: `LearningError.notConverged`; `notFinite` when value or gradient at the start are not finite, or the value
    ///   falls without bound; `outOfRange` for settings; `sizesDisagree` for a gradient of another length.
    public func minimize(
        from start: [Double], _ function: ([Double]) -> (value: Double, gradient: [Double])
    ) throws(LearningError) -> Minimum {
        try requireTolerance(tolerance)
        try requireSteps(maximumSteps)
        guard memory >= 1 else { throw .outOfRange(setting: "Memory", value: Double(memory), allowed: "at least 1") }
        try start.requireFinite("Entry of the start")
        var point = start
        var (value, gradient) = function(start)
        guard value.isFinite else { throw .notFinite(what: "Value of step", index: 0, value: value) }
        guard gradient.count == start.count else {
            throw .sizesDisagree(
                what: "Entries of the gradient", gradient.count, other: "entries of the start", start.count)
        }
        try gradient.requireFinite("Entry of the gradient")
        var pairs: [Pair] = []
        for step in 0..<maximumSteps {
            let size = gradient.largestMagnitude
            if size <= tolerance {
                return Minimum(point: point, value: value, gradientSize: size, steps: step)
            }
            var direction = descentDirection(gradient, pairs)
            var slope = direction.dot(gradient)
            if !(slope < 0) {
                pairs = []
                direction = gradient.map { -$0 }
                slope = -gradient.dot(gradient)
            }
            let search = LineSearch(value: value, slope: slope)
            let found = search.run(first: pairs.isEmpty ? min(1, 1 / gradient.norm) : 1) { length in
                let there = zip(point, direction).map { $0 + length * $1 }
                let (value, gradient) = function(there)
                guard gradient.count == there.count, gradient.largestMagnitude.isFinite else {
                    // No place to go on from: as if the value there were too high.
                    return LineSearch.Trial(
                        length: length, value: .infinity, slope: .nan, point: there, gradient: gradient)
                }
                return LineSearch.Trial(
                    length: length, value: value, slope: gradient.dot(direction), point: there, gradient: gradient)
            }
            guard let next = found else {
                if !pairs.isEmpty {
                    pairs = []
                    continue
                }
                guard size <= 1000 * tolerance else {
                    throw .notConverged(
                        what: "The largest entry of the gradient", steps: step, gap: size, tolerance: tolerance)
                }
                return Minimum(point: point, value: value, gradientSize: size, steps: step)
            }
            guard next.value.isFinite else {
                throw .notFinite(what: "Value of step", index: step + 1, value: next.value)
            }
            let pair = Pair(step: next.point.subtracting(point), change: next.gradient.subtracting(gradient))
            if pair.curvature > 0 { pairs.append(pair) }
            if pairs.count > memory { pairs.removeFirst() }
            (point, value, gradient) = (next.point, next.value, next.gradient)
        }
        throw .notConverged(
            what: "The largest entry of the gradient", steps: maximumSteps, gap: gradient.largestMagnitude,
            tolerance: tolerance)
    }

    private struct Pair {
        let step: [Double]
        let change: [Double]
        let curvature: Double

        init(step: [Double], change: [Double]) {
            self.step = step
            self.change = change
            curvature = step.dot(change)
        }
    }

    /// −Hg by the two-loop recursion.
    private func descentDirection(_ gradient: [Double], _ pairs: [Pair]) -> [Double] {
        var q = gradient
        var shares: [Double] = []
        for pair in pairs.reversed() {
            let share = pair.step.dot(q) / pair.curvature
            shares.append(share)
            for i in q.indices { q[i] -= share * pair.change[i] }
        }
        if let last = pairs.last {
            let scale = last.curvature / last.change.dot(last.change)
            for i in q.indices { q[i] *= scale }
        }
        for (pair, share) in zip(pairs, shares.reversed()) {
            let correction = share - pair.change.dot(q) / pair.curvature
            for i in q.indices { q[i] += correction * pair.step[i] }
        }
        return q.map { -$0 }
    }
}

import LinearAlgebra

/// Cyclic coordinate descent for ½ ‖y − Xw‖² + Σ l1ⱼ |wⱼ| + ½ Σ l2ⱼ wⱼ² on the Gram matrix
/// (Friedman, Hastie and Tibshirani 2010). Weights stay from one run to the next: a warm start.
struct CoordinateDescent {
    private let gram: Matrix
    private let squares: [Double]
    private let correlations: [Double]
    private let energy: Double
    private let isBalanced: Bool
    private(set) var weights: [Double]
    /// Xᵀ(y − Xw).
    private var gradient: [Double]

    init(_ problem: LassoProblem) {
        gram = problem.gram
        squares = problem.squares
        correlations = problem.correlations
        energy = problem.energy
        isBalanced = problem.data.isBalanced
        weights = Array(repeating: 0, count: problem.features)
        gradient = problem.correlations
    }

    /// Goes over the weights until the relative duality gap is at most `tolerance`.
    mutating func run(
        l1: [Double], l2: [Double], tolerance: Double, maximumSweeps: Int
    ) -> (gap: Double, sweeps: Int) {
        let measure = DualityGap(l1: l1, l2: l2, energy: energy, squares: squares)
        // What updates have left of rounding is more than the gradient of a column of small penalty.
        if !isBalanced { gradient = correlations.subtracting(gram * weights) }
        var sweeps = 0
        while true {
            // From w, Xᵀy and Xᵀr alone: rᵀr = yᵀy − wᵀXᵀy − wᵀXᵀr, and rᵀy = yᵀy − wᵀXᵀy.
            let explained = weights.dot(correlations)
            let gap = measure.relative(
                gradient: gradient, weights: weights,
                residualEnergy: max(energy - explained - weights.dot(gradient), 0), residualTarget: energy - explained)
            if gap <= tolerance || sweeps >= maximumSweeps { return (gap, sweeps) }
            sweep(l1: l1, l2: l2)
            sweeps += 1
        }
    }

    /// Moves the weights on along the line through the last two solutions, because a path is piecewise linear in the
    /// penalty. A weight that would change its sign, or is zero, stays.
    mutating func extrapolate(by ratio: Double, from before: (weights: [Double], gradient: [Double])) {
        for i in gradient.indices { gradient[i] += ratio * (gradient[i] - before.gradient[i]) }
        for j in weights.indices {
            let change = ratio * (weights[j] - before.weights[j])
            if change == 0 { continue }
            let moved = weights[j] + change
            if moved * weights[j] > 0 {
                weights[j] = moved
            } else {
                // The gradient was moved as if this weight had moved too.
                addToGradient(change, j)
            }
        }
    }

    var state: (weights: [Double], gradient: [Double]) { (weights, gradient) }

    private mutating func addToGradient(_ change: Double, _ j: Int) {
        let count = weights.count
        gram.elements.withUnsafeBufferPointer { gram in
            gradient.withUnsafeMutableBufferPointer { gradient in
                guard let row = gram.baseAddress, let target = gradient.baseAddress else { return }
                BLAS.add(change, row + j * count, to: target, count: count)
            }
        }
    }

    private mutating func sweep(l1: [Double], l2: [Double]) {
        let count = weights.count
        gram.elements.withUnsafeBufferPointer { gram in
            weights.withUnsafeMutableBufferPointer { weights in
                gradient.withUnsafeMutableBufferPointer { gradient in
                    guard let rows = gram.baseAddress, let target = gradient.baseAddress else { return }
                    for j in 0..<count {
                        let square = rows[j * count + j]
                        guard square + l2[j] > 0 else { continue }
                        let old = weights[j]
                        let new = softThreshold(target[j] + square * old, l1[j]) / (square + l2[j])
                        guard new != old else { continue }
                        weights[j] = new
                        BLAS.add(old - new, rows + j * count, to: target, count: count)
                    }
                }
            }
        }
    }
}

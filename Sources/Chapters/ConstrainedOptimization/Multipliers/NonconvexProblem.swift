import LinearAlgebra
import LinearModels

/// J = −w³ under |w| ≤ 1.
public struct NonconvexProblem: Codable, Sendable {
    /// The constrained minimizer, by a search on a grid.
    public let minimizer: Double
    /// −dJ*/dk there.
    public let multiplier: Double
    /// The second derivative of the penalized objective there.
    public let curvature: Double
    /// Where descent on the penalized objective ends that starts just inside.
    public var descentEnd: Double
    public let places: [Double]
    public let loss: [Double]
    public let penalized: [Double]

    init(_ equations: Equations) {
        let loss = { (w: Double) in -w * w * w }
        // The constrained minimum for half a squared weight of at most k, on a grid that holds both ends.
        let constrained = { (k: Double) in
            let radius = (2 * k).squareRoot()
            let grid = (0...4_000).map { radius * (Double($0) / 2_000 - 1) }
            return grid.min { loss($0) < loss($1) } ?? .nan
        }
        let minimizer = constrained(0.5)
        let multiplier = -(loss(constrained(0.5 + 1e-4)) - loss(constrained(0.5 - 1e-4))) / 2e-4
        let penalized = { (w: Double) in equations.penalized(loss(w), multiplier, equations.penalty([w])) }
        let end = GradientDescent.minimize(from: [minimizer - 0.01], stepSize: 0.05, until: 1e-9, atMost: 2_000) { w in
            w.centralDifferences(step: 1e-4) { penalized($0[0]) }
        }
        let places = (0...90).map { -0.6 + 0.025 * Double($0) }
        self.minimizer = minimizer
        self.multiplier = multiplier
        curvature = (penalized(minimizer + 1e-3) - 2 * penalized(minimizer) + penalized(minimizer - 1e-3)) / 1e-6
        descentEnd = end[0]
        self.places = places
        self.loss = places.map(loss)
        self.penalized = places.map(penalized)
    }
}

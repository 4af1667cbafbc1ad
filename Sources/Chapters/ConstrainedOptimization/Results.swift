/// Everything that the page on constraints shows.
public struct Results: Codable, Sendable {
    public var convex: ConvexMeasurements
    public var region: RegionMeasurements
    public var nonconvex: NonconvexMeasurements
    public var projection: ProjectionMeasurements
    public var chain: ChainMeasurements
    public var deadUnits: DeadUnitMeasurements
    public var rates: RateMeasurements
    public let parameters: Parameters
}

/// What was measured about the Lagrange function on convex problems.
public struct ConvexMeasurements: Codable, Sendable {
    /// The constrained minimum minus the largest minimum of L over w, and minus the least maximum over α.
    public var dualityGap: Double
    public var maximumGap: Double
    /// Distance of the saddle point from the constrained minimizer.
    public var saddleDistance: Double
    /// α(Ω − k), where the constraint binds and where it does not.
    public var slackness: Double
    /// Dual ascent: distance of the multiplier and of Ω from where they should end.
    public var ascentMultiplierError: Double
    public var ascentPenaltyError: Double
    /// The multiplier that dual ascent ends at when the unconstrained minimizer is feasible.
    public var idleMultiplier: Double
    /// Times that the multiplier moved the wrong way: against the sign of Ω − k.
    public var wrongMoves: Int
    /// Ω where dual ascent on the norm itself ends, over k.
    public let normRulePenalty: Double
    /// Dual ascent on the first problem: the multiplier and Ω/k after each step, and the multiplier it should reach.
    public let multipliers: [Double]
    public let penalties: [Double]
    public let multiplier: Double
    /// Distance of the minimizer of 7.13 with the multiplier fixed from the constrained one.
    public var penalizedDistance: Double
    /// Largest distance between minimizers from random starts, squared and logistic loss.
    public var squaredSpread: Double
    public var logisticSpread: Double
}

/// What was measured about the multiplier and the size of the region.
public struct RegionMeasurements: Codable, Sendable {
    /// Multipliers, and Ω of the penalized minimizer at each, one row a problem.
    public let alphas: [Double]
    public var sizes: [[Double]]
    /// Largest increase of Ω with α; 0 if none.
    public var increase: Double
    /// Constrained problems solved for some of those sizes: k and the multiplier found, one row a problem.
    public let constrainedSizes: [[Double]]
    public let constrainedMultipliers: [[Double]]
    /// Relative distance of those multipliers from the α that k was computed from, and of the minimizers.
    public var multiplierError: Double
    public var minimizerError: Double
    /// Ω at the same α for targets doubled, over Ω for the targets as they are.
    public var sizeRatio: Double
}

/// J = −w³ under |w| ≤ 1.
public struct NonconvexMeasurements: Codable, Sendable {
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
}

/// What was measured about gradient steps with projection.
public struct ProjectionMeasurements: Codable, Sendable {
    /// Distance of projected gradient descent from the constrained minimizer.
    public var distance: Double
    /// Largest excess of Ω over k after a stochastic step, relative.
    public var violation: Double
    public let stochasticSteps: Int
    /// Distance of the projected stochastic run from the constrained minimizer, relative to its norm.
    public let stochasticDistance: Double
    /// How much nearer than the projection a feasible point was found; 0 if none.
    public var nearerPoint: Double
    /// Paths in two weights: with projection, with the penalty whose multiplier matches.
    public let picture: ProjectionPicture
}

/// Two weights, a ball, and two ways into the same point.
public struct ProjectionPicture: Codable, Sendable {
    public let hessian: [[Double]]
    public let optimum: [Double]
    public let k: Double
    public let multiplier: Double
    public let projected: [[Double]]
    public let penalized: [[Double]]
    /// The steps before projection.
    public let unprojected: [[Double]]
}

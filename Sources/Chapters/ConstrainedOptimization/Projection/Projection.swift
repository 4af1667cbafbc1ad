import Laboratory
import LinearAlgebra
import LinearModels

/// Gradient steps that are followed by a projection onto the nearest feasible point.
public struct Projection: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Does a step downhill followed by a projection keep and solve a constraint?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weights of the convex problems", in: 1...100) public var dimensions = 5
        @Parameter("convex problems", in: 1...10_000) public var problems = 10
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
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
        public let picture: Picture
    }

    /// Two weights, a ball, and two ways into the same point.
    public struct Picture: Codable, Sendable {
        public let hessian: [[Double]]
        public let optimum: [Double]
        public let k: Double
        public let multiplier: Double
        public let projected: [[Double]]
        public let penalized: [[Double]]
        /// The steps before projection.
        public let unprojected: [[Double]]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("projection")
        let problems = try (0..<parameters.problems).map { _ in
            try ConstrainedProblem(dimensions: parameters.dimensions, from: &stream)
        }
        var distance = 0.0
        for problem in problems {
            let path = projectedPath(problem.data, k: problem.k, steps: 2_000, rate: 0.3)
            let end = path.last ?? []
            distance = .worse(distance, end.subtracting(problem.solution.minimizer).norm)
        }
        let stochastic = stochasticRun(problems[0], from: &stream)
        return Results(
            distance: distance, violation: stochastic.violation, stochasticSteps: Self.stochasticSteps,
            stochasticDistance: stochastic.end.subtracting(problems[0].solution.minimizer).norm
                / problems[0].solution.minimizer.norm,
            nearerPoint: nearerPoint(parameters, from: &stream), picture: try picture())
    }

    private static let stochasticSteps = 5_000

    // snippet.projected-descent
    /// A step downhill on J, then back to the nearest feasible point.
    private func projectedPath(
        _ data: SquaredLoss, k: Double, steps: Int, rate: Double, from start: [Double]? = nil
    ) -> [[Double]] {
        var w = start ?? [Double](repeating: 0, count: data.inputs.columns)
        var path = [w]
        for _ in 0..<steps {
            w = equations.projection(w.subtracting(data.gradient(at: w).scaled(by: rate)), k)
            path.append(w)
        }
        return path
    }
    // snippet.end

    /// Steps on one random example each, with a rate that falls.
    private func stochasticRun(
        _ problem: ConstrainedProblem, from stream: inout RandomStream
    ) -> (end: [Double], violation: Double) {
        let data = problem.data
        var w = [Double](repeating: 0, count: data.inputs.columns)
        var violation = 0.0
        for step in 0..<Self.stochasticSteps {
            let index = stream.index(below: data.inputs.rows)
            let x = data.inputs.row(index)
            let error = w.dot(x) - data.targets[index]
            let moved = w.subtracting(x.scaled(by: error * 0.1 / (1 + 0.01 * Double(step))))
            w = equations.projection(moved, problem.k)
            violation = .worse(violation, equations.penalty(w) / problem.k - 1)
        }
        return (w, max(0, violation))
    }

    /// Random feasible points that lie nearer to a random point than its projection does: by how much at most.
    private func nearerPoint(
        _ parameters: Parameters, from stream: inout RandomStream
    ) -> Double {
        var worst = 0.0
        for _ in 0..<200 {
            let w = stream.normals(parameters.dimensions).scaled(by: stream.uniform(in: 0.1..<3))
            let k = stream.uniform(in: 0.2..<2)
            let nearest = equations.projection(w, k)
            for size in [1.0, 0.1, 0.01] {
                let direction = stream.normals(parameters.dimensions)
                var other = nearest.adding(direction.scaled(by: size / direction.norm))
                let penalty = other.dot(other) / 2
                if penalty > k { other = other.scaled(by: (k / penalty).squareRoot() * (1 - 1e-12)) }
                worst = .worse(worst, nearest.subtracting(w).norm - other.subtracting(w).norm)
            }
        }
        return worst
    }

    /// Two weights of different curvature, started outside the ball's best point by either algorithm.
    private func picture() throws -> Picture {
        let inputs = Matrix([[1.2, 0.3], [-0.4, 1.1], [0.9, 0.9], [-0.7, 0.6]])
        let data = SquaredLoss(inputs: inputs, targets: inputs * [1.9, 1.3])
        let k = 0.72
        let solution = try BarrierMethod(data, k: k)
        let rate = 0.5
        let projected = projectedPath(data, k: k, steps: 25, rate: rate, from: [-0.9, 0.6])
        var w = projected[0]
        var penalized = [w]
        for _ in 0..<25 {
            w = w.subtracting(data.gradient(at: w).adding(w.scaled(by: solution.multiplier)).scaled(by: rate))
            penalized.append(w)
        }
        return Picture(
            hessian: [data.hessian.row(0), data.hessian.row(1)], optimum: [1.9, 1.3], k: k,
            multiplier: solution.multiplier, projected: projected, penalized: penalized,
            unprojected: projected.dropLast().map { $0.subtracting(data.gradient(at: $0).scaled(by: rate)) })
    }
}

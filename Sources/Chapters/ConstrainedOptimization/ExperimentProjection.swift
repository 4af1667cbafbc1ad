import Learning
import Notebook

extension ProjectionMeasurements {
    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) throws -> ProjectionMeasurements {
        var stream = lab.stream("projection")
        let problems = try (0..<parameters.problems).map { _ in
            try ConstrainedProblem(dimensions: parameters.dimensions, from: &stream)
        }
        var distance = 0.0
        for problem in problems {
            let path = projectedPath(problem.data, k: problem.k, steps: 2_000, rate: 0.3, equations)
            let end = path.last ?? []
            distance = Double.worse(distance, end.subtracting(problem.solution.minimizer).norm)
        }
        let stochastic = stochasticRun(problems[0], from: &stream, equations)
        return ProjectionMeasurements(
            distance: distance, violation: stochastic.violation, stochasticSteps: stochasticSteps,
            stochasticDistance: stochastic.end.subtracting(problems[0].solution.minimizer).norm
                / problems[0].solution.minimizer.norm,
            nearerPoint: nearerPoint(parameters, from: &stream, equations), picture: try picture(equations))
    }

    private static let stochasticSteps = 5_000

    // snippet.projected-descent
    /// A step downhill on J, then back to the nearest feasible point.
    private static func projectedPath(
        _ data: SquaredLoss, k: Double, steps: Int, rate: Double, from start: [Double]? = nil, _ equations: Equations
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
    private static func stochasticRun(
        _ problem: ConstrainedProblem, from stream: inout RandomStream, _ equations: Equations
    ) -> (end: [Double], violation: Double) {
        let data = problem.data
        var w = [Double](repeating: 0, count: data.inputs.columns)
        var violation = 0.0
        for step in 0..<stochasticSteps {
            let index = stream.index(below: data.inputs.rows)
            let x = data.inputs.row(index)
            let error = w.dot(x) - data.targets[index]
            let moved = w.subtracting(x.scaled(by: error * 0.1 / (1 + 0.01 * Double(step))))
            w = equations.projection(moved, problem.k)
            violation = max(violation, equations.penalty(w) / problem.k - 1)
        }
        return (w, max(0, violation))
    }

    /// Random feasible points that lie nearer to a random point than its projection does: by how much at most.
    private static func nearerPoint(
        _ parameters: Parameters, from stream: inout RandomStream, _ equations: Equations
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
                worst = Double.worse(worst, nearest.subtracting(w).norm - other.subtracting(w).norm)
            }
        }
        return worst
    }

    /// Two weights of different curvature, started outside the ball's best point by either algorithm.
    private static func picture(_ equations: Equations) throws -> ProjectionPicture {
        let inputs = Matrix([[1.2, 0.3], [-0.4, 1.1], [0.9, 0.9], [-0.7, 0.6]])
        let data = SquaredLoss(inputs: inputs, targets: inputs * [1.9, 1.3])
        let k = 0.72
        let solution = try BarrierMethod(data, k: k)
        let rate = 0.5
        let projected = projectedPath(data, k: k, steps: 25, rate: rate, from: [-0.9, 0.6], equations)
        var w = projected[0]
        var penalized = [w]
        for _ in 0..<25 {
            w = w.subtracting(data.gradient(at: w).adding(w.scaled(by: solution.multiplier)).scaled(by: rate))
            penalized.append(w)
        }
        return ProjectionPicture(
            hessian: [data.hessian.row(0), data.hessian.row(1)], optimum: [1.9, 1.3], k: k,
            multiplier: solution.multiplier, projected: projected, penalized: penalized,
            unprojected: projected.dropLast().map { $0.subtracting(data.gradient(at: $0).scaled(by: rate)) })
    }
}

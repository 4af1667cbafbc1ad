import LinearAlgebra
import Notebook
import Plots

extension Projection: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("ball", Self.figure(results.picture))
        Value("picture-k", results.picture.k)
        Value("picture-multiplier", results.picture.multiplier)
        Value("projection-distance", results.distance)
        Value("projection-violation", results.violation)
        Value("stochastic-steps", results.stochasticSteps)
        Value("stochastic-distance", results.stochasticDistance)
        Claim(
            "3-6E",
            "A gradient step followed by projection onto the nearest feasible point keeps and solves the constraint.",
            method: """
                Projected gradient descent against the interior-point method; every step of a stochastic run; projections against \
                random feasible points near them.
                """
        ) {
            Check.error("distance from the constrained minimizer", results.distance, atMost: 1e-6)
            Check.error("largest relative violation after a stochastic step", results.violation, atMost: 1e-12)
            Check.error(
                "excess over the distance of the nearest feasible point found", results.nearerPoint, atMost: 1e-9)
        }
    }

    /// One point, reached by projection on the ball and by the penalty whose coefficient matches.
    private static func figure(_ picture: Picture) -> Figure {
        let loss = { (u: Double, v: Double) in
            let (a, b) = (u - picture.optimum[0], v - picture.optimum[1])
            return (picture.hessian[0][0] * a * a + 2 * picture.hessian[0][1] * a * b + picture.hessian[1][1] * b * b)
                / 2
        }
        let (first, second) = (Axis("$w_1$", in: -1.6...2.4), Axis("$w_2$", in: -1.4...2))
        let end = picture.projected[picture.projected.count - 1]
        return Figure(width: 420, height: 205, title: "A constraint and the penalty that matches it") {
            Row {
                Panel("constraint, by projection", x: first, y: second, frame: .origin, aspect: .equal) {
                    Contours(x: -1.6...2.4, y: -1.4...2, levels: .explicit(levels), loss).role(.loss)
                    Contours(x: -1.6...2.4, y: -1.4...2, levels: .explicit([picture.k])) { ($0 * $0 + $1 * $1) / 2 }
                        .role(.penalty).lineWidth(1.6)
                    zigzag(picture)
                    Point(x: picture.optimum[0], y: picture.optimum[1]).role(.optimum).label("$w^*$")
                    Point(x: end[0], y: end[1]).role(.regularized)
                }
                Panel("penalty with $\\alpha^*$", x: first, y: second, frame: .origin, aspect: .equal) {
                    Contours(x: -1.6...2.4, y: -1.4...2, levels: .explicit(levels)) { u, v in
                        loss(u, v) + picture.multiplier * (u * u + v * v) / 2 - picture.multiplier * picture.k
                    }.role(.loss)
                    Contours(x: -1.6...2.4, y: -1.4...2, levels: .explicit([picture.k])) { ($0 * $0 + $1 * $1) / 2 }
                        .role(.penalty)
                    Trajectory(x: picture.penalized.map { $0[0] }, y: picture.penalized.map { $0[1] })
                        .role(.trajectory)
                    Point(x: picture.optimum[0], y: picture.optimum[1]).role(.optimum).label("$w^*$")
                    Point(x: end[0], y: end[1]).role(.regularized)
                }
            }
        }
    }

    private static let levels = [0.03, 0.1, 0.25, 0.5, 0.9, 1.5, 2.3, 3.4]

    /// Each step downhill and the way back to the ball.
    private static func zigzag(_ picture: Picture) -> Line {
        let points = zip(picture.projected, picture.unprojected).flatMap { [$0, $1] }
        return Line(x: points.map { $0[0] }, y: points.map { $0[1] }).role(.trajectory)
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("3-6E") { $0.distance = 0.1 },
        Mutant("3-6E") { $0.violation = 0.1 },
        Mutant("3-6E") { $0.nearerPoint = 0.1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Projection>] = [
        Mutant("3-6E") { $0.equations.projection = { w, k in w.norm > k ? w.scaled(by: k / w.norm) : w } },
        Mutant("3-6E") {
            $0.equations.projection = { w, k in w.scaled(by: (2 * k).squareRoot() / max(w.norm, 1e-300)) }
        },
        Mutant("3-6E") { $0.equations.projection = { w, _ in w } },
    ]
}

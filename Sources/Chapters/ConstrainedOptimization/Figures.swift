import Notebook
import Plots

extension ConstrainedOptimizationSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("ball", ball(results.projection.picture))
        PageFigure("dual-ascent", dualAscent(results.convex))
        PageFigure("region", region(results.region))
        PageFigure("nonconvex", nonconvex(results.nonconvex))
        PageFigure("trap", trap(results.chain, results.parameters))
        PageFigure("dead-units", deadUnits(results))
        PageFigure("rates", rates(results.rates))
    }

    /// One point, reached by projection on the ball and by the penalty whose coefficient matches.
    private static func ball(_ picture: ProjectionPicture) -> Figure {
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
    private static func zigzag(_ picture: ProjectionPicture) -> Line {
        let points = zip(picture.projected, picture.unprojected).flatMap { [$0, $1] }
        return Line(x: points.map { $0[0] }, y: points.map { $0[1] }).role(.trajectory)
    }

    private static func dualAscent(_ convex: ConvexMeasurements) -> Figure {
        let steps = Array(convex.multipliers.indices)
        return Figure(width: 420, height: 165, title: "Dual ascent") {
            Row {
                Panel(x: Axis("step"), y: Axis("multiplier $\\alpha$", including: [0, convex.multiplier * 1.1])) {
                    Rule(y: convex.multiplier).role(.truth).label("$\\alpha^*$")
                    Line(x: steps, y: convex.multipliers).role(.trajectory).dash(.solid).marker(.dot, size: 2)
                }
                Panel(x: Axis("step"), y: Axis("$\\Omega(\\theta)/k$", including: [0.9])) {
                    Rule(y: 1).role(.penalty).label("$\\Omega = k$")
                    Line(x: steps, y: convex.penalties).role(.trajectory).dash(.solid).marker(.dot, size: 2)
                }
            }
        }
    }

    private static func region(_ region: RegionMeasurements) -> Figure {
        Figure(width: 420, height: 190, title: "Multiplier against size of the region") {
            Panel(
                x: Axis("coefficient $\\alpha$", scale: .log), y: Axis("size of the region $k$", scale: .log),
                legend: .top
            ) {
                for problem in region.sizes.indices {
                    Line(x: region.alphas, y: region.sizes[problem]).role(.series(problem))
                        .label("problem \(problem + 1)")
                    Points(x: region.constrainedMultipliers[problem], y: region.constrainedSizes[problem])
                        .role(.series(problem)).marker(.openDot)
                }
            }
        }
    }

    private static func nonconvex(_ nonconvex: NonconvexMeasurements) -> Figure {
        Figure(width: 420, height: 180, title: "A constrained minimum that is a maximum with the penalty") {
            Panel(x: Axis("$w$", in: -0.6...1.6), y: Axis("", in: -2...1), legend: .top) {
                Band(x: [-0.6, 1], low: [-2, -2], high: [1, 1]).role(.muted).opacity(0.4).label("$\\Omega \\leq k$")
                Line(x: nonconvex.places, y: nonconvex.loss).role(.loss).label("$J = -w^3$")
                Line(x: nonconvex.places, y: nonconvex.penalized).role(.penalty).label("$J + \\alpha^*\\Omega$")
                Point(x: nonconvex.minimizer, y: -1).role(.optimum).label("constrained minimum")
                Point(x: nonconvex.minimizer, y: 0.5).role(.optimum).label("a maximum")
                Point(x: 0, y: 0).role(.regularized).label("a local minimum")
            }
        }
    }
}

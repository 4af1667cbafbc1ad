import Learning
import Notebook
import Plots

extension ConstrainedOptimizationSection {
    /// The plane u = v of the chain, in coordinates whose distance from the origin is the norm.
    static func trap(_ chain: ChainMeasurements, _ parameters: Parameters) -> Figure {
        let loss = { (s: Double, w: Double) in
            let miss = s * s * w / 2 - 1
            return miss * miss / 2
        }
        let (first, second) = (Axis("$\\sqrt2\\, u$", in: -0.1...1.8), Axis("$w$", in: -0.1...1.4))
        return Figure(width: 420, height: 215, title: "Where small weights are trapped, and where they are not") {
            Row {
                Panel("penalty: $J + \\frac{\\alpha}{2}\\|\\theta\\|^2$", x: first, y: second, aspect: .equal) {
                    Contours(
                        x: -0.1...1.8, y: -0.1...1.4,
                        levels: .explicit([0.15, 0.18, 0.22, 0.28, 0.36, 0.46, 0.502, 0.506, 0.55, 0.65, 0.8])
                    ) { s, w in loss(s, w) + parameters.chainAlpha / 2 * (s * s + w * w) }.role(.loss)
                    path(chain.penaltyPath).label("from \(parameters.chainStart)")
                    path(chain.escapedPath).role(.series(3)).dash(.solid).label("from farther out")
                    Point(x: 0, y: 0).role(.regularized).label("trap")
                    end(of: chain.escapedPath)
                }
                Panel("constraint: $J$ on $\\|\\theta\\| \\leq r$", x: first, y: second, aspect: .equal) {
                    Contours(
                        x: -0.1...1.8, y: -0.1...1.4,
                        levels: .explicit([0.005, 0.02, 0.06, 0.12, 0.2, 0.3, 0.4, 0.46, 0.49, 0.499]), loss
                    ).role(.loss)
                    Contours(x: -0.1...1.8, y: -0.1...1.4, levels: .explicit([chain.radius])) {
                        ($0 * $0 + $1 * $1).squareRoot()
                    }.role(.penalty).lineWidth(1.6)
                    path(chain.projectedPath).label("from \(parameters.chainStart)")
                    end(of: chain.projectedPath)
                }
            }
        }
    }

    private static func path(_ path: [[Double]]) -> Trajectory {
        Trajectory(x: path.map { $0[0] }, y: path.map { $0[1] }).role(.trajectory)
    }

    private static func end(of path: [[Double]]) -> Point {
        let end = path[path.count - 1]
        return Point(x: end[0], y: end[1]).role(.optimum)
    }

    /// Dead units against coefficient and bound, with 99 % intervals.
    static func deadUnits(_ results: Results) -> Figure {
        let dead = results.deadUnits
        let top = Double(dead.units) / 2
        return Figure(width: 420, height: 170, title: "Dead units under penalties and bounds") {
            Row {
                Panel(x: Axis("weight decay $\\alpha$"), y: Axis("dead units of \(dead.units)", in: 0...top)) {
                    bars(results.parameters.deadAlphas, dead.penaltyCounts).role(.penalty)
                }
                Panel(x: Axis("bound on columns"), y: Axis(in: 0...top)) {
                    bars(results.parameters.deadRadii, dead.radiusCounts).role(.series(3))
                }
            }
        }
    }

    private static func bars(_ settings: [Double], _ counts: [[Double]]) -> Bars {
        let estimates = settings.indices.map { place in Estimate(of: counts.map { $0[place] }) }
        return Bars(
            settings.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }, y: estimates.map(\.mean),
            errors: estimates.map(\.halfWidth)
        ).width(0.5)
    }

    static func rates(_ rates: RateMeasurements) -> Figure {
        Figure(width: 420, height: 185, title: "High learning rates with and without a bound") {
            Row {
                Panel(
                    x: Axis("step"), y: Axis("norm of all weights", in: 1...1e25, scale: .log), legend: .top
                ) {
                    Line(x: Array(rates.plainNorms.indices), y: rates.plainNorms).role(.training).marker(
                        .dot, size: 2.5
                    )
                    .label("none")
                    Line(x: Array(rates.projectedNorms.indices), y: rates.projectedNorms).role(.series(3))
                        .dash(.dashed).label("bound on columns")
                }
                Panel(
                    x: Axis("initial learning rate", scale: .log), y: Axis("test error", in: 0...0.75), legend: .top
                ) {
                    Band(x: rates.rates, replicates: rates.plainErrors).role(.training).label("none").marker(.dot)
                    Band(x: rates.rates, replicates: rates.projectedErrors).role(.series(3)).dash(.dashed)
                        .label("bound on columns").marker(.openDot)
                }
            }
        }
    }
}

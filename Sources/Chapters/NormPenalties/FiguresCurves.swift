import Foundation
import Notebook
import Plots

extension NormPenaltiesSection {
    static func shrinkage(_ shrinkage: ShrinkageMeasurements) -> Figure {
        let ratios = (0...120).map { pow(10, -3 + Double($0) / 24) }
        return Figure(width: 300, height: 190) {
            Panel(
                x: Axis("curvature over decay, $\\lambda/\\alpha$", in: 1e-3...100, scale: .log),
                y: Axis("share that survives", in: 0...1)
            ) {
                Line(x: ratios, y: ratios.map { $0 / ($0 + 1) }).role(.truth).label("$\\lambda/(\\lambda+\\alpha)$")
                Points(x: shrinkage.ratios, y: shrinkage.shares).role(.regularized).label("measured")
            }
        }
    }

    static func effectiveParameters(_ shrinkage: ShrinkageMeasurements) -> Figure {
        Figure(width: 300, height: 190) {
            Panel(
                x: Axis("weight decay $\\alpha$", scale: .log),
                y: Axis("effective parameters $\\gamma$", in: 0...Double(shrinkage.rank))
            ) {
                Line(x: shrinkage.alphas, y: shrinkage.effective).role(.truth).label("sum over eigenvalues")
                Points(x: shrinkage.alphas, y: shrinkage.traces).role(.regularized).label("trace of the hat matrix")
            }
        }
    }

    static func thresholds(_ parameters: Parameters) -> Figure {
        let optima = (-60...60).map { Double($0) / 30 }
        let gamma = thresholdGamma
        return Figure(width: 300, height: 220) {
            Panel(
                x: Axis("unpenalized weight $w^*$", in: -2...2), y: Axis("penalized weight", in: -2...2),
                frame: .origin, aspect: .equal
            ) {
                Line(x: optima, y: optima).role(.muted).label("no penalty")
                Line(x: optima, y: optima.map { Equations.chapter.threshold($0, 0.6, gamma) }).role(.series(0)).label(
                    "$L^1$")
                Line(x: optima, y: optima.map { gamma / (gamma + 0.6) * $0 }).role(.series(1)).dash(.dashed).label(
                    "$L^2$")
            }
        }
    }

    static func paths(_ paths: PathMeasurements) -> Figure {
        Figure(width: 420, height: 200) {
            Row {
                Panel(
                    "ridge", x: Axis("weight decay $\\alpha$", scale: .log, reversed: true), y: Axis("weights")
                ) { lines(paths.ridgeAlphas, paths.ridge, truth: paths.truth) }
                Panel(
                    "lasso", x: Axis("$L^1$ coefficient $\\beta$", scale: .log, reversed: true), y: Axis("")
                ) { lines(paths.lassoBetas, paths.lasso, truth: paths.truth) }
            }
        }
    }

    /// One line a feature: solid where the feature matters, dotted where it doesn't.
    private static func lines(_ coefficients: [Double], _ path: [[Double]], truth: [Double]) -> [any Mark] {
        truth.indices.map { feature in
            let line = Line(x: coefficients, y: path.map { $0[feature] })
            return truth[feature] == 0 ? line.role(.muted).dash(.dotted) : line.role(.series(feature)).dash(.solid)
        }
    }

    static func priors() -> Figure {
        let weights = (-200...200).map { Double($0) / 50 }
        let scale = 0.5.squareRoot()
        return Figure(width: 300, height: 180) {
            Panel(x: Axis("weight $w$", in: -4...4), y: Axis("prior density", in: 0...0.75)) {
                Line(x: weights, y: weights.map { exp(Equations.chapter.laplaceLogDensity($0, 0, scale)) })
                    .role(.series(0))
                Line(x: weights, y: weights.map { exp(-$0 * $0 / 2) / (2 * .pi).squareRoot() })
                    .role(.series(1)).dash(.dashed)
                Text("Laplace", x: 0.25, y: 0.62, anchor: .left).role(.series(0))
                Text("Gaussian", x: 1.05, y: 0.28, anchor: .left).role(.series(1))
            }
        }
    }
}

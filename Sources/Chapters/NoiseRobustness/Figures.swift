import Notebook
import Plots

extension NoiseRobustnessSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        let minimizers = results.minimizers
        PageFigure("minimizers", minimizersFigure(minimizers))
        PageFigure("expansions", expansions(results))
        PageFigure(
            "functions", over: "noise variance $\\nu$",
            frames: minimizers.functions.map { pair in
                .init(label: "\(pair.variance)", figure: functions(pair, places: minimizers.places))
            }, initial: 3)
        PageFigure("sensitivity", sensitivity(results))
        PageFigure("valley", valley(results.valley))
        PageFigure("sharpness", sharpness(results.networks))
        PageFigure("posterior", posterior(results.posterior.picture))
    }

    /// What noise does is `.series(3)`, its expansion `.series(2)` and the penalty `.penalty` in all figures.
    private static func minimizersFigure(_ minimizers: MinimizerMeasurements) -> Figure {
        Figure(width: 420, height: 190, title: "Minimizers under input noise and under the penalty") {
            Panel(x: Axis("noise variance $\\nu$"), y: Axis("minimizing coefficient $a$"), legend: .top) {
                Points(x: minimizers.variances, y: minimizers.noisy).role(.series(3)).marker(.dot).label(
                    "noise on the input")
                Line(x: minimizers.variances, y: minimizers.expanded).role(.series(2)).dash(.dashed).label(
                    "all of (7.17)")
                Line(x: minimizers.variances, y: minimizers.penalized).role(.penalty).label("penalty alone")
            }
        }
    }

    private static func functions(_ pair: MinimizingFunctions, places: [Double]) -> Figure {
        Figure(width: 420, height: 200, title: "Minimizing functions under input noise and under the penalty") {
            Panel(x: Axis("$x$"), y: Axis("$\\hat y(x)$", in: -0.2...4), legend: .top) {
                Line(x: places, y: places.map { $0 * $0 }).role(.truth).label("$\\mathbb{E}[y \\mid x] = x^2$")
                Line(x: places, y: pair.noisy).role(.series(3)).dash(.solid).label("noise on the input")
                Line(x: places, y: pair.penalized).role(.penalty).label("penalty alone")
            }
        }
    }

    private static func expansions(_ results: Results) -> Figure {
        Figure(width: 420, height: 200, title: "Errors of three objectives as approximations of the noisy one") {
            Row {
                Panel(
                    "input noise", x: Axis("$\\nu$", scale: .log), y: Axis("distance from $\\tilde J$", scale: .log),
                    legend: .top
                ) {
                    Line(x: results.input.variances, y: results.input.plainMisses).role(.loss).label("$J$")
                    Line(x: results.input.variances, y: results.input.penaltyMisses).role(.penalty)
                        .label("$J$ + penalty")
                    Line(x: results.input.variances, y: results.input.expansionMisses).role(.series(2)).dash(.dashed)
                        .label("(7.17)")
                }
                Panel("weight noise", x: Axis("$\\eta$", scale: .log), y: Axis(scale: .log), legend: .top) {
                    Line(x: results.weight.variances, y: results.weight.plainMisses).role(.loss).label("$J$")
                    Line(x: results.weight.variances, y: results.weight.penaltyMisses).role(.penalty)
                        .label("$J$ + penalty")
                    Line(x: results.weight.variances, y: results.weight.expansionMisses).role(.series(2)).dash(.dashed)
                        .label("(7.22)")
                }
            }
        }
    }

    private static func sensitivity(_ results: Results) -> Figure {
        let variances = results.parameters.networkVariances
        let axis = Axis(
            "training noise $\\nu$", scale: .symmetricLog(linear: variances.dropFirst().first ?? 1),
            ticks: .labelled(variances.map { Tick($0, $0 == 0 ? "0" : "\($0)") }))
        return Figure(width: 420, height: 180, title: "Sensitivity and test error against training noise") {
            Row {
                Panel(x: axis, y: Axis("mean $\\|\\nabla_x \\hat y\\|^2$", including: [0])) {
                    Band(x: variances, replicates: results.networks.sensitivities).role(.series(3)).dash(.solid).marker(
                        .dot)
                }
                Panel(x: axis, y: Axis("test error", including: [0])) {
                    Band(x: variances, replicates: results.networks.testErrors).role(.test).marker(.dot)
                }
            }
        }
    }
}

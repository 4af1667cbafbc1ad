import Foundation
import Notebook
import Plots

extension UnderconstrainedProblemsSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("growth", growthFigure(results))
        PageFigure("balance", balanceFigure(results.balance))
        PageFigure("early-stopping", stoppingFigure(results))
        PageFigure(
            "valley", over: "decay $\\alpha$",
            frames: results.valley.alphas.indices.map { index in
                PageFigure.Frame(
                    label: results.valley.alphas[index].formatted(), figure: valleyFigure(results.valley, at: index))
            }, initial: 2)
        PageFigure("ridge-limit", limitFigure(results.inverse))
        PageFigure("conditioning", conditionFigure(results.inverse))
    }

    private static func growthFigure(_ results: Results) -> Figure {
        let growth = results.growth
        return Figure(width: 420, height: 220, title: "One weight, for as long as it takes") {
            Panel(
                x: Axis("steps $t$", in: 1...1e16, scale: .log), y: Axis("weight $w$", in: 0...40),
                legend: .top
            ) {
                Line(x: growth.times, y: growth.exact).role(.truth).label("exact arithmetic")
                Line(x: growth.times, y: growth.double).role(.training).label("double precision")
                Line(x: growth.times, y: growth.single).role(.series(2)).label("single precision")
                Line(x: growth.times, y: growth.decayed).role(.trajectory).label("with weight decay")
                Point(x: growth.doubleStall.steps, y: growth.doubleStall.weight).role(.optimum)
                Point(x: growth.singleStall.steps, y: growth.singleStall.weight).role(.optimum)
            }
        }
    }

    private static func balanceFigure(_ balance: BalanceMeasurements) -> Figure {
        Figure(width: 420, height: 210, title: "Where weight decay stops the growth") {
            Panel(
                x: Axis("norm $\\lVert w\\rVert$", in: 0.3...20, scale: .log),
                y: Axis("slope", in: 3e-4...3, scale: .log)
            ) {
                Line(x: balance.pathNorms, y: balance.pathSlopes).role(.loss).label("likelihood")
                for alpha in balance.alphas {
                    Line(x: [0.3, 20], y: [0.3 * alpha, 20 * alpha]).role(.penalty)
                        .label("$\\alpha\\lVert w\\rVert$, $\\alpha = \(alpha.formatted())$")
                }
                for place in balance.alphas.indices {
                    Point(x: balance.norms[place], y: balance.slopes[place]).role(.regularized)
                }
            }
        }
    }

    private static func stoppingFigure(_ results: Results) -> Figure {
        let stopping = results.stopping
        let steps = stopping.norms.indices.map { Double(($0 + 1) * results.parameters.evaluateEvery) }
        let stop = stopping.narrow[0].stop.map { Double($0 * results.parameters.evaluateEvery) }
        let end = Double(results.parameters.evaluations * results.parameters.evaluateEvery)
        return Figure(width: 420, height: 150, title: "Early stopping on validation accuracy") {
            Row {
                Panel(
                    x: Axis("steps", in: 10...end, scale: .log),
                    y: Axis("validation accuracy", in: 0.7...1)
                ) {
                    Line(x: steps, y: stopping.accuracies).role(.validation)
                    if let stop { Rule(x: stop).role(.muted).label("stops") }
                }
                Panel(
                    x: Axis("steps", in: 10...end, scale: .log), y: Axis("norm $\\lVert w\\rVert$", including: [0])
                ) {
                    Line(x: steps, y: stopping.norms).role(.training)
                    if let stop { Rule(x: stop).role(.muted).label("stops") }
                }
            }
        }
    }

    private static func valleyFigure(_ valley: Valley, at index: Int) -> Figure {
        let alpha = valley.alphas[index]
        let range = -0.6...2.2
        return Figure(width: 300, height: 230, title: "A valley of minimizers") {
            Panel(x: Axis("$w_1$", in: range), y: Axis("$w_2$", in: range), frame: .origin, aspect: .equal) {
                Contours(x: range, y: range, levels: .explicit([0.02, 0.1, 0.25, 0.5, 1, 1.7, 2.6])) { first, second in
                    valley.objective(first, second, alpha: alpha) - valley.least(alpha: alpha, at: index)
                }.role(.loss)
                Line(over: range) { (valley.target - valley.input[0] * $0) / valley.input[1] }.role(.muted)
                    .dash(.longDashed)
                Trajectory(x: valley.minimizers.map { $0[0] }, y: valley.minimizers.map { $0[1] })
                Point(x: valley.shortest[0], y: valley.shortest[1]).role(.optimum).label("$X^+y$")
                Point(x: valley.minimizers[index][0], y: valley.minimizers[index][1]).role(.regularized)
                    .label("$\\tilde w$")
            }
        }
    }

    private static func limitFigure(_ inverse: InverseMeasurements) -> Figure {
        let finite = inverse.alphas.indices.filter { inverse.normalErrors[$0].isFinite }
        return Figure(width: 420, height: 210, title: "Ridge regression as alpha vanishes") {
            Panel(
                x: Axis("$\\alpha$", in: 1e-14...0.2, scale: .log),
                y: Axis("distance from $X^+$", scale: .log), legend: .top
            ) {
                Line(x: inverse.alphas, y: inverse.predicted).role(.ink).label("predicted")
                Points(x: finite.map { inverse.alphas[$0] }, y: finite.map { inverse.normalErrors[$0] }).role(
                    .series(1)
                )
                .label("normal equations")
                Points(x: inverse.alphas, y: inverse.filteredErrors).role(.series(4)).label("singular values")
            }
        }
    }

    private static func conditionFigure(_ inverse: InverseMeasurements) -> Figure {
        Figure(width: 420, height: 210, title: "Two ways to solve a badly conditioned problem") {
            Panel(
                x: Axis(
                    "condition number of $X$", in: 10...1e14, scale: .log,
                    ticks: .labelled([2, 5, 8, 11, 14].map { Tick(pow(10, $0), "$10^{\(Int($0))}$") })),
                y: Axis("relative error of $w$", scale: .log), legend: .top
            ) {
                Line(x: inverse.conditions, y: inverse.normalEquationErrors).role(.series(1)).marker(.square)
                    .label("inverting $X^\\top X$")
                Line(x: inverse.conditions, y: inverse.singularValueErrors).role(.series(4)).dash(.solid)
                    .marker(.openDot).label("singular values")
            }
        }
    }
}

extension Valley {
    /// The least value of the objective at the coefficient number `index`.
    func least(alpha: Double, at index: Int) -> Double {
        objective(minimizers[index][0], minimizers[index][1], alpha: alpha)
    }
}

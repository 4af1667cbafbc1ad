import Notebook
import Plots

extension WhyRegularizeSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("fits", fitsFigure(results.fits))
        PageFigure("trade", tradeFigure(results.trade))
        PageFigure("sweep", sweepFigure(results.sweep))
        PageFigure("widths", widthsFigure(results.widths))
    }

    private static func fitsFigure(_ fits: PolynomialFits) -> Figure {
        Figure(width: 420, height: 160, title: "Little, some and much weight decay") {
            Row {
                for (place, title) in ["little", "some", "much"].enumerated() {
                    Panel(
                        title, x: Axis("$x$", in: -1...1, ticks: .values([-1, 0, 1])),
                        y: Axis(place == 0 ? "$y$" : "", in: -2...2, ticks: .values([-2, -1, 0, 1, 2]))
                    ) {
                        for curve in fits.curves[place] {
                            Line(x: fits.grid, y: curve).role(.training).lineWidth(0.6)
                        }
                        Line(x: fits.grid, y: fits.truth).role(.truth).lineWidth(1.4)
                        Points(x: fits.inputs, y: fits.targets).role(.ink).marker(.dot, size: 2.5)
                    }
                }
            }
        }
    }

    private static func tradeFigure(_ trade: TradeMeasurements) -> Figure {
        let alphas = Array(trade.alphas.dropFirst())
        let drawn = Array(trade.drawnAlphas.dropFirst())
        return Figure(width: 420, height: 210, title: "Bias against variance") {
            Panel(
                x: Axis("weight decay $\\alpha$", in: 0.01...100, scale: .log),
                y: Axis("squared error of the weights", including: [0]), legend: .top
            ) {
                Line(x: alphas, y: Array(trade.squaredBias.dropFirst())).role(.series(1)).label("squared bias")
                Points(x: drawn, y: Array(trade.drawnBias.dropFirst())).role(.series(1))
                Line(x: alphas, y: Array(trade.variance.dropFirst())).role(.series(2)).label("variance")
                Points(x: drawn, y: Array(trade.drawnVariance.dropFirst())).role(.series(2))
                Line(x: alphas, y: Array(trade.error.dropFirst())).role(.ink).label("their sum")
                Points(x: drawn, y: Array(trade.drawnError.dropFirst())).role(.ink)
                Rule(x: trade.limit).role(.muted).label("$2\\sigma^2/\\lVert\\beta\\rVert^2$")
            }
        }
    }

    private static func sweepFigure(_ sweep: SweepMeasurements) -> Figure {
        let alphas = Array(sweep.alphas.dropFirst())
        return Figure(width: 420, height: 200, title: "Training and test error along alpha") {
            Panel(
                x: Axis("weight decay $\\alpha$", scale: .log), y: Axis("mean squared error", including: [0]),
                legend: .top
            ) {
                Band(x: alphas, replicates: sweep.training.map { Array($0.dropFirst()) }, .standardError)
                    .role(.training).label("training")
                Band(x: alphas, replicates: sweep.test.map { Array($0.dropFirst()) }, .standardError)
                    .role(.test).label("test")
            }
        }
    }

    private static func widthsFigure(_ widths: WidthMeasurements) -> Figure {
        let xs = widths.widths.map(Double.init)
        return Figure(width: 420, height: 210, title: "Width with and without weight decay") {
            Panel(
                x: Axis("hidden units", scale: .log, ticks: .values(xs)), y: Axis("test error"), legend: .top
            ) {
                Band(x: xs, replicates: widths.plain, .standardError).role(.series(1)).marker(.square).label(
                    "no penalty")
                Band(x: xs, replicates: widths.decayed, .standardError).role(.series(0)).marker(.dot)
                    .label("weight decay")
            }
        }
    }
}

import Foundation
import Plots

extension GalleryExample {
    static func penalties() -> Figure {
        let loss = ScalarField(x: -1.6...3.2, y: -1.6...3.2) { x, y in
            let (u, v) = (0.866 * (x - 1.6) + 0.5 * (y - 1), 0.866 * (y - 1) - 0.5 * (x - 1.6))
            return 0.5 * (u * u + 4 * v * v)
        }
        let (x, y) = (Axis("$w_1$", in: -1.6...3.2), Axis("$w_2$", in: -1.6...3.2))
        return Figure(width: 420, height: 190) {
            Row {
                Panel("Weight decay, $L^2$", x: x, y: y, frame: .origin, aspect: .equal) {
                    Contours(of: loss, levels: .explicit([0.1, 0.4, 0.9, 1.6]))
                    Contours(x: -1.6...3.2, y: -1.6...3.2, levels: .explicit([0.25, 1, 2.25])) { $0 * $0 + $1 * $1 }
                        .role(.penalty)
                    Point(x: 1.6, y: 1).role(.optimum).label("$w^*$")
                    Point(x: 0.62, y: 0.35).role(.regularized).label("$\\tilde{w}$")
                }
                Panel("Early stopping", x: x, y: y, frame: .origin, aspect: .equal) {
                    Contours(of: loss, levels: .explicit([0.1, 0.4, 0.9, 1.6]))
                    Trajectory(
                        x: (0..<30).map { 1.6 - 1.6 * pow(0.92, Double($0)) },
                        y: (0..<30).map { 1 - pow(0.75, Double($0)) })
                    Point(x: 1.6, y: 1).role(.optimum).label("$w^*$")
                }
            }
        }
    }

    static func heatMap() -> Figure {
        let field = ScalarField(x: -3...3, y: 0...2, columns: 13, rows: 9) { sin($0) * $1 }
        return Figure(width: 300, height: 170) {
            Panel(x: Axis("$\\log_{10} \\lambda$"), y: Axis("$\\epsilon$")) { HeatMap(of: field, map: .diverging) }
        }
    }

    static func pictures() throws -> Figure {
        let images = try (0..<6).map { index in
            let stroke = PenStroke(
                from: XY(8, 6), [.cubic(XY(30, 0), XY(0, 28), to: XY(20, 22))], width: 2 + Double(index) * 0.4)
            return try PixelImage(grey: StrokeRaster.render([stroke], side: 28), columns: 28, inverted: true)
        }
        return Figure(width: 300, height: 80) {
            ImageGrid(images, columns: 6, labels: (0..<6).map { "$k = \($0)$" })
        }
    }

    static func formulas() -> Figure {
        let lines = [
            "$\\tilde{J}(\\mathbf{w}) = J(\\mathbf{w}) + \\frac{\\alpha}{2}\\|\\mathbf{w}\\|_2^2$",
            "$\\mathbb{E}\\left[\\left(\\frac{1}{k}\\sum_i \\epsilon_i\\right)^2\\right] = \\sqrt{x^2 + 1}$",
            "$\\hat{\\boldsymbol{\\theta}} \\in \\mathcal{L}, \\bar{x}, \\vec{v}, \\dot{f}, w'_{i,j} \\to \\infty$",
        ]
        return Figure(width: 300, height: 110) {
            Panel(x: .hidden(0...1), y: .hidden(0...1), frame: .none) {
                for (index, line) in lines.enumerated() { Text(line, x: 0.5, y: 0.85 - 0.35 * Double(index)) }
            }
        }
    }

    static func filledContours() -> Figure {
        let field = ScalarField(x: -2...2, y: -1.5...1.5) { x, y in
            let distance: Double = x * x + y * y
            return distance < 0.05 ? Double.nan : 3 * x * exp(-distance)
        }
        return Figure(width: 380, height: 190) {
            Row {
                Panel(x: Axis("$x$"), y: Axis("$y$")) {
                    FilledContours(of: field, levels: .explicit([-1, -0.6, -0.2, 0.2, 0.6, 1]), map: .diverging)
                    Contours(of: field, levels: .explicit([-0.6, -0.2, 0.2, 0.6])).role(.ink).lineWidth(0.5).labelled()
                    Annotation("no value here", x: 0, y: 0)
                }
                ColourBar(-1.3...1.3, map: .diverging, label: "$f(x, y)$")
            }
        }
    }

    static func gradients() -> Figure {
        Figure(width: 420, height: 200) {
            Row {
                Panel("Gradient", x: Axis("$w_1$"), y: Axis("$w_2$"), aspect: .equal) {
                    VectorField(x: -2...2, y: -2...2, columns: 13, rows: 13) { (-$0, -3 * $1) }
                    Point(x: 0, y: 0).role(.optimum).label("$w^*$")
                }
                Panel(
                    "Balls", x: Axis("$w_1$", in: -1.5...1.5), y: Axis("$w_2$", in: -1.5...1.5), frame: .origin,
                    aspect: .equal
                ) {
                    Outline.maxBall(radius: 1).role(.muted).dash(.dashed).label("$L^\\infty$")
                    Outline.l2Ball(radius: 1).role(.loss).label("$L^2$")
                    Outline.l1Ball(radius: 1).filled().label("$L^1$")
                }
            }
        }.lettered()
    }

    static func histograms() -> Figure {
        let first = (0..<400).map { index -> Double in
            let place = Double(index)
            return sin(place * 12.9898) + sin(place * 78.233) + sin(place * 3.7)
        }
        let second = first.map { 0.4 * $0 }
        return Figure(width: 300, height: 150) {
            Panel(x: Axis("weight"), y: Axis("density")) {
                Histogram(second, density: true).role(.regularized).label("with decay")
                Histogram(first, density: true).role(.training).label("without")
            }
        }
    }

    static func sharedAxes() -> Figure {
        let xs = (0..<60).map { Double($0) / 10 }
        return Figure(width: 420, height: 150) {
            Row {
                for (index, name) in ["small", "medium", "large"].enumerated() {
                    Panel(name, x: Axis("$x$"), y: Axis("response")) {
                        Line(x: xs, y: xs.map { sin($0) * Double(index + 1) }).role(.series(index))
                        Rule(y: 0)
                    }
                }
            }.sharingY()
        }
    }

    static func picture() throws -> Figure {
        let stroke = PenStroke(
            from: XY(14, 4),
            [.cubic(XY(-2, 4), XY(30, 24), to: XY(14, 24)), .cubic(XY(-2, 24), XY(30, 4), to: XY(14, 4))], width: 2.6)
        let eight = try PixelImage(grey: StrokeRaster.render([stroke], side: 28), columns: 28, inverted: true)
        return Figure(width: 240, height: 180) {
            Panel(x: Axis("column", from: 0, to: 28), y: Axis("row", from: 28, to: 0), frame: .box, aspect: .equal) {
                Image(eight)
                Outline.l2Ball(radius: 4, centre: (14, 19)).role(.penalty).dash(.solid)
                Annotation("a hole", x: 14, y: 19)
            }
        }
    }
}

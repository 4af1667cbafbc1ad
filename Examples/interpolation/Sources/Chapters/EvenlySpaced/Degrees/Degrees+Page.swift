import Foundation
import Interpolants
import Notebook
import Plots

extension Degrees: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (first, last) = (results.curves[0], results.curves[results.curves.count - 1])
        PageFigure(
            "polynomials", over: "degree $n$",
            frames: results.curves.map { curve in .init(label: "\(curve.degree)", figure: Self.picture(of: curve)) },
            initial: min(2, results.curves.count - 1))
        PageFigure("potential", Self.landscape)
        Value("first-degree", first.degree)
        Value("first-error", first.error)
        Value("last-degree", last.degree)
        Value("last-error", last.error)
        Value("growth", results.growth)
        Value("border", Self.border)
        Claim(
            "runge-grows", "With every further point the largest error grows by a factor that nears $1.49$.",
            method: "The growth for each degree between the two highest degrees; $1.49$ follows from the potential."
        ) {
            Check.number("factor", results.growth, .within(1.44...1.54))
        }
        Claim(
            "runge-middle", "In the middle, $|x| < 0.7$, the polynomials converge all the same.",
            method: "The largest error there falls from each degree to the next."
        ) {
            let errors = results.curves.map(\.innerError)
            Check.all("falls", zip(errors, errors.dropFirst()).count { $1 < $0 }, of: errors.count - 1)
        }
    }

    private static func picture(of curve: Results.Curve) -> Figure {
        let nodes = grid(curve.degree + 1)
        return Figure(width: 420, height: 220, title: "Runge's function and a polynomial of degree \(curve.degree)") {
            Panel(x: Axis("$x$", in: -1...1), y: Axis("", in: -0.7...1.3)) {
                Line(over: -1...1, runge).role(.truth).label("function")
                Line(x: grid(201), y: curve.values).role(.series(1)).label("polynomial")
                Points(x: nodes, y: nodes.map(runge)).role(.ink)
            }
        }
    }

    /// The logarithm of by how much a polynomial with evenly spaced zeros grows with its degree at x + iy.
    static func potential(_ x: Double, _ y: Double) -> Double {
        func part(_ x: Double) -> Double {
            let (size, angle) = (log(max(x * x + y * y, 1e-300)) / 2, atan2(y, x))
            return x * size - y * angle
        }
        return (part(x + 1) - part(x - 1)) / 2 - 1
    }

    /// Where the curve of equal growth through the poles crosses the axis.
    static let border: Double = {
        let level = potential(0, 0.2)
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if potential(middle, 0) < level { low = middle } else { high = middle }
        }
        return low
    }()

    private static var landscape: Figure {
        let level = potential(0, 0.2)
        return Figure(width: 420, height: 260, title: "Lines of equal growth in the complex plane") {
            Panel(x: Axis("real part", in: -1.5...1.5), y: Axis("imaginary part", in: -0.8...0.8), aspect: .equal) {
                Contours(
                    x: -1.5...1.5, y: -0.8...0.8, levels: .explicit([-0.9, -0.8, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1]),
                    potential
                ).role(.muted)
                Contours(x: -1.5...1.5, y: -0.8...0.8, levels: .explicit([level]), potential).role(.loss)
                Points(x: [0, 0], y: [0.2, -0.2]).role(.optimum).label("poles")
                Points(x: [-border, border], y: [0, 0]).role(.regularized).label("border")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    public static let wrongResults: [Mutant<Results>] = [
        Mutant("runge-grows") { $0.curves[$0.curves.count - 1].error /= 10 },
        Mutant("runge-middle") { $0.curves.reverse() },
    ]
}

extension Degrees.Results {
    /// The factor for each degree between the two highest ones.
    fileprivate var growth: Double {
        guard curves.count > 1 else { return .nan }
        let (a, b) = (curves[curves.count - 2], curves[curves.count - 1])
        return pow(b.error / a.error, 1 / Double(b.degree - a.degree))
    }
}

extension Degrees.Results.Curve {
    /// The largest error where |x| < 0.6.
    fileprivate var innerError: Double {
        zip(grid(201), values).filter { $0.0.magnitude < 0.6 }.map { ($1 - runge($0)).magnitude }.max() ?? 0
    }
}

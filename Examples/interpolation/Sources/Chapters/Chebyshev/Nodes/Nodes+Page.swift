import Foundation
import Interpolants
import Notebook
import Plots

extension Nodes: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("errors", results.figure)
        Table(
            "lebesgue", columns: [.init("degree"), .init("Chebyshev's points"), .init("evenly spaced", digits: 2)],
            rows: results.degrees.map { [.count($0.degree), .number($0.lebesgue[0]), .number($0.lebesgue[1])] })
        Value("factor", results.factor)
        Claim(
            "chebyshev-geometric", "For Runge's function the error falls by a factor of $1.22$ with each degree.",
            method:
                "Between the second and the last degree whose error is above $10^{-10}$; the poles give $1/5 + \\sqrt{1 + 1/25}$."
        ) {
            Check.number("factor", results.factor, .within(1.2...1.24))
        }
        Claim(
            "chebyshev-lebesgue", "Errors of the values grow by no more than $1 + \\frac{2}{\\pi}\\ln(n + 1)$.",
            method: "The sum of the absolute values of the basis polynomials at 2001 places, for all degrees $n$."
        ) {
            Check.all(
                "bounded", results.degrees.count { $0.lebesgue[0] <= 1 + 2 / .pi * log(Double($0.degree + 1)) },
                of: results.degrees.count)
        }
    }

    /// Results that are wrong, and the claims that must notice.
    public static let wrongResults: [Mutant<Results>] = [
        Mutant("chebyshev-geometric") { $0.degrees.updateEach { $0.errors[0] = $0.errors[1] } },
        Mutant("chebyshev-lebesgue") { $0.degrees.updateEach { $0.lebesgue.swapAt(0, 1) } },
    ]
}

extension Nodes.Results {
    /// By how much the error for Runge's function falls with each degree.
    fileprivate var factor: Double {
        let sound = degrees.dropFirst().filter { $0.errors[0] > 1e-10 }
        guard let a = sound.first, let b = sound.last, a.degree < b.degree else { return .nan }
        return pow(a.errors[0] / b.errors[0], 1 / Double(b.degree - a.degree))
    }

    fileprivate var figure: Figure {
        let names = ["$1/(1 + 25x^2)$", "$|x|$", "$e^x$"]
        let n = degrees.map { Double($0.degree) }
        return Figure(width: 420, height: 230, title: "Largest errors by degree") {
            Panel(x: Axis("degree $n$", scale: .log), y: Axis("largest error", scale: .log), legend: .top) {
                for (place, name) in names.enumerated() {
                    Line(x: n, y: degrees.map { $0.errors[place] }).role(.series(place)).label(name)
                }
            }
        }
    }
}

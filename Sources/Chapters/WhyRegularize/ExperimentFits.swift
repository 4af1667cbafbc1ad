import Foundation
import Learning
import Notebook

extension PolynomialFits {
    static func measure(in lab: Lab) throws -> PolynomialFits {
        var stream = lab.stream("fits")
        let degree = 12
        let alphas = [1e-4, 0.3, 30]
        let truth = { (x: Double) in sin(3 * x) }
        let grid = (0...80).map { -1 + Double($0) / 40 }
        var curves = alphas.map { _ in [[Double]]() }
        var shown: (inputs: [Double], targets: [Double]) = ([], [])
        for _ in 0..<12 {
            let inputs = (0..<16).map { -1 + 2 * (Double($0) + stream.uniform()) / 16 }
            let targets = inputs.map { truth($0) + 0.3 * stream.normal() }
            let path = try RidgePath(legendre(inputs, degree), targets)
            for (place, model) in try path.models(penalties: alphas).enumerated() {
                curves[place].append(try model.predictions(for: legendre(grid, degree)))
            }
            shown = (inputs, targets)
        }
        return PolynomialFits(
            alphas: alphas, degree: degree, grid: grid, truth: grid.map(truth), inputs: shown.inputs,
            targets: shown.targets, curves: curves)
    }

    /// Legendre polynomials of degree 0 to `degree` at each input, one row an input.
    private static func legendre(_ inputs: [Double], _ degree: Int) -> Matrix {
        Matrix(
            inputs.map { x in
                var row = [1, x]
                for n in 1..<degree {
                    row.append((Double(2 * n + 1) * x * row[n] - Double(n) * row[n - 1]) / Double(n + 1))
                }
                return row
            })
    }
}

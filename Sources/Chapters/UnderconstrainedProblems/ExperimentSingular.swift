import Foundation
import Learning
import Notebook

extension SingularMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> SingularMeasurements {
        var stream = lab.stream("singular")
        let (examples, features) = (12, 30)
        let wide = Matrix(rows: examples, columns: features, elements: stream.normals(examples * features)).centred
        let spectrum = try wide.gram.symmetricEigen().values

        var excess = Int.min
        var wideLeast = 0.0
        var shortfall = -Double.infinity
        for _ in 0..<parameters.problems {
            let rows = 2 + stream.index(below: 6)
            let columns = rows + 1 + stream.index(below: 6)
            let inputs = Matrix(rows: rows, columns: columns, elements: stream.normals(rows * columns))
            let values = try inputs.gram.symmetricEigen().values
            let greatest = values.last ?? .nan
            excess = max(excess, values.count { $0 > 1e-12 * greatest } - rows)
            wideLeast = max(wideLeast, abs(values[0]) / greatest)
            for alpha in [1e-6, 1e-3, 1, 1e3] {
                let least = try equations.regularizedGram(inputs, alpha).symmetricEigen().values[0]
                shortfall = max(shortfall, (alpha - least) / (greatest + alpha))
            }
        }

        let ones = Matrix(rows: 40, columns: 3, elements: stream.normals(120)).replacingFirstColumn(by: 1)
        let plain = try ones.gram.symmetricEigen().values
        let centred = try ones.centred.gram.symmetricEigen().values
        return SingularMeasurements(
            examples: examples, features: features,
            lostDirections: spectrum.count { $0 <= 1e-12 * (spectrum.last ?? .nan) },
            componentError: try componentError(wide, from: &stream), excessRank: excess, wideLeast: wideLeast,
            constantVariance: ones.column(0).variance, constantLeast: plain[0] / plain[2],
            constantCondition: plain[2] / plain[0], centredLeast: centred[0] / centred[2], shortfall: shortfall)
    }

    /// The first three principal components by the singular value decomposition, against power iteration that only ever
    /// multiplies by the data; neither inverts anything.
    private static func componentError(_ centred: Matrix, from stream: inout RandomStream) throws -> Double {
        let svd = try centred.singularValues()
        var found: [[Double]] = []
        var worst = 0.0
        for component in 0..<3 {
            var direction = stream.normals(centred.columns)
            for _ in 0..<4000 {
                direction = centred.transposedTimes(centred * direction)
                for other in found { direction = direction.subtracting(other.scaled(by: other.dot(direction))) }
                direction = direction.scaled(by: 1 / direction.norm)
            }
            found.append(direction)
            worst = max(worst, 1 - abs(direction.dot(svd.right.column(component))))
        }
        return worst
    }
}

extension Matrix {
    /// The matrix with the mean of each column subtracted.
    fileprivate var centred: Matrix {
        subtractingFromRows((0..<columns).map { column($0).mean })
    }

    fileprivate func replacingFirstColumn(by value: Double) -> Matrix {
        Matrix(rows: rows, columns: columns) { $1 == 0 ? value : self[$0, $1] }
    }
}

import Foundation
import Laboratory
import LinearAlgebra
import Statistics

/// When XᵀX can't be inverted, and what doesn't need it.
public struct Singular: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "When can $\\mathbf X^\\top\\mathbf X$ not be inverted, and what needs its inverse?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random problems for each statement", in: 1...10_000) public var problems = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Examples and features of the wide data.
        public let examples: Int
        public let features: Int
        /// How many directions XᵀX of the wide data has lost, after centring.
        public let lostDirections: Int
        /// The largest angle (as 1 − |cosine|) between principal components by SVD and by power iteration.
        public var componentError: Double
        /// The wide problems whose first component and least-squares fit were found although XᵀX has no inverse.
        public var solvedAnyway: Int
        /// The largest rank of XᵀX among the wide problems minus their number of examples; at most 0.
        public var excessRank: Int
        /// The largest lowest eigenvalue of XᵀX of the wide problems, relative to the highest.
        public var wideLowest: Double
        /// A column of ones: the lowest eigenvalue over the highest, as it is and centred, and the condition number.
        public var constantLowest: Double
        public let constantCondition: Double
        public var centredLowest: Double
        /// The most by which the lowest eigenvalue of XᵀX + αI falls short of α, over the highest eigenvalue.
        public var shortfall: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("singular")
        var targets = lab.stream("singular targets")
        let (examples, features) = (12, 30)
        let wide = Matrix(rows: examples, columns: features, elements: stream.normals(examples * features)).centred
        let spectrum = try wide.gram.symmetricEigen().values

        var excess = Int.min
        var solved = 0
        var wideLowest = 0.0
        var shortfall = -Double.infinity
        for _ in 0..<parameters.problems {
            let rows = 2 + stream.index(below: 6)
            let columns = rows + 1 + stream.index(below: 6)
            let inputs = Matrix(rows: rows, columns: columns, elements: stream.normals(rows * columns))
            let values = try inputs.gram.symmetricEigen().values
            let highest = values.last ?? .nan
            excess = max(excess, values.count { $0 > 1e-12 * highest } - rows)
            wideLowest = .worse(wideLowest, abs(values[0]) / highest)
            if try Self.solvesWithoutInverse(inputs, targets.normals(rows)) { solved += 1 }
            for alpha in [1e-6, 1e-3, 1, 1e3] {
                let lowest = try equations.regularizedGram(inputs, alpha).symmetricEigen().values[0]
                shortfall = .worse(shortfall, (alpha - lowest) / (highest + alpha))
            }
        }

        let ones = Matrix(rows: 40, columns: 3, elements: stream.normals(120)).replacingFirstColumn(by: 1)
        let plain = try ones.gram.symmetricEigen().values
        let centred = try ones.centred.gram.symmetricEigen().values
        return Results(
            examples: examples, features: features,
            lostDirections: spectrum.count { $0 <= 1e-12 * (spectrum.last ?? .nan) },
            componentError: try Self.componentError(wide, from: &stream), solvedAnyway: solved, excessRank: excess,
            wideLowest: wideLowest, constantLowest: plain[0] / plain[2], constantCondition: plain[2] / plain[0],
            centredLowest: centred[0] / centred[2], shortfall: shortfall)
    }

    /// Whether XᵀX is singular, the first component is an eigenvector of it nonetheless, and weights solve the normal
    /// equations; both come from the singular values of X.
    private static func solvesWithoutInverse(_ inputs: Matrix, _ targets: [Double]) throws -> Bool {
        let svd = try inputs.singularValues()
        let component = svd.right.column(0)
        let image = inputs.transposedTimes(inputs * component)
        let miss = image.subtracting(component.scaled(by: svd.values[0] * svd.values[0]))
        let weights = svd.filtered(targets) { 1 / $0 }
        let slope = inputs.transposedTimes((inputs * weights).subtracting(targets))
        return svd.rank() < inputs.columns && miss.norm <= 1e-10 * image.norm && slope.norm <= 1e-10 * image.norm
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
            worst = .worse(worst, 1 - abs(direction.dot(svd.right.column(component))))
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

import Foundation
import LinearAlgebra

/// The relative error of the weights of a solvable problem of a given condition number, in two ways.
struct SolverErrors {
    let singularValues: Double
    let inverse: Double

    init(condition: Double, from stream: inout RandomStream, equations: Equations) throws {
        let values = (0..<5).map { pow(condition, -Double($0) / 4) }
        let x = try KnownMatrix(rows: 20, columns: 5, values: values, from: &stream).matrix
        let truth = stream.normals(5)
        let y = x * truth
        let error = { (w: [Double]) in w.subtracting(truth).norm / truth.norm }
        singularValues = error(try equations.pseudoinverse(x) * y)
        // The inverse by its own singular values: it exists in double precision however badly conditioned XᵀX is.
        inverse = error(try x.gram.singularValues().filtered(x.transposedTimes(y)) { 1 / $0 })
    }
}

import LinearAlgebra
import LinearModels

/// X⁺y on square, tall, wide and rank-deficient problems against what defines it.
struct LeastNormErrors {
    var exactResidual = 0.0
    var gradient = 0.0
    var descentDistance = 0.0
    var rivals = 0
    var longerRivals = 0

    init(rivals count: Int, from stream: inout RandomStream, equations: Equations) throws {
        for (rows, columns, rank) in [(6, 6, 6), (12, 4, 4), (4, 10, 4), (8, 6, 3)] {
            let values = (0..<rank).map { _ in stream.uniform(in: 0.5..<2) }
            let known = try KnownMatrix(rows: rows, columns: columns, values: values, from: &stream)
            let x = known.matrix
            let y = stream.normals(rows)
            let w = try equations.pseudoinverse(x) * y
            let residual = (x * w).subtracting(y)
            if rank == rows { exactResidual = .worse(exactResidual, residual.largestMagnitude) }
            gradient = .worse(gradient, x.transposedTimes(residual).largestMagnitude)
            let origin = [Double](repeating: 0, count: columns)
            let descended = GradientDescent.minimize(from: origin, stepSize: 0.25, until: 1e-12) { w in
                x.transposedTimes((x * w).subtracting(y))
            }
            descentDistance = .worse(descentDistance, descended.subtracting(w).norm)
            guard rank < columns else { continue }
            for _ in 0..<count {
                let rival = w.adding(known.nullBasis * stream.normals(columns - rank).scaled(by: 0.1))
                rivals += 1
                if rival.norm > w.norm { longerRivals += 1 }
            }
        }
    }
}

import LinearAlgebra

/// Exact averages over Gaussian noise: the Gauss–Hermite rule, made from the eigenvalues of its Jacobi matrix
/// (Golub and Welsch 1969). With n points it is exact for polynomials up to degree 2n − 1.
struct GaussianQuadrature {
    /// Places of the rule for a standard normal.
    let nodes: [Double]
    /// Their probabilities.
    let weights: [Double]

    init(points: Int) throws {
        var jacobi = Matrix(rows: points, columns: points)
        for k in 1..<points {
            jacobi[k - 1, k] = Double(k).squareRoot()
            jacobi[k, k - 1] = Double(k).squareRoot()
        }
        let eigen = try jacobi.symmetricEigen()
        nodes = eigen.values
        weights = (0..<points).map { eigen.vectors[0, $0] * eigen.vectors[0, $0] }
    }

    /// The mean of `body` over independent normals of the given variance, `dimensions` at a time.
    func mean(_ dimensions: Int, variance: Double, _ body: ([Double]) -> Double) -> Double {
        let deviation = variance.squareRoot()
        var place = [Int](repeating: 0, count: dimensions)
        var point = [Double](repeating: deviation * nodes[0], count: dimensions)
        var total = 0.0
        while true {
            total += place.reduce(1) { $0 * weights[$1] } * body(point)
            var axis = 0
            while axis < dimensions, place[axis] == nodes.count - 1 {
                place[axis] = 0
                point[axis] = deviation * nodes[0]
                axis += 1
            }
            if axis == dimensions { return total }
            place[axis] += 1
            point[axis] = deviation * nodes[place[axis]]
        }
    }

    /// The mean of `body` over one standard normal.
    func mean(_ body: (Double) -> Double) -> Double {
        zip(nodes, weights).reduce(0) { $0 + $1.1 * body($1.0) }
    }
}

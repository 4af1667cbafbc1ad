/// J = ½(uvw − 1)²: the smallest network in which small weights trap one another.
enum ThreeWeights {
    static func loss(_ w: [Double]) -> Double {
        let miss = w[0] * w[1] * w[2] - 1
        return miss * miss / 2
    }

    static func gradient(_ w: [Double]) -> [Double] {
        let miss = w[0] * w[1] * w[2] - 1
        return [miss * w[1] * w[2], miss * w[0] * w[2], miss * w[0] * w[1]]
    }

    /// √2·u and w of a point with u = v, whose distance from the origin is the norm of (u, v, w).
    static func plane(_ w: [Double]) -> [Double] { [Double(2).squareRoot() * w[0], w[2]] }
}

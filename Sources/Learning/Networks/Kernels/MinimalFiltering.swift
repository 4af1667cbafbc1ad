/// The transforms of minimal filtering: a filter of `side` numbers over eight gives its 9 − `side` answers by eight
/// multiplications instead of `side` · (9 − `side`), and in two dimensions by 64.
///
/// After Toom and Cook, a polynomial with `side` coefficients times one with 9 − `side` is found by `evaluate` of both at
/// eight points, eight products and `interpolate`. Transposed that is a filter (Winograd, "Arithmetic Complexity of
/// Computations", 1980): eight inputs go through `interpolateTransposed`, are multiplied by the filter's values at the points,
/// and the answers are what `evaluateTransposed` makes of the products. Lavin and Gray, "Fast Algorithms for Convolutional
/// Neural Networks" (2016), nest it in two dimensions and call the matrices of these transforms Bᵀ, G and Aᵀ.
///
/// The points are 0, ±½, ±1, ±2 and ∞, where a polynomial is its last coefficient. With M(x) = x (x² − ¼) (x² − 1) (x² − 4),
/// the finite point p of the interpolation has the coefficients of M(x)/(x − p), over M′(p), and ∞ those of M. What belongs to
/// p and −p differs in the sign of every second coefficient, so a pair shares its sums. Of seventeen choices of small fractions
/// this one has the least rounding error: of `Float` 2 to 3 · 10⁻⁶, root mean square, of outputs and derivatives, and at most
/// about 10⁻⁵ of the greatest of them.
enum MinimalFiltering<Scalar: NetworkScalar> {
    typealias Lanes = SIMD4<Scalar>

    enum Transform {
        /// The values at the eight points of the polynomial with so many coefficients, 3 to 6.
        case evaluate(Int)
        /// The transposed map, from eight numbers to so many.
        case evaluateTransposed(Int)
        /// The eight coefficients of the polynomial whose values at the points, times `scale`, are given.
        case interpolate
        case interpolateTransposed
    }

    static var points: Int { 8 }
    /// Points of a square.
    static var places: Int { 64 }

    /// 1/M′(p), by which the values of one factor are multiplied so that the interpolation needn't.
    private static func scale(_ point: Int) -> Scalar {
        switch point {
        case 0: -1
        case 1, 2: 32 / 45
        case 3, 4: -2 / 9
        case 5, 6: 1 / 90
        default: 1
        }
    }

    /// The same of a place of a square.
    static func scale(_ row: Int, _ column: Int) -> Scalar { scale(row) * scale(column) }

    /// For 3 to 6 coefficients.
    @inline(__always)
    private static func evaluate(_ count: Int, _ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let (zero, one, two) = (load(0), load(1), load(2))
        var even = (zero + 0.25 * two, zero + two, zero + 4 * two)
        var odd = (0.5 * one, one, 2 * one)
        var last = two
        if count > 3 {
            last = load(3)
            odd = (odd.0 + 0.125 * last, odd.1 + last, odd.2 + 8 * last)
        }
        if count > 4 {
            last = load(4)
            even = (even.0 + 0.0625 * last, even.1 + last, even.2 + 16 * last)
        }
        if count > 5 {
            last = load(5)
            odd = (odd.0 + 0.03125 * last, odd.1 + last, odd.2 + 32 * last)
        }
        store(0, zero)
        store(1, even.0 + odd.0)
        store(2, even.0 - odd.0)
        store(3, even.1 + odd.1)
        store(4, even.1 - odd.1)
        store(5, even.2 + odd.2)
        store(6, even.2 - odd.2)
        store(7, last)
    }

    @inline(__always)
    private static func evaluateTransposed(_ count: Int, _ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let even = (load(1) + load(2), load(3) + load(4), load(5) + load(6))
        let odd = (load(1) - load(2), load(3) - load(4), load(5) - load(6))
        let infinity = load(7)
        store(0, load(0) + even.0 + even.1 + even.2)
        store(1, 0.5 * odd.0 + odd.1 + 2 * odd.2)
        let two = 0.25 * even.0 + even.1 + 4 * even.2
        store(2, count == 3 ? two + infinity : two)
        if count > 3 {
            let three = 0.125 * odd.0 + odd.1 + 8 * odd.2
            store(3, count == 4 ? three + infinity : three)
        }
        if count > 4 {
            let four = 0.0625 * even.0 + even.1 + 16 * even.2
            store(4, count == 5 ? four + infinity : four)
        }
        if count > 5 { store(5, 0.03125 * odd.0 + odd.1 + 32 * odd.2 + infinity) }
    }

    @inline(__always)
    private static func interpolate(_ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let (zero, infinity) = (load(0), load(7))
        let even = (load(1) + load(2), load(3) + load(4), load(5) + load(6))
        let odd = (0.5 * (load(1) - load(2)), load(3) - load(4), 2 * (load(5) - load(6)))
        store(0, -zero)
        store(1, 4 * odd.0 + odd.1 + 0.25 * odd.2 - infinity)
        store(2, 4 * even.0 + even.1 + 0.25 * even.2 + 5.25 * zero)
        store(3, 5.25 * infinity - 5 * odd.0 - 4.25 * odd.1 - 1.25 * odd.2)
        store(4, -5.25 * zero - 5 * even.0 - 4.25 * even.1 - 1.25 * even.2)
        store(5, odd.0 + odd.1 + odd.2 - 5.25 * infinity)
        store(6, even.0 + even.1 + even.2 + zero)
        store(7, infinity)
    }

    @inline(__always)
    private static func interpolateTransposed(_ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let (one, two, three, four, five, six) = (load(1), load(2), load(3), load(4), load(5), load(6))
        let even = (
            six - 5 * four + 4 * two, six - 4.25 * four + two, six - 1.25 * four + 0.25 * two
        )
        let odd = (
            0.5 * five - 2.5 * three + 2 * one, five - 4.25 * three + one, 2 * five - 2.5 * three + 0.5 * one
        )
        store(0, six - load(0) + 5.25 * (two - four))
        store(1, even.0 + odd.0)
        store(2, even.0 - odd.0)
        store(3, even.1 + odd.1)
        store(4, even.1 - odd.1)
        store(5, even.2 + odd.2)
        store(6, even.2 - odd.2)
        store(7, load(7) - one + 5.25 * (three - five))
    }

    @inline(__always)
    private static func transform(_ kind: Transform, _ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        switch kind {
        case .evaluate(let count): evaluate(count, load, store)
        case .evaluateTransposed(let count): evaluateTransposed(count, load, store)
        case .interpolate: interpolate(load, store)
        case .interpolateTransposed: interpolateTransposed(load, store)
        }
    }

    /// Transforms the columns of a square, then its rows.
    ///
    /// - Parameters:
    ///   - columns: of the square before, `rows` of the square after.
    ///   - scratch: what stands between, `places` of them.
    @inline(__always)
    static func transform(
        _ kind: Transform, columns: Int, rows: Int, scratch: UnsafeMutablePointer<Lanes>, load: (Int, Int) -> Lanes,
        store: (Int, Int, Lanes) -> Void
    ) {
        for column in 0..<columns {
            transform(kind, { load($0, column) }, { scratch[$0 &* points &+ column] = $1 })
        }
        for row in 0..<rows {
            transform(kind, { scratch[row &* points &+ $0] }, { store(row, $0, $1) })
        }
    }
}

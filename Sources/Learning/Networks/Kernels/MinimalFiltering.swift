/// The transforms of minimal filtering: a filter of `side` numbers over six gives its 7 − `side` answers by six
/// multiplications instead of `side` · (7 − `side`), and in two dimensions by 36.
///
/// After Toom and Cook, a polynomial with `side` coefficients times one with 7 − `side` is found by `evaluate` of both at six
/// points, six products and `interpolate`. Transposed that is a filter (Winograd, "Arithmetic Complexity of Computations",
/// 1980): six inputs go through `interpolateTransposed`, are multiplied by the filter's values at the points, and the answers
/// are what `evaluateTransposed` makes of the products. Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks"
/// (2016), nest it in two dimensions and call the matrices of these transforms Bᵀ, G and Aᵀ.
///
/// The points are 0, ±a, ±b and ∞, where a polynomial is its last coefficient. With M(x) = x (x² − a²) (x² − b²), the finite
/// point p of the interpolation has the coefficients of M(x)/(x − p), over M′(p), and ∞ those of M. What belongs to p and −p
/// differs in the sign of every second coefficient, so a pair shares its sums. With a = 3/4 and b = 3/2, whose powers are
/// exact, the rounding error is some four times smaller than with the usual 1 and 2.
enum MinimalFiltering<Scalar: NetworkScalar> {
    typealias Lanes = SIMD8<Scalar>

    enum Transform {
        /// The values at the six points of the polynomial with so many coefficients.
        case evaluate(Int)
        /// The transposed map, from six numbers to so many.
        case evaluateTransposed(Int)
        /// The six coefficients of the polynomial whose values at the points, times `scale`, are given.
        case interpolate
        case interpolateTransposed
    }

    static var points: Int { 6 }

    @inline(__always) private static var a: Scalar { 0.75 }
    @inline(__always) private static var b: Scalar { 1.5 }
    @inline(__always) private static var a2: Scalar { a * a }
    @inline(__always) private static var b2: Scalar { b * b }

    /// 1/M′(p), by which the values of one factor are multiplied so that the interpolation needn't.
    static func scale(_ point: Int) -> Scalar {
        switch point {
        case 0: 1 / (a2 * b2)
        case 1, 2: 1 / (2 * a2 * (a2 - b2))
        case 3, 4: 1 / (2 * b2 * (b2 - a2))
        default: 1
        }
    }

    @inline(__always)
    private static func evaluate(_ count: Int, _ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let first = load(0)
        var (even, odd) = (first, Lanes.zero)
        var (evenB, oddB) = (first, Lanes.zero)
        var (powerA, powerB) = (a, b)
        var last = first
        for degree in 1..<count {
            last = load(degree)
            if degree % 2 == 0 {
                even += powerA * last
                evenB += powerB * last
            } else {
                odd += powerA * last
                oddB += powerB * last
            }
            powerA *= a
            powerB *= b
        }
        store(0, first)
        store(1, even + odd)
        store(2, even - odd)
        store(3, evenB + oddB)
        store(4, evenB - oddB)
        store(5, last)
    }

    @inline(__always)
    private static func evaluateTransposed(_ count: Int, _ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let (plus, minus, plusB, minusB) = (load(1), load(2), load(3), load(4))
        let (even, odd, evenB, oddB) = (plus + minus, plus - minus, plusB + minusB, plusB - minusB)
        var (powerA, powerB) = (a, b)
        store(0, load(0) + even + evenB)
        for degree in 1..<count {
            var sum = degree % 2 == 0 ? powerA * even + powerB * evenB : powerA * odd + powerB * oddB
            if degree == count - 1 { sum += load(5) }
            store(degree, sum)
            powerA *= a
            powerB *= b
        }
    }

    @inline(__always)
    private static func interpolate(_ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let (zero, infinity) = (load(0), load(5))
        let (even, odd) = (load(1) + load(2), a * (load(1) - load(2)))
        let (evenB, oddB) = (load(3) + load(4), b * (load(3) - load(4)))
        store(0, (a2 * b2) * zero)
        store(1, (a2 * b2) * infinity - b2 * odd - a2 * oddB)
        store(2, -(a2 + b2) * zero - b2 * even - a2 * evenB)
        store(3, odd + oddB - (a2 + b2) * infinity)
        store(4, zero + even + evenB)
        store(5, infinity)
    }

    @inline(__always)
    private static func interpolateTransposed(_ load: (Int) -> Lanes, _ store: (Int, Lanes) -> Void) {
        let (one, two, three, four) = (load(1), load(2), load(3), load(4))
        let (even, odd) = (four - b2 * two, a * (three - b2 * one))
        let (evenB, oddB) = (four - a2 * two, b * (three - a2 * one))
        store(0, (a2 * b2) * load(0) - (a2 + b2) * two + four)
        store(1, even + odd)
        store(2, even - odd)
        store(3, evenB + oddB)
        store(4, evenB - oddB)
        store(5, (a2 * b2) * one - (a2 + b2) * three + load(5))
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
    ///   - scratch: what stands between, 36 of them.
    @inline(__always)
    static func transform(
        _ kind: Transform, columns: Int, rows: Int, scratch: UnsafeMutablePointer<Lanes>, load: (Int, Int) -> Lanes,
        store: (Int, Int, Lanes) -> Void
    ) {
        for column in 0..<columns {
            transform(kind, { load($0, column) }, { scratch[$0 * points + column] = $1 })
        }
        for row in 0..<rows {
            transform(kind, { scratch[row * points + $0] }, { store(row, $0, $1) })
        }
    }
}

/// The largest of several rows of numbers, place by place, with the number of the row that it came from; of equal rows the
/// first counts, and NaN is larger than any number.
struct LargestOf<Scalar: NetworkScalar> {
    let count: Int
    let best: UnsafeMutablePointer<Scalar>
    let winner: UnsafeMutablePointer<Scalar>

    /// Row 0 is the largest so far.
    @inline(__always)
    func begin(with first: UnsafePointer<Scalar>) {
        best.update(from: first, count: count)
        winner.update(repeating: .zero, count: count)
    }

    /// Row `number` joins.
    @inline(__always)
    func join(_ row: UnsafePointer<Scalar>, number: Int) {
        let number = Scalar(number)
        for i in 0..<count {
            let (value, old, from) = (row[i], best[i], winner[i])
            let isGreater = (value > old) != (value != value)
            best[i] = Scalar.choose(isGreater, value, old)
            winner[i] = Scalar.choose(isGreater, number, from)
        }
    }

    /// The part of the derivative `delta` by the largest that belongs to row `number`.
    @inline(__always)
    static func share(
        _ delta: UnsafePointer<Scalar>, ofRow number: Int, _ winner: UnsafePointer<Scalar>,
        into target: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        let (number, zero) = (Scalar(number), Scalar.zero)
        for i in 0..<count {
            target[i] = Scalar.choose(winner[i] == number, delta[i], zero)
        }
    }
}

import Learning

/// A random tanh network, a few examples, and the averages over them that equations 7.17 and 7.22 are made of.
struct NoisyProblem {
    let network: TanhNetwork
    let examples: [(x: [Double], y: Double)]

    init(inputs: Int, units: Int, examples count: Int, from stream: inout RandomStream) {
        network = TanhNetwork(inputs: inputs, units: units, from: &stream)
        examples = (0..<count).map { _ in (stream.normals(inputs), stream.normal()) }
    }

    /// The mean of `body` over the examples.
    func mean(_ body: ([Double], Double) -> Double) -> Double {
        examples.reduce(0) { $0 + body($1.x, $1.y) } / Double(examples.count)
    }

    /// J of equations 7.14 and 7.18.
    func loss(_ equations: Equations) -> Double {
        mean { x, y in equations.cost(network.value(at: x), y) }
    }
}

/// How far an objective without noise lies from the one with noise, summed over problems, at several variances.
struct Misses {
    let variances: [Double]
    var plain: [Double]
    var penalty: [Double]
    var expansion: [Double]

    init(variances: [Double]) {
        self.variances = variances
        plain = variances.map { _ in 0 }
        penalty = plain
        expansion = plain
    }

    /// Variances from 10⁻⁴ to 10⁻¹, two to an octave apart.
    static let variances = (0..<11).map { 1e-4 * Double(1 << $0) }

    /// The power of the variance with which the expansion misses, between the third and the second variance.
    var power: Double { expansion.power(1, 2) }
}

extension [Double] {
    /// log₂ of the ratio of two entries: the power, where the argument doubles from one to the other.
    func power(_ small: Int, _ large: Int) -> Double { (self[large] / self[small]).binaryLogarithm }
}

extension Double {
    /// The greater of two errors; not a number if one of them isn't, so that no failure is hidden.
    static func worse(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }
}

import LinearAlgebra

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

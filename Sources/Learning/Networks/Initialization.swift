import LinearAlgebra

/// The distribution that parameters start from.
public enum Initialization: Sendable, Hashable, Codable {
    case constant(Double)
    case normal(deviation: Double)
    /// Uniform in ±`limit`.
    case uniform(limit: Double)

    /// Normal with variance 2 / `inputs`, for rectifiers (He et al. 2015).
    public static func he(inputs: Int) -> Initialization {
        .normal(deviation: (2 / Double(inputs)).squareRoot())
    }

    /// Uniform with variance 2 / (`inputs` + `outputs`) (Glorot and Bengio 2010).
    public static func glorot(inputs: Int, outputs: Int) -> Initialization {
        .uniform(limit: (6 / Double(inputs + outputs)).squareRoot())
    }

    /// The next number of this distribution.
    func draw(_ stream: inout RandomStream) -> Double {
        switch self {
        case .constant(let value): value
        case .normal(let deviation): deviation * stream.normal()
        case .uniform(let limit): limit * (2 * stream.uniform() - 1)
        }
    }
}

/// What a unit does to the sum that reaches it.
public enum ActivationFunction: String, Sendable, Hashable, Codable, CaseIterable {
    case identity
    /// max(0, z).
    case rectifier
    case tanh
    /// 1 / (1 + e⁻ᶻ).
    case sigmoid

    /// Initial weights for `inputs` inputs and `outputs` outputs that keep signals of this unit at their size.
    func initialization(inputs: Int, outputs: Int) -> Initialization {
        self == .rectifier ? .he(inputs: inputs) : .glorot(inputs: inputs, outputs: outputs)
    }

    /// The function's value.
    @inline(__always)
    func value<Scalar: NetworkScalar>(at z: Scalar) -> Scalar {
        switch self {
        case .identity: z
        case .rectifier: z <= 0 ? 0 : z
        case .tanh: Scalar.tanh(z)
        case .sigmoid: 1 / (1 + Scalar.exp(-z))
        }
    }

    /// Adds the offsets `b` to a row `y` of sums and applies the function, in place.
    @inline(__always)
    func apply<Scalar: NetworkScalar>(
        to y: UnsafeMutablePointer<Scalar>, adding b: UnsafePointer<Scalar>, _ range: Range<Int>
    ) {
        switch self {
        case .identity:
            for i in range { y[i] += b[i] }
        case .rectifier:
            let zero = Scalar.zero
            for i in range {
                let z = y[i] + b[i]
                // NaN is not at most 0, and passes.
                y[i] = Scalar.choose(z <= zero, zero, z)
            }
        case .tanh:
            for i in range { y[i] = ActivationFunction.tanh.value(at: y[i] + b[i]) }
        case .sigmoid:
            for i in range { y[i] = ActivationFunction.sigmoid.value(at: y[i] + b[i]) }
        }
    }

    /// Multiplies `delta` by the function's slope, read off its value `y`; at the rectifier's corner the slope is 0.
    @inline(__always)
    func multiplySlope<Scalar: NetworkScalar>(
        into delta: UnsafeMutablePointer<Scalar>, at y: UnsafePointer<Scalar>, _ range: Range<Int>
    ) {
        switch self {
        case .identity: break
        case .rectifier:
            let zero = Scalar.zero
            for i in range { delta[i] = Scalar.choose(y[i] <= zero, zero, delta[i]) }
        case .tanh:
            for i in range { delta[i] *= 1 - y[i] * y[i] }
        case .sigmoid:
            for i in range { delta[i] *= y[i] * (1 - y[i]) }
        }
    }
}

import LinearAlgebra

/// Random bits for masks and noise, eight generators side by side: xoshiro128++ (Blackman and Vigna 2019),
/// each started by a counter-based stream. A tenth of the cost of the stream itself.
struct BitSource {
    private typealias Lanes = SIMD8<UInt32>
    /// The first words of all eight, then their second words, and so on.
    private var words: (Lanes, Lanes, Lanes, Lanes)

    /// The source number `index` below `stream`.
    init(_ stream: RandomStream, _ index: Int) {
        var own = stream.split("bits", index)
        func lanes(_ stream: inout RandomStream) -> Lanes {
            var lanes = Lanes()
            for i in 0..<Lanes.scalarCount { lanes[i] = stream.next32() | 1 }
            return lanes
        }
        let (a, b) = (lanes(&own), lanes(&own))
        words = (a, b, lanes(&own), lanes(&own))
    }

    /// Fills `mask` with `kept` where a number is kept, which happens with probability `keep` (to 2⁻³²), else with 0.
    @inline(__always)
    mutating func fillMask<Scalar: NetworkScalar>(
        _ mask: UnsafeMutablePointer<Scalar>, count: Int, keep: Double, kept: Scalar
    ) {
        guard keep < 1 else {
            for i in 0..<count { mask[i] = kept }
            return
        }
        let limit = UInt32(keep * 0x1p32)
        withUnsafeMutableBytes(of: &words) { words in
            guard let state = words.assumingMemoryBound(to: UInt32.self).baseAddress else { return }
            Scalar.fillMask(mask, count: count, from: state, below: limit, kept: kept)
        }
    }
}

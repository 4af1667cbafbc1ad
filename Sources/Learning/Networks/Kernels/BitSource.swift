import LinearAlgebra

/// Random bits for masks and noise, eight generators side by side: xoshiro128++ (Blackman and Vigna 2019),
/// each started by a counter-based stream. A tenth of the cost of the stream itself.
struct BitSource {
    typealias Lanes = SIMD8<UInt32>
    private var a: Lanes
    private var b: Lanes
    private var c: Lanes
    private var d: Lanes

    /// The source number `index` below `stream`.
    init(_ stream: RandomStream, _ index: Int) {
        var own = stream.split("bits", index)
        func lanes(_ stream: inout RandomStream) -> Lanes {
            var lanes = Lanes()
            for i in 0..<Lanes.scalarCount { lanes[i] = stream.next32() | 1 }
            return lanes
        }
        a = lanes(&own)
        b = lanes(&own)
        c = lanes(&own)
        d = lanes(&own)
    }

    /// A sum, for of an "or" the compiler makes eight rotations of one number each.
    @inline(__always)
    private static func rotated(_ x: Lanes, _ k: UInt32) -> Lanes {
        (x &<< Lanes(repeating: k)) &+ (x &>> Lanes(repeating: 32 - k))
    }

    /// The next 8 × 32 bits.
    @inline(__always)
    mutating func next() -> Lanes {
        let result = BitSource.rotated(a &+ d, 7) &+ a
        let t = b &<< Lanes(repeating: 9)
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = BitSource.rotated(d, 11)
        return result
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
        let zero = Scalar.zero
        // The draws pass through the stack, so that the choice takes several at once.
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 32) { draws in
            guard let draws = draws.baseAddress else { return }
            for start in stride(from: 0, to: count, by: 256) {
                let size = min(256, count - start)
                for place in 0..<(size + 7) / 8 { draws[place] = next() }
                let mask = mask + start
                draws.withMemoryRebound(to: UInt32.self, capacity: 256) { draws in
                    for i in 0..<size { mask[i] = Scalar.choose(draws[i] < limit, kept, zero) }
                }
            }
        }
    }
}

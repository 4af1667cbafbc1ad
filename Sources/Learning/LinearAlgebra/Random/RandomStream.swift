/// A named stream of random numbers, made by the counter-based generator Philox 4×32-10
/// (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").
///
/// A stream is a value: its numbers depend on its seed and its name alone, never on which thread
/// draws them or on what other streams have drawn. Two streams split under different names are independent.
///
///     var stream = RandomStream(seed: 7, name: "weights")
///     let w = stream.normal()
///     var mask = stream.split("mask", 3)
public struct RandomStream: RandomNumberGenerator, Sendable {
    let key: SIMD2<UInt32>
    let path: UInt64
    var counter: UInt64 = 0
    private var block = SIMD4<UInt32>()
    private var used = 4

    /// The stream `name` of a master seed.
    public init(seed: UInt64, name: String = "") {
        self.init(key: seed, path: RandomStream.mix(0xcbf2_9ce4_8422_2325, name))
    }

    private init(key: UInt64, path: UInt64) {
        self.key = SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
        self.path = path
    }

    /// The stream called `name`, number `index`, below this one. What this stream has drawn so far does not matter.
    public func split(_ name: String, _ index: Int = 0) -> RandomStream {
        let seed = UInt64(key[0]) | UInt64(key[1]) << 32
        var child = RandomStream.mix(path, name)
        child = RandomStream.avalanche(child ^ UInt64(bitPattern: Int64(index)) &* 0x9e37_79b9_7f4a_7c15)
        return RandomStream(key: seed, path: child)
    }

    /// The next 32 random bits.
    public mutating func next32() -> UInt32 {
        if used == 4 { refill() }
        defer { used += 1 }
        return block[used]
    }

    @inline(__always)
    public mutating func next() -> UInt64 {
        if used & 1 == 1 { return UInt64(next32()) | UInt64(next32()) << 32 }
        if used == 4 { refill() }
        defer { used += 2 }
        return UInt64(block[used]) | UInt64(block[used + 1]) << 32
    }

    private mutating func refill() {
        let position = SIMD4(
            UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32),
            UInt32(truncatingIfNeeded: path), UInt32(truncatingIfNeeded: path >> 32))
        block = Philox4x32.words(counter: position, key: key)
        counter &+= 1
        used = 0
    }

    /// Uniform in [0, 1), on a grid of 2⁻⁵³.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Uniform in the half-open `range`.
    public mutating func uniform(in range: Range<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    }

    /// Uniform in 0..<`bound`, without bias. `bound` must be positive.
    public mutating func index(below bound: Int) -> Int {
        precondition(bound > 0, "bound \(bound)")
        // Lemire 2019, "Fast random integer generation in an interval".
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// Standard normal, by the ziggurat method.
    public mutating func normal() -> Double {
        let ziggurat = Ziggurat.standard
        return ziggurat.edges.withUnsafeBufferPointer { edges in
            guard let edges = edges.baseAddress else { return .nan }
            return ziggurat.normal(next(), edges: edges, more: { next() })
        }
    }

    /// True with the given probability.
    public mutating func bernoulli(_ probability: Double) -> Bool {
        uniform() < probability
    }

    /// The numbers 0..<`count` in random order (Fisher and Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, index(below: last + 1)) }
        return order
    }

    /// `count` indices drawn from 0..<`count` with replacement: one bootstrap resample.
    public mutating func bootstrap(_ count: Int) -> [Int] {
        (0..<count).map { _ in index(below: count) }
    }

    /// How often each of 0..<`count` occurs in the bootstrap resample that this stream would draw.
    public func bootstrapWeights(_ count: Int) -> [Double] {
        var stream = self
        var weights = [Double](repeating: 0, count: count)
        for _ in 0..<count { weights[stream.index(below: count)] += 1 }
        return weights
    }
}

extension RandomStream {
    /// FNV-1a over the name's bytes, then an avalanche, so that near names lie far apart.
    private static func mix(_ start: UInt64, _ name: String) -> UInt64 {
        var hash = start
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return avalanche(hash)
    }

    private static func avalanche(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}

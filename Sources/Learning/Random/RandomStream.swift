import Foundation

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
    private let key: (UInt32, UInt32)
    private let path: UInt64
    private var counter: UInt64 = 0
    private var block: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    private var used = 4
    private var spareNormal: Double?

    /// The stream `name` of a master seed.
    public init(seed: UInt64, name: String = "") {
        self.init(key: seed, path: RandomStream.mix(0xcbf2_9ce4_8422_2325, name))
    }

    private init(key: UInt64, path: UInt64) {
        self.key = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
        self.path = path
    }

    /// The stream called `name`, number `index`, below this one. What this stream has drawn so far does not matter.
    public func split(_ name: String, _ index: Int = 0) -> RandomStream {
        let seed = UInt64(key.0) | UInt64(key.1) << 32
        var child = RandomStream.mix(path, name)
        child = RandomStream.avalanche(child ^ UInt64(bitPattern: Int64(index)) &* 0x9e37_79b9_7f4a_7c15)
        return RandomStream(key: seed, path: child)
    }

    /// The next 32 random bits.
    public mutating func next32() -> UInt32 {
        if used == 4 {
            block = RandomStream.philox(counter: counter, path: path, key: key)
            counter &+= 1
            used = 0
        }
        defer { used += 1 }
        switch used {
        case 0: return block.0
        case 1: return block.1
        case 2: return block.2
        default: return block.3
        }
    }

    public mutating func next() -> UInt64 {
        UInt64(next32()) | UInt64(next32()) << 32
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
        Int.random(in: 0..<bound, using: &self)
    }

    /// Standard normal, by the polar method of Marsaglia.
    public mutating func normal() -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return spare
        }
        while true {
            let u = 2 * uniform() - 1
            let v = 2 * uniform() - 1
            let s = u * u + v * v
            if s > 0 && s < 1 {
                let scale = (-2 * log(s) / s).squareRoot()
                spareNormal = v * scale
                return u * scale
            }
        }
    }

    /// `count` standard normals.
    public mutating func normals(_ count: Int) -> [Double] {
        (0..<count).map { _ in normal() }
    }

    /// True with the given probability.
    public mutating func bernoulli(_ probability: Double) -> Bool {
        uniform() < probability
    }

    /// The numbers 0..<`count` in random order (Fisher and Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        order.shuffle(using: &self)
        return order
    }

    /// `count` indices drawn from 0..<`count` with replacement: one bootstrap resample.
    public mutating func bootstrap(_ count: Int) -> [Int] {
        (0..<count).map { _ in index(below: count) }
    }
}

extension RandomStream {
    private static func philox(
        counter: UInt64, path: UInt64, key: (UInt32, UInt32)
    ) -> (UInt32, UInt32, UInt32, UInt32) {
        var x = (
            UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32),
            UInt32(truncatingIfNeeded: path), UInt32(truncatingIfNeeded: path >> 32)
        )
        var k = key
        for _ in 0..<10 {
            let a = UInt64(x.0) &* 0xd251_1f53
            let b = UInt64(x.2) &* 0xcd9e_8d57
            x = (
                UInt32(truncatingIfNeeded: b >> 32) ^ x.1 ^ k.0, UInt32(truncatingIfNeeded: b),
                UInt32(truncatingIfNeeded: a >> 32) ^ x.3 ^ k.1, UInt32(truncatingIfNeeded: a)
            )
            k = (k.0 &+ 0x9e37_79b9, k.1 &+ 0xbb67_ae85)
        }
        return x
    }

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

/// The counter-based generator Philox 4×32-10: a keyed bijection of 128-bit counters
/// (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").
package enum Philox4x32 {
    /// The four words that belong to `counter` under `key`.
    @inline(__always)
    package static func words(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var x = counter
        var k = key
        for _ in 0..<10 {
            let a = UInt64(x[0]) &* multipliers.0
            let b = UInt64(x[2]) &* multipliers.1
            x = SIMD4(
                UInt32(truncatingIfNeeded: b >> 32) ^ x[1] ^ k[0], UInt32(truncatingIfNeeded: b),
                UInt32(truncatingIfNeeded: a >> 32) ^ x[3] ^ k[1], UInt32(truncatingIfNeeded: a))
            k &+= increments
        }
        return x
    }

    /// Four consecutive counters at once: word i of counter c + j is lane j of element i.
    /// Lanes are kept in the low halves of 64 bits, where two processor instructions multiply all four.
    @inline(__always)
    static func fourBlocks(
        counter: UInt64, path: UInt64, key: SIMD2<UInt32>
    ) -> (SIMD4<UInt64>, SIMD4<UInt64>, SIMD4<UInt64>, SIMD4<UInt64>) {
        let low = SIMD4<UInt64>(repeating: 0xffff_ffff)
        let counters = SIMD4<UInt64>(repeating: counter) &+ SIMD4(0, 1, 2, 3)
        var x = (
            counters & low, counters &>> 32,
            SIMD4<UInt64>(repeating: path & 0xffff_ffff), SIMD4<UInt64>(repeating: path >> 32)
        )
        var k = key
        for _ in 0..<10 {
            let a = x.0 &* SIMD4(repeating: multipliers.0)
            let b = x.2 &* SIMD4(repeating: multipliers.1)
            x = (
                (b &>> 32) ^ x.1 ^ SIMD4(repeating: UInt64(k[0])), b & low,
                (a &>> 32) ^ x.3 ^ SIMD4(repeating: UInt64(k[1])), a & low
            )
            k &+= increments
        }
        return x
    }

    private static var multipliers: (UInt64, UInt64) { (0xd251_1f53, 0xcd9e_8d57) }
    private static var increments: SIMD2<UInt32> { SIMD2(0x9e37_79b9, 0xbb67_ae85) }
}

/// Compresses rows of three-byte pixels in the format of zlib (RFC 1950 and 1951).
///
/// Repetitions are looked for in one place only, the pixel before: after each row is replaced by its difference to the
/// row above, a figure is mostly runs of equal pixels. That takes a fraction of the time of a search for any repetition.
struct PixelDeflate {
    /// Bytes as they are (0…255), the end (256), and runs: 256 + the number of bytes that repeat those three before.
    private var tokens: [UInt16] = []
    private var counts = [Int](repeating: 0, count: 286)
    /// The two halves of Adler's checksum.
    private var (low, high): (UInt32, UInt32) = (1, 0)

    private static let longestRun = 86

    init(pixels: Int) { tokens.reserveCapacity(pixels / 4) }

    /// Adds a byte that is no part of a pixel.
    mutating func append(_ byte: UInt8) {
        tokens.append(UInt16(byte))
        counts[Int(byte)] += 1
        low = (low + UInt32(byte)) % Self.modulus
        high = (high + low) % Self.modulus
    }

    /// Adds a pixel, red in the third byte and blue in the first, so many times.
    mutating func append(_ pixel: UInt32, count: Int) {
        let parts = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
        for part in [parts.0, parts.1, parts.2] {
            tokens.append(UInt16(part))
            counts[Int(part)] += 1
        }
        addToChecksum(parts)
        var left = count - 1
        while left > 0 {
            let run = min(left, Self.longestRun)
            tokens.append(UInt16(256 + 3 * run))
            counts[Self.runs[run].symbol] += 1
            left -= run
        }
        if pixel & 0xFF_FFFF == 0 {
            high = UInt32((UInt64(high) + UInt64(low) * UInt64(3 * (count - 1))) % UInt64(Self.modulus))
        } else {
            for _ in 1..<max(1, count) { addToChecksum(parts) }
        }
    }

    private mutating func addToChecksum(_ parts: (UInt32, UInt32, UInt32)) {
        high = (high + 3 * low + 3 * parts.0 + 2 * parts.1 + parts.2) % Self.modulus
        low = (low + parts.0 + parts.1 + parts.2) % Self.modulus
    }

    private static let modulus: UInt32 = 65521

    /// How deflate writes a run of so many pixels: a symbol and some bits more.
    private struct Run {
        var symbol = 0
        var extra: UInt64 = 0
        var extraBits = 0
    }

    private static let runs: [Run] = (0...longestRun).map { pixels in
        let length = 3 * pixels
        if length < 11 { return Run(symbol: 254 + length) }
        if length == 258 { return Run(symbol: 285) }
        // Four symbols for each number of bits more.
        let bits = (length - 3).bitWidth - (length - 3).leadingZeroBitCount - 3
        return Run(
            symbol: 257 + 4 * bits + (length - 3) >> bits, extra: UInt64((length - 3) & (1 << bits - 1)),
            extraBits: bits)
    }

    /// The compressed bytes.
    func finished() -> [UInt8] {
        var counts = counts
        counts[256] = 1
        let code = HuffmanCode(counts: counts, limit: 15)
        var bits = BitWriter(capacity: tokens.count * 2 + 1024)
        bits.append(0x0178, count: 16)
        // The last block, with a code of its own.
        bits.append(0b101, count: 3)
        writeHeader(code, &bits)
        for token in tokens {
            let place = Int(token)
            if place < 256 {
                bits.append(UInt64(code.codes[place]), count: Int(code.lengths[place]))
            } else {
                let run = Self.runs[(place - 256) / 3]
                bits.append(UInt64(code.codes[run.symbol]), count: Int(code.lengths[run.symbol]))
                // The only distance has a code of one bit, zero.
                bits.append(run.extra, count: run.extraBits + 1)
            }
        }
        bits.append(UInt64(code.codes[256]), count: Int(code.lengths[256]))
        var bytes = bits.finished()
        for half in [high, low] { bytes += [UInt8(half >> 8), UInt8(half & 255)] }
        return bytes
    }

    /// The lengths of the codes, themselves in a code.
    private func writeHeader(_ code: HuffmanCode, _ bits: inout BitWriter) {
        // 286 literals and lengths, and three distances of which only the third, three bytes back, is used.
        let lengths = code.lengths.map(Int.init) + [0, 0, 1]
        var counts = [Int](repeating: 0, count: 19)
        for length in lengths { counts[length] += 1 }
        let lengthCode = HuffmanCode(counts: counts, limit: 7)
        bits.append(286 - 257, count: 5)
        bits.append(3 - 1, count: 5)
        bits.append(19 - 4, count: 4)
        for place in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
            bits.append(UInt64(lengthCode.lengths[place]), count: 3)
        }
        for length in lengths {
            bits.append(UInt64(lengthCode.codes[length]), count: Int(lengthCode.lengths[length]))
        }
    }
}

/// Bits in bytes, the first bit lowest.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Adds at most 16 bits.
    mutating func append(_ bits: UInt64, count more: Int) {
        pending |= bits << UInt64(count)
        count += more
        guard count >= 32 else { return }
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: pending).littleEndian) { bytes.append(contentsOf: $0) }
        pending >>= 32
        count -= 32
    }

    mutating func finished() -> [UInt8] {
        while count > 0 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            count -= 8
        }
        return bytes
    }
}

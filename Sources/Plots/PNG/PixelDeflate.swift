/// Compresses rows of three-byte pixels in the format of zlib (RFC 1950 and 1951).
///
/// Repetitions are looked for in one place only, the pixel before: after each row is replaced by its difference to the
/// row above, a figure is mostly runs of equal pixels. That takes a fraction of the time of a search for any repetition.
struct PixelDeflate {
    /// A pixel and, in the highest byte, how many more like it follow; or, marked there, a run or a byte on its own.
    private var tokens: [UInt32] = []
    private var counts = [Int](repeating: 0, count: 286)
    /// The two halves of Adler's checksum, taken modulo 65521 before they can run over.
    private var (low, high): (UInt64, UInt64) = (1, 0)

    private static let longestRun = 86
    private static let onlyRun: UInt32 = 254
    private static let onlyByte: UInt32 = 255

    init(pixels: Int) { tokens.reserveCapacity(pixels / 8) }

    /// Adds a byte that is no part of a pixel, at least one before every 100 000 pixels.
    mutating func append(_ byte: UInt8) {
        tokens.append(Self.onlyByte << 24 | UInt32(byte))
        counts[Int(byte)] += 1
        low = (low + UInt64(byte)) % Self.modulus
        high = (high + low) % Self.modulus
    }

    /// Adds a pixel, red in the third byte and blue in the first, so many times.
    @inline(__always)
    mutating func append(_ pixel: UInt32, count: Int) {
        let parts = (UInt64(pixel >> 16 & 255), UInt64(pixel >> 8 & 255), UInt64(pixel & 255))
        counts[Int(parts.0)] += 1
        counts[Int(parts.1)] += 1
        counts[Int(parts.2)] += 1
        let first = min(count - 1, Self.longestRun)
        tokens.append(UInt32(first) << 24 | pixel & 0xFF_FFFF)
        if first > 0 { appendRuns(first, count - 1 - first) }
        // The checksum of equal pixels in a row, as if they came one by one.
        let (sum, pixels) = (parts.0 + parts.1 + parts.2, UInt64(count))
        high += pixels * (3 * low + 3 * parts.0 + 2 * parts.1 + parts.2) + 3 * sum * (pixels * (pixels - 1) / 2)
        low += pixels * sum
    }

    /// Counts a run and adds those that follow it.
    private mutating func appendRuns(_ first: Int, _ more: Int) {
        counts[Self.runs[first].symbol] += 1
        var left = more
        while left > 0 {
            let run = min(left, Self.longestRun)
            tokens.append(Self.onlyRun << 24 | UInt32(run))
            counts[Self.runs[run].symbol] += 1
            left -= run
        }
    }

    private static let modulus: UInt64 = 65521

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
        let words = zip(code.codes, code.lengths).map { Word(bits: UInt64($0), count: Int($1)) }
        // The only distance has a code of one bit, zero.
        let runs = Self.runs.map { run in
            let word = words[run.symbol]
            return Word(bits: word.bits | run.extra << UInt64(word.count), count: word.count + run.extraBits + 1)
        }
        // A token takes four codes and a few bits more, less than nine bytes; the header takes a few hundred.
        return [UInt8](unsafeUninitializedCapacity: tokens.count * 9 + 1024) { bytes, size in
            var bits = BitWriter(bytes)
            bits.append(0x0178, count: 16)
            // The last block, with a code of its own.
            bits.append(0b101, count: 3)
            writeHeader(code, &bits)
            for token in tokens {
                let kind = token >> 24
                if kind < Self.onlyRun {
                    let (red, green) = (words[Int(token >> 16 & 255)], words[Int(token >> 8 & 255)])
                    bits.append(red.bits | green.bits << UInt64(red.count), count: red.count + green.count)
                    bits.append(words[Int(token & 255)])
                    if kind > 0 { bits.append(runs[Int(kind)]) }
                } else {
                    bits.append(kind == Self.onlyRun ? runs[Int(token & 255)] : words[Int(token & 255)])
                }
            }
            bits.append(words[256])
            bits.finish()
            for half in [high % Self.modulus, low % Self.modulus] {
                bits.append(half >> 8 | (half & 255) << 8, count: 16)
            }
            bits.finish()
            size = bits.size
        }
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

/// Bits that are written together, the first lowest.
private struct Word {
    var bits: UInt64
    var count: Int
}

/// Bits in bytes, the first bit lowest; whoever makes room for the bytes sees to it that they fit.
private struct BitWriter {
    private let bytes: UnsafeMutableRawBufferPointer
    private(set) var size = 0
    private var pending: UInt64 = 0
    private var count = 0

    init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = UnsafeMutableRawBufferPointer(bytes) }

    @inline(__always)
    mutating func append(_ word: Word) { append(word.bits, count: word.count) }

    /// Adds at most 32 bits.
    @inline(__always)
    mutating func append(_ bits: UInt64, count more: Int) {
        pending |= bits << UInt64(count)
        count += more
        guard count >= 32 else { return }
        bytes.storeBytes(of: UInt32(truncatingIfNeeded: pending).littleEndian, toByteOffset: size, as: UInt32.self)
        size += 4
        pending >>= 32
        count -= 32
    }

    /// Fills the last byte up.
    mutating func finish() {
        while count > 0 {
            bytes.storeBytes(of: UInt8(truncatingIfNeeded: pending), toByteOffset: size, as: UInt8.self)
            size += 1
            pending >>= 8
            count -= 8
        }
        count = 0
    }
}

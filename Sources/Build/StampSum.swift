/// Files with their paths and stamps as one number, in whatever order they come: different files have the same sum with a
/// chance of one in 2¹²⁸.
struct StampSum: Hashable, Codable, Sendable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init() {}

    /// The sum of one file.
    init(_ path: Path, _ words: UInt64...) {
        var path = path
        for word in words { path.absorb(word) }
        (first, second) = (Self.spread(path.first), Self.spread(path.second))
    }

    init(_ path: String, _ stamp: FileStamp) { self.init(Path(path.utf8), stamp) }

    init(_ path: Path, _ stamp: FileStamp) {
        self.init(
            path, UInt64(bitPattern: stamp.size), UInt64(bitPattern: stamp.seconds),
            UInt64(bitPattern: stamp.nanoseconds), stamp.inode)
    }

    static func += (sum: inout StampSum, other: StampSum) {
        sum.first &+= other.first
        sum.second &+= other.second
    }

    static func -= (sum: inout StampSum, other: StampSum) {
        sum.first &-= other.first
        sum.second &-= other.second
    }

    /// A path as far as it was read.
    struct Path: Sendable {
        fileprivate var first: UInt64 = 0x9E37_79B9_7F4A_7C15
        fileprivate var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

        init(_ bytes: some Sequence<UInt8>) { append(bytes) }

        mutating func append(_ bytes: some Sequence<UInt8>) { for byte in bytes { absorb(UInt64(byte)) } }

        fileprivate mutating func absorb(_ word: UInt64) {
            first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
            first ^= first >> 29
            second = (second &+ word) &* 0xD6E8_FEB8_6659_FD93
            second ^= second >> 31
        }
    }

    /// Spreads every bit over all others (splitmix64).
    private static func spread(_ word: UInt64) -> UInt64 {
        var mixed = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

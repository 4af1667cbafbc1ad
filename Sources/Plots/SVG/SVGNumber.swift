/// A number of an SVG file in hundredths: as fine as a page is read.
struct SVGNumber {
    let hundredths: Int

    init(hundredths: Int) { self.hundredths = hundredths }

    init(_ value: Double) { hundredths = Int((value * 100).rounded()) }

    /// Reads a number such as -12.3456 from its first byte to the first that is no part of it, rounded; `place` is left
    /// behind the number.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) {
        var isNegative = false
        var value = 0
        var decimals = -1
        scan: while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case 48...57:
                if decimals < 3 {
                    value = value &* 10 &+ Int(byte &- 48)
                    if decimals >= 0 { decimals += 1 }
                }
            case UInt8(ascii: "."): decimals = 0
            case UInt8(ascii: "-"): isNegative = true
            default: break scan
            }
            place += 1
        }
        for _ in max(decimals, 0)..<3 { value = value &* 10 }
        let rounded = (value &+ 5) / 10
        hundredths = isNegative ? -rounded : rounded
    }

    /// Appends the number without needless digits.
    @inline(__always)
    func write(to text: inout [UInt8]) {
        if hundredths < 0 { text.append(UInt8(ascii: "-")) }
        let size = hundredths.magnitude
        let (whole, part) = (size / 100, size % 100)
        if whole > 0 || part == 0 {
            var power: UInt = 1
            while whole / power >= 10 { power *= 10 }
            while power > 0 {
                text.append(UInt8(48 + whole / power % 10))
                power /= 10
            }
        }
        if part > 0 {
            text.append(UInt8(ascii: "."))
            text.append(UInt8(48 + part / 10))
            if part % 10 > 0 { text.append(UInt8(48 + part % 10)) }
        }
    }

    var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

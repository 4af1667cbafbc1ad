/// The kind of number in an NPY file, such as "<f8".
struct NPYType: Equatable {
    private enum Kind: Character {
        case real = "f"
        case signed = "i"
        case unsigned = "u"
        case truth = "b"
    }

    private let kind: Kind
    private let isBigEndian: Bool
    /// In bytes.
    let size: Int

    /// Nil for what is no number, or of another size.
    init?(code: String) {
        let letters = Array(code)
        guard letters.count == 3, "<>|=".contains(letters[0]), let kind = Kind(rawValue: letters[1]),
            let size = letters[2].wholeNumberValue
        else { return nil }
        let sizes: [Int] =
            switch kind {
            case .real: [4, 8]
            case .signed, .unsigned: [1, 2, 4, 8]
            case .truth: [1]
            }
        guard sizes.contains(size) else { return nil }
        self.kind = kind
        self.size = size
        isBigEndian = letters[0] == ">"
    }

    /// The number in the bytes from `place` on.
    func number(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Double {
        var word: UInt64 = 0
        for k in 0..<size {
            let byte = UInt64(bytes[place + k])
            word |= byte << UInt64(8 * (isBigEndian ? size - 1 - k : k))
        }
        switch kind {
        case .real: return size == 8 ? Double(bitPattern: word) : Double(Float(bitPattern: UInt32(word)))
        case .unsigned, .truth: return Double(word)
        case .signed:
            let shift = UInt64(64 - 8 * size)
            return Double(Int64(bitPattern: word << shift) >> Int64(shift))
        }
    }
}

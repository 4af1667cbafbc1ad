/// A stretch of a template that Markdown must not see: a formula, a value, a reference, a citation.
struct Mask: Sendable {
    /// The bytes it covers.
    let range: Range<Int>
    let content: Content

    enum Content: Sendable {
        case math(Math)
        case display(Math, labels: [Name], claims: [Name])
        case value(ValueQuery)
        case claim(Name)
        case reference(Name)
        case citation([CitationQuery], narrative: Bool)
        /// Characters that mean themselves.
        case literal(String)
    }
}

/// The stand-ins of masks: as long as what they stand for, made of control characters that no template may hold.
///
/// Three of them number the mask, the rest only fill, so every byte keeps its line and column.
enum Placeholder {
    private static let alphabet: [UInt8] = Array(1...8) + Array(14...31)
    /// How many masks a template may have.
    static let limit = alphabet.count * alphabet.count * alphabet.count

    /// The stand-in of mask `index`, of `length` bytes.
    static func bytes(for index: Int, length: Int) -> [UInt8] {
        precondition(length >= 3 && index < limit, "mask \(index) of \(length) bytes")
        let base = alphabet.count
        let number = [index / (base * base), index / base % base, index % base].map { alphabet[$0] }
        return number + [UInt8](repeating: alphabet[0], count: length - 3)
    }

    /// Whether `byte` belongs to a stand-in.
    static func holds(_ byte: UInt8) -> Bool {
        byte < 32 && byte != 0 && !(9...13).contains(byte)
    }

    /// The number of the mask whose stand-in begins `bytes`.
    static func index(in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= 3 else { return nil }
        var number = 0
        for byte in bytes.prefix(3) {
            guard let digit = alphabet.firstIndex(of: byte) else { return nil }
            number = number * alphabet.count + digit
        }
        return number
    }
}

/// A stretch of a template that Markdown must not see: a formula, a value, a reference, a citation.
struct Mask: Sendable {
    /// The bytes it covers.
    let range: Range<Int>
    let content: Content

    enum Content: Sendable {
        case math(Math, values: [ValueQuery])
        case display(Math, values: [ValueQuery], labels: [Name], claims: [Name])
        case value(ValueQuery)
        case claim(Name)
        case reference(Name)
        case citation([CitationQuery], CitationForm)
        /// A mark of the note of that name.
        case note(Name)
        case lowered(String)
        case raised(String)
        /// Braces at the end of a heading or behind a picture.
        case attributes(Attributes, at: Int)
        /// A mark for the index: a term, or empty for the words stressed before it.
        case term(Name)
        /// What nobody is to see.
        case nothing
    }
}

/// The stand-ins of masks: as long as what they stand for, made of control characters that no template may hold.
///
/// Three of them number the mask, the rest only fill, so every byte keeps its line and column. A mask of two bytes is numbered
/// among its like.
enum Placeholder {
    private static let alphabet: [UInt8] = Array(1...8) + Array(14...31)
    /// How many of them may begin the stand-in of a longer mask; the others begin those of two bytes.
    private static let long = 18
    /// How many masks a template may have.
    static let limit = long * alphabet.count * alphabet.count
    /// How many of two bytes.
    static let shortLimit = (alphabet.count - long) * alphabet.count

    /// `bytes`, which begin at `base`, with every mask covered.
    static func cover(_ masks: [Mask], in bytes: ArraySlice<UInt8>) -> [UInt8] {
        var covered = bytes
        let base = alphabet.count
        var short = 0
        for (index, mask) in masks.enumerated() {
            let number: [Int]
            if mask.range.count == 2 {
                number = [long + short / base, short % base]
                short += 1
            } else {
                number = [index / (base * base), index / base % base, index % base]
            }
            precondition(number[0] < base && mask.range.count >= 2, "mask \(index) of \(mask.range.count) bytes")
            let fill = [UInt8](repeating: alphabet[0], count: mask.range.count - number.count)
            covered.replaceSubrange(mask.range, with: number.map { alphabet[$0] } + fill)
        }
        return Array(covered)
    }

    /// Whether `byte` belongs to a stand-in.
    static func holds(_ byte: UInt8) -> Bool {
        byte < 32 && byte != 0 && !(9...13).contains(byte)
    }

    /// The number of the mask whose stand-in begins `bytes`.
    ///
    /// - Parameter short: the masks of two bytes among `count`.
    static func index(in bytes: ArraySlice<UInt8>, count: Int, short: [Int]) -> Int? {
        let digits = bytes.prefix(3).map { alphabet.firstIndex(of: $0) }
        guard let first = digits.first ?? nil, digits.count > 1, let second = digits[1] else { return nil }
        if first >= long {
            let number = (first - long) * alphabet.count + second
            return short.indices.contains(number) ? short[number] : nil
        }
        guard digits.count > 2, let third = digits[2] else { return nil }
        let index = (first * alphabet.count + second) * alphabet.count + third
        return index < count ? index : nil
    }
}

/// Letters that Unicode has of their own for a variant of mathematics. MathML Core, which many reading systems follow, ignores
/// the attribute `mathvariant`.
enum MathAlphabet: String {
    case doubleStruck = "double-struck"
    case script, fraktur

    /// Where the capital and the small letters begin.
    private var starts: (capitals: UInt32, smalls: UInt32) {
        switch self {
        case .doubleStruck: (0x1D538, 0x1D552)
        case .script: (0x1D49C, 0x1D4B6)
        case .fraktur: (0x1D504, 0x1D51E)
        }
    }

    /// The letters that Unicode had before the rest, outside of the rows.
    private var exceptions: [Character: Character] {
        switch self {
        case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        case .script:
            [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
                "o": "ℴ",
            ]
        case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
        }
    }

    /// The letter of this alphabet; `letter` itself where there is none.
    private func form(of letter: Character) -> Character {
        if let exception = exceptions[letter] { return exception }
        guard let ascii = letter.asciiValue, letter.isLetter else { return letter }
        let place = letter.isUppercase ? starts.capitals + UInt32(ascii) - 65 : starts.smalls + UInt32(ascii) - 97
        return Unicode.Scalar(place).map(Character.init) ?? letter
    }

    /// `math` with letters of these alphabets in the place of the attribute.
    static func spelled(_ math: String) -> String {
        math.replacing(/\ mathvariant="(double-struck|script|fraktur)">([^<]*)</) { match in
            guard let alphabet = MathAlphabet(rawValue: String(match.1)) else { return String(match.0) }
            return ">" + String(match.2.map(alphabet.form)) + "<"
        }
    }
}

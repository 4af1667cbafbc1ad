import Foundation

/// The letters of a label as faces have them.
struct PlainLetters {
    /// A run of letters, or a letter under a sign that no single letter has.
    enum Part: Hashable {
        case run(String)
        case accented(String, accent: String)
    }

    /// A label with each letter and its accents as one character where there is such a one (Unicode's form C), tabs as
    /// spaces and without characters that only say where words may break.
    ///
    /// - Throws: `PlotError.unsupportedScript` for letters that run from right to left or join.
    static func prepared(_ label: String) throws -> String {
        if label.utf8.allSatisfy({ $0 >= 32 && $0 < 128 }) { return label }
        var text = ""
        for scalar in label.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x09: text += " "
            case 0x0D, 0xAD, 0x200B, 0x2060, 0xFEFF: continue
            case 0x590...0x8FF, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFE,
                0x10800...0x10FFF, 0x1E800...0x1EFFF:
                let place = label.unicodeScalars.firstIndex(of: scalar) ?? label.startIndex
                throw PlotError.unsupportedScript(
                    Character(scalar), label: label, offset: label.distance(from: label.startIndex, to: place))
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Signs over letters, and the accents that formulas set in their place.
    private static let accents: [Unicode.Scalar: String] = [
        "\u{300}": "ˋ", "\u{301}": "ˊ", "\u{302}": "ˆ", "\u{303}": "˜", "\u{304}": "ˉ", "\u{305}": "ˉ",
        "\u{306}": "˘", "\u{307}": "˙", "\u{308}": "¨", "\u{30C}": "ˇ", "\u{20D7}": "⃗",
    ]

    /// The text cut where a letter carries a sign.
    ///
    /// - Throws: `PlotError.missingLetter` for a sign that can't be set over a letter.
    static func parts(_ text: String) throws -> [Part] {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text.isEmpty ? [] : [.run(text)] }
        var parts: [Part] = []
        var run = ""
        for character in text {
            let scalars = Array(character.unicodeScalars)
            let marks = scalars.dropFirst().filter { $0.properties.generalCategory == .nonspacingMark }
            guard let mark = marks.first else {
                run.append(character)
                continue
            }
            guard marks.count == 1, scalars.count == 2, let accent = accents[mark] else {
                throw PlotError.missingLetter(character, label: text)
            }
            if !run.isEmpty { parts.append(.run(run)) }
            run = ""
            parts.append(.accented(String(Character(scalars[0])), accent: accent))
        }
        if !run.isEmpty { parts.append(.run(run)) }
        return parts
    }
}

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
    static func prepared(_ label: String) -> String {
        if label.utf8.allSatisfy({ $0 >= 32 && $0 < 128 }) { return label }
        var text = ""
        for scalar in label.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x09: text += " "
            case 0x0D, 0xAD, 0x200B, 0x2060, 0xFEFF: continue
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

    /// The text cut where a letter carries a sign that formulas know; other signs are the face's own to place.
    static func parts(_ text: String) -> [Part] {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text.isEmpty ? [] : [.run(text)] }
        // Letters that join or run from right to left stay together.
        if text.unicodeScalars.contains(where: { $0.value >= 0x590 && $0.value < 0x1000 }) { return [.run(text)] }
        var parts: [Part] = []
        var run = ""
        for character in text {
            let scalars = Array(character.unicodeScalars)
            let marks = scalars.dropFirst().filter { $0.properties.generalCategory == .nonspacingMark }
            guard marks.count == 1, scalars.count == 2, let accent = accents[marks[0]] else {
                run.append(character)
                continue
            }
            if !run.isEmpty { parts.append(.run(run)) }
            run = ""
            parts.append(.accented(String(Character(scalars[0])), accent: accent))
        }
        if !run.isEmpty { parts.append(.run(run)) }
        return parts
    }
}

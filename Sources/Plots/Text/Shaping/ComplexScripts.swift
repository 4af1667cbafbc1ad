/// Which letters don't simply stand side by side from left to right.
enum ComplexScripts {
    /// Whether a text has letters that join, run from right to left or carry marks.
    static func occur(in text: String) -> Bool {
        // Latin, Greek and Cyrillic letters end before the first combining mark's byte.
        guard text.utf8.contains(where: { $0 >= 0xCC }) else { return false }
        return text.unicodeScalars.contains(where: isComplex)
    }

    private static func isComplex(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x300: false
        case 0x590...0x10FF, 0x1700...0x18AF, 0x1A00...0x1C7F, 0xA800...0xAAFF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC,
            0x10800...0x10FFF, 0x11000...0x11FFF, 0x1E800...0x1EFFF, 0x200C...0x200F, 0x202A...0x202E, 0x2066...0x2069:
            true
        // The arrow over letters in formulas is set by its own rules.
        case 0x20D7: false
        default: scalar.properties.generalCategory == .nonspacingMark
        }
    }

    /// Whether a text is read from right to left: its first letter with a direction is.
    static func isRightToLeft(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x200F, 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
                return true
            default: if scalar.properties.isAlphabetic { return false }
            }
        }
        return false
    }

    /// A mark without ink that gives a line the direction from right to left.
    static let rightToLeftMark = "\u{200F}"
}

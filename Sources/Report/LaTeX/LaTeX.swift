/// Escapes text where it lands in LaTeX.
enum LaTeX {
    /// `text` outside of formulas. Characters that the book's faces lack are told by their number.
    static func escape(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars { out += escape(scalar) }
        return out
    }

    /// How many characters a word may have that is not parted by a hyphen.
    static let longWord = 32

    /// `text` outside of formulas, in which words and addresses longer than a line can break.
    static func breakable(_ text: String) -> String {
        guard text.utf8.count > longWord,
            text.split(whereSeparator: \.isWhitespace).contains(where: { $0.count > longWord })
        else { return escape(text) }
        var out = ""
        var run = 0
        for part in text {
            run = part.isWhitespace ? 0 : run + 1
            out += escape(String(part))
            if run > 1, "/.?&=_-:,;".contains(part) || run % 8 == 0 { out += "\\allowbreak{}" }
        }
        return out
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": "\\textbackslash{}"
        case "{", "}", "$", "&", "%", "#", "_": "\\\(scalar)"
        case "^": "\\textasciicircum{}"
        case "~": "\\textasciitilde{}"
        case "<": "\\textless{}"
        case ">": "\\textgreater{}"
        case "|": "\\textbar{}"
        case "\"": "\\textquotedbl{}"
        case "'": "\\textquotesingle{}"
        // What TeX makes of an apostrophe, which does not keep words from being parted.
        case "’": "'"
        case "`": "\\textasciigrave{}"
        // An empty group keeps hyphens from joining into dashes.
        case "-": "-{}"
        case "\t", "\n", "\r": " "
        default:
            if scalar.isASCII {
                scalar.value < 32 || scalar.value == 127 ? "" : String(scalar)
            } else if let command = textCommands[scalar] {
                command
            } else if let command = mathCommands[scalar] {
                "\\ensuremath{\(command)}"
            } else if isInTextFace(scalar) {
                String(scalar)
            } else {
                // LuaLaTeX sets it; see `needsUnicode`.
                String(scalar)
            }
        }
    }

    /// Whether `text`, which is LaTeX, holds characters that pdfLaTeX has no face for.
    static func needsUnicode(_ text: String) -> Bool {
        !text.utf8.allSatisfy { $0 < 128 } && text.unicodeScalars.contains { !$0.isASCII && !isInTextFace($0) }
    }

    /// The TeX of a formula with its Unicode characters as commands; nil when one has none.
    static func math(_ tex: String) -> String? {
        guard !tex.utf8.allSatisfy({ $0 < 128 }) else { return tex }
        var out = ""
        for scalar in tex.unicodeScalars {
            if scalar.isASCII {
                out.unicodeScalars.append(scalar)
            } else if let command = mathCommands[scalar] {
                out += "{\(command)}"
            } else if isInTextFace(scalar) {
                out += "\\text{\(scalar)}"
            } else {
                return nil
            }
        }
        return out
    }

    /// Text as an address that hyperref takes.
    static func address(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%", "#", "&", "_", "~", "$": "\\\(scalar)"
            case "\\", "{", "}", "^", "\"", "<", ">", " ", "\n": percentEncoded(scalar)
            default: scalar.isASCII && scalar.value > 32 ? String(scalar) : percentEncoded(scalar)
            }
        }.joined()
    }

    private static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.map { byte in
            "\\%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// The Latin letters of the T1 encoding.
    private static func isInTextFace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA1...0xAC, 0xAE...0xFF: true
        case 0x100...0x17E: ![0x126, 0x127, 0x138, 0x13F, 0x140, 0x149, 0x166, 0x167, 0x17F].contains(scalar.value)
        default: false
        }
    }
}

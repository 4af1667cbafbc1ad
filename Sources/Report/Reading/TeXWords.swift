import Foundation

/// Words as BibTeX files write them: accents and signs as commands of TeX.
enum TeXWords {
    /// `text` in plain letters; formulas between dollar signs stay as they are.
    static func plain(_ text: String) -> String {
        var out = ""
        for (index, part) in text.split(separator: "$", omittingEmptySubsequences: false).enumerated() {
            out += index % 2 == 0 ? words(part) : "$\(part)$"
        }
        let line = out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.precomposedStringWithCanonicalMapping
    }

    private static func words(_ text: Substring) -> String {
        var out = ""
        var rest = text
        while let character = rest.popFirst() {
            switch character {
            case "{", "}": continue
            case "~": out += "\u{A0}"
            case "-" where rest.hasPrefix("--"):
                rest = rest.dropFirst(2)
                out += "—"
            case "-" where rest.hasPrefix("-"):
                rest = rest.dropFirst()
                out += "–"
            case "`" where rest.hasPrefix("`"):
                rest = rest.dropFirst()
                out += "“"
            case "'" where rest.hasPrefix("'"):
                rest = rest.dropFirst()
                out += "”"
            case "\\": out += command(&rest)
            default: out.append(character)
            }
        }
        return out
    }

    private static func command(_ rest: inout Substring) -> String {
        guard let first = rest.first else { return "" }
        if !first.isLetter {
            rest = rest.dropFirst()
            guard let accent = accents[String(first)] else { return String(first) }
            return letter(&rest) + accent
        }
        let name = String(rest.prefix { $0.isASCII && $0.isLetter })
        rest = rest.dropFirst(name.count).drop { $0 == " " }
        if let sign = signs[name] { return sign }
        if let accent = accents[name] { return letter(&rest) + accent }
        if let tag = ["emph": "i", "textit": "i", "textbf": "b", "textsuperscript": "sup", "textsubscript": "sub"][
            name],
            rest.first == "{", let close = rest.firstIndex(of: "}")
        {
            let inner = words(rest[rest.index(after: rest.startIndex)..<close])
            rest = rest[rest.index(after: close)...]
            return "<\(tag)>\(inner)</\(tag)>"
        }
        // What only changes the face of its words is left out, all else stays to be seen.
        return faces.contains(name) ? "" : "\\\(name) "
    }

    /// The letter that an accent stands over, with or without braces.
    private static func letter(_ rest: inout Substring) -> String {
        rest = rest.drop { $0 == " " || $0 == "{" }
        if rest.hasPrefix("\\i") || rest.hasPrefix("\\j") {
            defer { rest = rest.dropFirst(2) }
            return String(rest.dropFirst().prefix(1))
        }
        return rest.popFirst().map(String.init) ?? ""
    }

    private static let accents = [
        "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
        "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}",
        "b": "\u{331}",
    ]
    private static let faces: Set<String> = [
        "textrm", "textsc", "textsf", "texttt", "textnormal", "textup", "textsl", "text", "mathrm", "rm", "sc", "it",
        "bf",
        "em", "tt", "sf", "sl", "mbox", "url", "protect", "relax", "uppercase", "lowercase", "MakeUppercase",
        "MakeLowercase", "noopsort", "newblock", "unskip",
    ]
    private static let signs = [
        "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł",
        "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "textendash": "–", "textemdash": "—",
        "ldots": "…", "dots": "…", "textquoteright": "’", "textquotesingle": "'", "S": "§", "P": "¶", "copyright": "©",
        "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "textregistered": "®", "texttrademark": "™", "pounds": "£",
    ]
}

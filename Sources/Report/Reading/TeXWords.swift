import Foundation

/// Words as BibTeX files write them: accents and signs as commands of TeX.
enum TeXWords {
    /// `text` in plain letters; formulas between dollar signs stay as they are.
    static func plain(_ text: String) -> String {
        var out = ""
        let parts = parts(of: text)
        for (index, part) in parts.enumerated() {
            let isFormula = index % 2 == 1 && index + 1 < parts.count
            out += isFormula ? "$\(part)$" : (index % 2 == 1 ? "$" : "") + words(part)
        }
        let line = out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.precomposedStringWithCanonicalMapping
    }

    /// What stands between the dollar signs of `text`, except those behind a backslash.
    private static func parts(of text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var previous: Character = " "
        for index in text.indices {
            if text[index] == "$", previous != "\\" {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
            previous = text[index]
        }
        return parts + [text[start...]]
    }

    /// The commands in `text`, outside of formulas, that nobody here knows.
    static func unknown(in text: String) -> [String] {
        guard text.contains("\\") else { return [] }
        return parts(of: text).enumerated().filter { $0.offset % 2 == 0 }.flatMap { _, part in
            part.matches(of: /\\([A-Za-z]+)/).map { String($0.1) }.filter { name in
                signs[name] == nil && accents[name] == nil && tags[name] == nil && !faces.contains(name)
                    && accents[String(name.prefix(1))] == nil
            }.map { "\\\($0)" }
        }
    }

    /// Whether something else than "and" parts the names in `text`.
    static func hasOtherSeparator(_ text: String) -> Bool {
        var depth = 0
        var previous: Character = " "
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0, character == ";" || character == "&" && previous != "\\" { return true }
            previous = character
        }
        return false
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
            case "`": out += "‘"
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
        if let tag = tags[name], rest.first == "{", let close = rest.firstIndex(of: "}") {
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

    private static let tags = [
        "emph": "i", "textit": "i", "textbf": "b", "textsuperscript": "sup", "textsubscript": "sub",
    ]
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
        "textbackslash": "\\", "textless": "<",
        "textgreater": ">", "textasciitilde": "~", "textasciicircum": "^", "textbar": "|", "textunderscore": "_",
        "textdollar": "$", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textellipsis": "…",
        "textdegree": "°", "textperiodcentered": "·", "textbullet": "•", "textsection": "§", "DJ": "Đ", "dj": "đ",
        "NG": "Ŋ", "ng": "ŋ", "quad": " ", "space": " ", "slash": "/", "and": "&", "euro": "€", "texteuro": "€",
    ]
}

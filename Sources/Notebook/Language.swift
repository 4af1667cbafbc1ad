/// The language of a book: what its parts are called, how it quotes, and by whose rules the PDF parts words.
public struct Language: Sendable, Hashable {
    /// As pages name it: "de".
    public let code: String
    /// As LaTeX's babel names it.
    package let babel: String
    /// TeX's file of rules for parting words, and the Debian package that brings it; nil where none is needed.
    package let hyphenation: (file: String, package: String)?
    /// What stands in the place of “, ”, ‘ and ’ that straight quotes became.
    package let quotes: [String]
    private let names: [String: String]

    public static func == (a: Language, b: Language) -> Bool { a.code == b.code }

    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The languages that a book can be in.
    public static let all = [english, german, french, spanish]

    public static let english = Language(
        code: "en", babel: "english", hyphenation: nil, quotes: ["“", "”", "‘", "’"], names: [:])

    public static let german = Language(
        code: "de", babel: "german", hyphenation: ("loadhyph-de-1996.tex", "texlive-lang-german"),
        quotes: ["„", "“", "‚", "‘"],
        names: [
            "Section": "Abschnitt", "Chapter": "Kapitel", "Figure": "Abbildung", "Table": "Tabelle",
            "Equation": "Gleichung", "Algorithm": "Algorithmus", "Listing": "Listing", "Theorem": "Satz",
            "Lemma": "Lemma", "Corollary": "Korollar", "Proposition": "Proposition", "Definition": "Definition",
            "Example": "Beispiel", "Exercise": "Aufgabe", "Solution": "Lösung", "Proof": "Beweis",
            "Remark": "Bemerkung", "Note": "Hinweis", "Tip": "Tipp", "Important": "Wichtig", "Warning": "Warnung",
            "Caution": "Vorsicht", "Details": "Einzelheiten", "References": "Literatur",
            "Cited on page": "Zitiert auf S.",
            "About this book": "Über dieses Buch", "and": "und",
            "Ed.": "Hrsg.", "Eds.": "Hrsg.", "In": "In", "p.": "S.", "pp.": "S.", "Vol.": "Bd.", "n.d.": "o. J.",
            "ed.": "Aufl.", "th": ".",
        ])

    public static let french = Language(
        code: "fr", babel: "french", hyphenation: ("loadhyph-fr.tex", "texlive-lang-french"),
        quotes: ["«\u{202F}", "\u{202F}»", "“", "”"],
        names: [
            "Section": "Section", "Chapter": "Chapitre", "Figure": "Figure", "Table": "Tableau", "Equation": "Équation",
            "Algorithm": "Algorithme", "Listing": "Listing", "Theorem": "Théorème", "Lemma": "Lemme",
            "Corollary": "Corollaire", "Proposition": "Proposition", "Definition": "Définition", "Example": "Exemple",
            "Exercise": "Exercice", "Solution": "Solution", "Proof": "Démonstration", "Remark": "Remarque",
            "Note": "Note", "Tip": "Astuce", "Important": "Important", "Warning": "Avertissement",
            "Caution": "Attention", "Details": "Détails", "References": "Références", "Cited on page": "Cité p.",
            "About this book": "À propos de ce livre", "and": "et",
            "Ed.": "éd.", "Eds.": "éds", "In": "Dans", "p.": "p.", "pp.": "p.", "Vol.": "vol.", "n.d.": "s. d.",
            "ed.": "éd.", "th": "e",
        ])

    public static let spanish = Language(
        code: "es", babel: "spanish", hyphenation: ("loadhyph-es.tex", "texlive-lang-spanish"),
        quotes: ["«", "»", "“", "”"],
        names: [
            "Section": "Sección", "Chapter": "Capítulo", "Figure": "Figura", "Table": "Tabla", "Equation": "Ecuación",
            "Algorithm": "Algoritmo", "Listing": "Listado", "Theorem": "Teorema", "Lemma": "Lema",
            "Corollary": "Corolario", "Proposition": "Proposición", "Definition": "Definición", "Example": "Ejemplo",
            "Exercise": "Ejercicio", "Solution": "Solución", "Proof": "Demostración", "Remark": "Observación",
            "Note": "Nota", "Tip": "Consejo", "Important": "Importante", "Warning": "Advertencia",
            "Caution": "Precaución", "Details": "Detalles", "References": "Referencias",
            "Cited on page": "Citado en p.",
            "About this book": "Sobre este libro", "and": "y",
            "Ed.": "ed.", "Eds.": "eds.", "In": "En", "p.": "p.", "pp.": "pp.", "Vol.": "vol.", "n.d.": "s. f.",
            "ed.": "ed.", "th": ".ª",
        ])

    private init(
        code: String, babel: String, hyphenation: (String, String)?, quotes: [String], names: [String: String]
    ) {
        self.code = code
        self.babel = babel
        self.hyphenation = hyphenation
        self.quotes = quotes
        self.names = names
    }

    /// The language that pages name `code`; nil for one that is not known.
    public init?(_ code: String) {
        guard let language = Self.all.first(where: { $0.code == code }) else { return nil }
        self = language
    }

    /// What the language calls `english`, "Figure" or the like.
    package func name(_ english: String) -> String { names[english] ?? english }
}

extension Language {
    /// Signs of three bytes that stand for “, ”, ‘ and ’ of the template itself while straight quotes are replaced.
    private static let standIns = ["\u{E000}", "\u{E001}", "\u{E002}", "\u{E003}"]

    /// `bytes` with curly quotes covered, each byte in its place.
    package func covering(_ bytes: [UInt8]) -> [UInt8] {
        guard self != .english else { return bytes }
        var covered = bytes
        var at = 0
        while let next = bytes[at...].firstRange(of: [0xE2, 0x80]) {
            at = next.upperBound
            guard at < bytes.count, let sign = [0x9C, 0x9D, 0x98, 0x99].firstIndex(of: bytes[at]) else { continue }
            covered.replaceSubrange(next.lowerBound...at, with: Self.standIns[sign].utf8)
        }
        return covered
    }

    /// A text that cmark made of covered bytes: its curly quotes were straight ones.
    package func quoted(_ text: String) -> String {
        guard self != .english, !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
        var open = 0
        let marks = text.map { character -> String in
            switch character {
            case "“": return quotes[0]
            case "”": return quotes[1]
            case "‘":
                open += 1
                return quotes[2]
            case "’":
                // With nothing to close it is an apostrophe.
                guard open > 0 else { return "’" }
                open -= 1
                return quotes[3]
            default: return String(character)
            }
        }
        return uncovered(marks.joined())
    }

    /// A text with the quotes that the template holds.
    package func uncovered(_ text: String) -> String {
        guard self != .english, text.utf8.contains(0xEE) else { return text }
        return zip(Self.standIns, ["“", "”", "‘", "’"]).reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

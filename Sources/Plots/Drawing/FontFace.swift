/// The faces that labels are set in: those of KaTeX, so that figures match the page's math.
public enum FontFace: String, Hashable, Sendable, CaseIterable {
    case sans = "KaTeX_SansSerif-Regular"
    case sansBold = "KaTeX_SansSerif-Bold"
    case sansItalic = "KaTeX_SansSerif-Italic"
    case main = "KaTeX_Main-Regular"
    case mainBold = "KaTeX_Main-Bold"
    case math = "KaTeX_Math-Italic"
    case mathBold = "KaTeX_Math-BoldItalic"
    case ams = "KaTeX_AMS-Regular"
    case calligraphic = "KaTeX_Caligraphic-Regular"
    case fraktur = "KaTeX_Fraktur-Regular"
    case typewriter = "KaTeX_Typewriter-Regular"
    case size1 = "KaTeX_Size1-Regular"
    case size2 = "KaTeX_Size2-Regular"
    case size3 = "KaTeX_Size3-Regular"
    case size4 = "KaTeX_Size4-Regular"
    /// For letters that KaTeX's faces lack.
    case fallback = "DejaVuSans"
    /// Letters of the module's own, for systems where none of the others is installed.
    case strokes = "Strokes"

    /// The family's name as the system knows it.
    public var family: String {
        self == .fallback ? "DejaVu Sans" : String(rawValue.prefix { $0 != "-" })
    }

    /// The style within the family as the system knows it.
    var style: String {
        switch self {
        case .fallback: "Book"
        case .mathBold: "Bold Italic"
        default: String(rawValue.drop { $0 != "-" }.dropFirst())
        }
    }

    /// Where a letter is looked for when this face lacks it.
    var substitutes: [FontFace] {
        switch self {
        case .sansBold, .mainBold, .mathBold: [.mainBold, .main, .ams, .fallback]
        default: [.main, .ams, .fallback]
        }
    }
}

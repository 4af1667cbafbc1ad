/// Why no report could be made.
public enum ReportError: Error, Hashable, Sendable {
    /// Everything wrong in templates, all of it.
    case problems([Problem])
    case missingFile(String)
    case notText(String)
    /// A section's figure, named section/figure, can't be made or drawn.
    case figureFailed(String, reason: String)
    /// A picture that a program must turn into another form, which is missing or could not.
    case cannotConvert(String, program: String)
    case cannotWrite(String, reason: String)
    /// KaTeX's folder has no such file.
    case missingKaTeX(String)
    /// A font of the pages' text is not installed.
    case missingFont(String)
    /// A file that should be a font of the pages' text can't be read as one.
    case unreadableFont(String)
    /// The library that runs KaTeX, or a function of it, is missing.
    case missingJavaScriptCore(String)
    case scriptFailed(String)
    /// A PDF was asked for and there is no LaTeX.
    case missingLaTeX([String])
    /// A PDF was asked for and LaTeX has no rules for parting words of this language.
    case missingHyphenation(String, package: String)
    /// LaTeX failed at something that no template holds; the log's own words.
    case latexFailed(String)
}

extension ReportError {
    /// Whether installing packages mends it, and all but the PDF can be made without.
    var isLackOfPackages: Bool {
        switch self {
        case .missingLaTeX, .missingHyphenation: true
        default: false
        }
    }
}

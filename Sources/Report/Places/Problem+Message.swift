import Notebook

extension Problem {
    /// One line that says what is wrong and, where it can, what to write instead.
    public var message: String {
        switch kind {
        case .unclosedDisplay: "this '$$' has no closing '$$'"
        case .unclosedValue: "this '{{' has no closing '}}'"
        case .emptyValue: "no value is named between '{{' and '}}'"
        case .badAttributes(let text): "'{\(text)}' is not of the form {#name key=\"value\"}"
        case .controlCharacter(let byte): "control character \(byte) in the text"
        case .tooMuchMarkup(let limit): "more than \(limit) formulas, values and references in one template"
        case .tooDeep: "nested more than \(CMarkNode.depthLimit) levels deep"
        case .lostMarkup: "this can't stand inside a link's address or an indented code block"
        case .mixedParagraph(let what): "a \(what) must stand in a paragraph of its own"
        case .noteInNote: "a note can't have notes of its own"
        case .unknown(let noun, let name, let suggestion): "unknown \(noun.rawValue) '\(name)'" + meant(suggestion)
        case .unknownSection(let slug, let suggestion): "the book has no section '\(slug)'" + meant(suggestion)
        case .absentSection(let slug): "nothing of '\(slug)' is in this report; build that section, too"
        case .noSnippets: "no code to show: the folder Sources is missing, or nothing in it is marked as a snippet"
        case .nothingKept(let profile):
            "no results of the profile \(profile.rawValue) are kept for this section; quote them inside a [!FULL] callout"
        case .badOption(let option, let value):
            "'\(option)' is no way to show '\(value)'; use digits N, percent N, integer, mean, error or n"
        case .optionNeedsNumber(let option, let value): "'\(option)' needs a number, but '\(value)' is a text"
        case .optionNeedsEstimate(let option, let value):
            "'\(option)' needs an estimate, but '\(value)' is a single number"
        case .badLink(let address):
            "a link may lead to http:, https:, mailto: or a place in the book, not to '\(address)'"
        case .duplicate(let noun, let name): "the \(noun.rawValue) '\(name)' is given twice"
        case .missingRow(let labels, let rows): "\(labels) numbers for a display of \(rows) lines"
        case .tex(let reason): "TeX: \(reason)"
        case .latex(let reason): "LaTeX: \(reason)"
        case .latexHangs(let seconds): "LaTeX did not end within \(Int(seconds)) seconds; it was at these lines"
        case .latexWarning(let reason): "in the PDF, \(reason)"
        case .overfull(let points):
            "a line of the PDF is \(NumberText(points, digits: 2).plain) pt wider than the column"
        case .unclosedSnippet(let name): "snippet '\(name)' has no '// snippet.end'"
        case .unused(let noun, let name): "the \(noun.rawValue) '\(name)' is not used"
        case .unknownLayoutName(let name, let suggestion): "a layout has nothing named '\(name)'" + meant(suggestion)
        case .badLayout(let reason): "layout: \(reason)"
        case .badReferences(let reason): "references: \(reason)"
        }
    }

    /// The problem as it is told, with its place and its line.
    public func diagnostic(_ severity: Diagnostic.Severity = .error) -> Diagnostic {
        Diagnostic(
            severity, message, file: place.file, line: place.line, column: place.column, source: place.text)
    }

    private func meant(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0)'?" } ?? ""
    }
}

extension ReportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .problems(let problems): Diagnostic.text(of: problems.map { $0.diagnostic() })
        case .missingFile(let file): "\(file) is missing"
        case .notText(let file): "\(file) is not UTF-8 text"
        case .figureFailed(let figure, let reason): "the figure '\(figure)' can't be drawn: \(reason)"
        case .cannotWrite(let file, let reason): "can't write \(file): \(reason)"
        case .missingKaTeX(let file): "\(file) is missing; install it with: apt-get install libjs-katex fonts-katex"
        case .missingJavaScriptCore(let file):
            "\(file) is missing; install it with: apt-get install libjavascriptcoregtk-4.1-0"
        case .scriptFailed(let reason): "KaTeX could not run: \(reason)"
        case .missingLaTeX(let packages):
            "no LaTeX for the PDF; install it with: apt-get install \(packages.joined(separator: " "))"
        case .latexFailed(let reason): "LaTeX failed: \(reason)"
        }
    }
}

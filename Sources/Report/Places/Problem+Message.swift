import Notebook

extension Problem {
    /// One line that says what is wrong and, where it can, what to write instead.
    public var message: String {
        switch kind {
        case .unclosedDisplay: "this '$$' has no closing '$$'"
        case .unclosedValue: "this '{{' has no closing '}}'"
        case .emptyValue: "no value is named between '{{' and '}}'"
        case .badAttributes(let text): "'{\(text)}' is not of the form {#name key=\"value\"}"
        case .openAttributes(let text): "this '{\(text)' has no closing '}'"
        case .controlCharacter(let code) where code < 128: "control character \(code) in the text"
        case .controlCharacter(let code):
            "the character U+\(code.hexadecimal) in the text can't be shown; delete it"
        case .unclosedComment: "this '<!--' has no closing '-->' before its paragraph ends"
        case .unclosedFence: "this fence has no end; close it with as many of its signs in a line of their own"
        case .tooMuchMarkup(let limit): "more than \(limit) formulas, values and references in one template"
        case .tooDeep: "nested more than \(CMarkNode.depthLimit) levels deep"
        case .lostMarkup: "this can't stand here: nothing of it would be on the page"
        case .foreign(let markup, let instead): "'\(markup)' means nothing here; write \(instead)"
        case .foreignPicture(let address): "'\(address)' is no file of the book; put it beside the templates"
        case .undefinedNote(let name): "no note is called '[^\(name)]'; begin a line with it and a colon"
        case .displayInLine: "a display must stand in a paragraph; write $…$ here"
        case .blockInLine: "only words and formulas can stand in this line"
        case .linkInLink: "a link's words can't hold a link, a reference, a citation, a claim or a note"
        case .linkTitle(let title): "nothing shows '\(title)'; a link or picture has no title besides its words"
        case .strayAttributes(let text):
            "nothing takes '\(text)' here; it stands at the end of a heading's line, behind '$$', behind a picture, or at the end "
                + "of a caption"
        case .unknownAttribute(let name): "nothing here is called '\(name)'"
        case .secondLabel(let label): "only one label can stand here; '#\(label)' is another"
        case .takenLabel(let label): "pages use the name '\(label)' themselves; give the heading another label"
        case .emptyHeading: "a heading needs words"
        case .emptyLink: "a link needs words between its brackets"
        case .spaceInAddress(let address):
            "the address that begins with '\(address)' holds a space; write %20 for it, or the address between '<' and '>'"
        case .badNoteName(let name): "the note's name '\(name)' holds a space; join its words with a hyphen"
        case .markupInCitation(let markup):
            "'\(markup)' can't stand in the brackets of a citation, which hold sources and plain words"
        case .repeatedAttribute(let name): "'\(name)' is given twice"
        case .noAttributes:
            "a section's own figure or table takes no '{…}'; @fig-name and @tbl-name find it by its name"
        case .badLabel(let label, let prefix): "the label '\(label)' must begin with '\(prefix)-'"
        case .wagerOnFrames: "a figure with frames can't be wagered on: a drawing is compared with one curve"
        case .badWidth(let text): "'\(text)' is no width; write a share of the text's, as in width=60%"
        case .noTitle(let mark): "nothing can stand behind \(mark) in its line; begin in the next"
        case .tooManyCells(let count, let columns):
            "this row has \(count) cells, the head of its table \(columns); write '\\|' for a bar inside a cell"
        case .referenceInBrackets(let name): "write @\(name) without brackets"
        case .deadLink(let address, let suggestion): "nothing in the book is at '\(address)'" + meant(suggestion)
        case .missingPicture(let path): "there is no file '\(path)' beside the templates"
        case .badPicture(let path): "'\(path)' can't be shown; give an SVG, a PNG or a PDF of one page"
        case .numberInFormula(let command):
            "'\(command)' would number lines by itself; write aligned or gathered, and labels behind the closing '$$'"
        case .unknownCommand(let name): "'\(name)' can't stand in a formula: pages and PDF would not both show it"
        case .badMacro:
            "a macro is defined as in \\newcommand{\\norm}[1]{\\lVert #1 \\rVert} or \\DeclareMathOperator{\\rank}{rank}"
        case .missingArgument(let name, let number):
            "the macro '\(name)' has no argument #\(number); write how many it has, as in \\newcommand{\(name)}[\(number)]{…}"
        case .termWithoutWords:
            "stress the words that the index is to hold, as in *weight decay*{.index}, or name them: {.index term=\"…\"}"
        case .badGroup:
            "[!FIGURE] holds two to 26 figures or pictures, each in a paragraph of its own, and a label, as in {#fig-name}"
        case .noFace(let text): "the PDF has no face for \(text)"
        case .tooSmall(let points): "this is set in letters of \(NumberText(points, digits: 2).plain) pt in the PDF"
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
        case .latexFailed(let reason): "LaTeX failed: \(reason)"
        case .latexWarning(let reason): "in the PDF, \(reason)"
        case .overfull(let points):
            "a line of the PDF is \(NumberText(points, digits: 2).plain) pt wider than the column"
        case .unclosedSnippet(let name): "snippet '\(name)' has no '// snippet.end'"
        case .unused(let noun, let name): "the \(noun.rawValue) '\(name)' is not used"
        case .unknownLayoutName(let name, let suggestion): "a layout has nothing named '\(name)'" + meant(suggestion)
        case .badLayout(let reason): "layout: \(reason)"
        case .outdatedCopy(let name):
            "the built-in \(name) has changed since this copy was made; 'eject --print \(name)' shows it, and the first line names "
                + "the version this file belongs to"
        case .badReferences(let reason): "references: \(reason)"
        case .missingStyle(let name, let isInstalled, let suggestion):
            "there is no CSL style '\(name)'; put \(name).csl beside the templates"
                + (isInstalled ? meant(suggestion) : ", or install the package citation-style-language-styles")
        case .styleOfNotes(let name):
            "the CSL style '\(name)' cites in notes; name one that cites in the text, by author or by number"
        case .missingPandoc: "a CSL style needs pandoc; install it with: apt-get install pandoc"
        case .citationsFailed(let reason): "pandoc could not cite: \(reason)"
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
        case .cannotConvert(let file, let program):
            "'\(file)' can't be shown in every format; it needs \(program), from the Debian package "
                + (program == "rsvg-convert" ? "librsvg2-bin" : "poppler-utils")
        case .cannotWrite(let file, let reason): "can't write \(file): \(reason)"
        case .missingFont(let file):
            "\(file) is missing; install it with: apt-get install fonts-sil-charis fonts-inter"
        case .unreadableFont(let file):
            "\(file) can't be read as a font; reinstall it: apt-get install --reinstall fonts-sil-charis fonts-inter"
        case .missingKaTeX(let file): "\(file) is missing; install it with: apt-get install libjs-katex fonts-katex"
        case .missingJavaScriptCore(let file):
            "\(file) is missing; install it with: apt-get install libjavascriptcoregtk-4.1-0"
        case .scriptFailed(let reason): "KaTeX could not run: \(reason)"
        case .missingLaTeX(let packages):
            "no LaTeX is installed, which sets the PDF; install it with: apt-get install \(packages.joined(separator: " "))"
        case .missingHyphenation(let language, let package):
            "LaTeX has no hyphenation rules for the language '\(language)'; install them with: apt-get install \(package)"
        case .latexFailed(let reason): "LaTeX failed: \(reason)"
        }
    }
}

extension UInt32 {
    /// The code of a character as Unicode writes it: at least four digits.
    fileprivate var hexadecimal: String {
        let digits = String(self, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 > digits.count ? 4 - digits.count : 0) + digits
    }
}

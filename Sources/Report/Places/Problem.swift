import Notebook

/// Something wrong in a template, a layout or the references, and where.
public struct Problem: Error, Hashable, Sendable {
    public let kind: Kind
    public let place: Place

    public init(_ kind: Kind, at place: Place) {
        self.kind = kind
        self.place = place
    }

    /// What is wrong. The wording stands in `Problem+Message.swift`.
    public enum Kind: Hashable, Sendable {
        case unclosedDisplay
        case unclosedValue
        case emptyValue
        case badAttributes(String)
        case openAttributes(String)
        case controlCharacter(UInt32)
        case unclosedComment
        case unclosedFence
        case tooMuchMarkup(limit: Int)
        case tooDeep
        case lostMarkup
        /// Markup of another dialect, and what is written here.
        case foreign(String, instead: String)
        case foreignPicture(String)
        case undefinedNote(String)
        case displayInLine
        case blockInLine
        case linkInLink
        case linkTitle(String)
        case strayAttributes(String)
        case unknownAttribute(String)
        case secondLabel(String)
        /// The label of a heading that pages give to something else.
        case takenLabel(String)
        case emptyHeading
        case emptyLink
        case spaceInAddress(String)
        case badNoteName(String)
        /// Markup within the brackets of a citation.
        case markupInCitation(String)
        case repeatedAttribute(String)
        case noAttributes
        case badLabel(String, prefix: String)
        case badWidth(String)
        case wagerOnFrames
        case noTitle(String)
        case tooManyCells(Int, columns: Int)
        case referenceInBrackets(String)
        case deadLink(String, suggestion: String?)
        case missingPicture(String)
        case badPicture(String)
        case numberInFormula(String)
        case unknownCommand(String)
        case noFace(String)
        /// A definition in the book's file of macros that can't be read.
        case badMacro
        /// A macro whose definition names more arguments than it has.
        case missingArgument(String, number: Int)
        case termWithoutWords
        /// Figures under one caption that can't be numbered together.
        case badGroup
        case tooSmall(points: Double)
        case mixedParagraph(String)
        case noteInNote
        case unknown(Noun, String, suggestion: String?)
        case unknownSection(String, suggestion: String?)
        case absentSection(String)
        case noSnippets
        case nothingKept(Profile)
        case badOption(String, value: String)
        case optionNeedsNumber(String, value: String)
        case optionNeedsEstimate(String, value: String)
        case badLink(String)
        case duplicate(Noun, String)
        case missingRow(labels: Int, rows: Int)
        case tex(String)
        case latex(String)
        case latexHangs(seconds: Double)
        case latexFailed(String)
        case latexWarning(String)
        case overfull(points: Double)
        case unclosedSnippet(String)
        case unused(Noun, String)
        case unknownLayoutName(String, suggestion: String?)
        case badLayout(String)
        case outdatedCopy(String)
        case badReferences(String)
        /// The book names a CSL style that there is no file of.
        case missingStyle(String, isInstalled: Bool, suggestion: String?)
        case styleOfNotes(String)
        case missingPandoc
        case citationsFailed(String)
    }

    /// What a name can name.
    public enum Noun: String, Hashable, Sendable {
        case value, figure, table, claim, equation, algorithm, section, citation, snippet, target, note, heading,
            listing
        case callout, box, picture, link, macro, term, curve
    }
}

extension Problem: Comparable {
    public static func < (a: Problem, b: Problem) -> Bool {
        (a.place, a.message) < (b.place, b.message)
    }
}

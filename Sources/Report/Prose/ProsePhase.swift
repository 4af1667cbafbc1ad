import Plots

/// How far prose has come. The structure is the same in every phase; what stands for something else differs.
public protocol ProsePhase {
    associatedtype InlineLeaf: Sendable
    associatedtype BlockLeaf: Sendable

    /// The pieces inside a leaf.
    static func children(of leaf: InlineLeaf) -> [Inline<Self>]
    /// The blocks inside a leaf.
    static func children(of leaf: BlockLeaf) -> [Block<Self>]
}

extension Parsed {
    static func children(of leaf: InlineLeaf) -> [Inline<Parsed>] {
        if case .local(_, let inner) = leaf { inner } else { [] }
    }

    static func children(of leaf: BlockLeaf) -> [Block<Parsed>] {
        switch leaf {
        case .captioned(_, _, let block): [block]
        case .group(_, _, let parts): parts
        default: []
        }
    }
}

extension Resolved {
    public static func children(of leaf: InlineLeaf) -> [Inline<Resolved>] {
        switch leaf {
        case .local(_, let inner): inner
        case .citation(let citation): citation.content
        default: []
        }
    }

    public static func children(of leaf: BlockLeaf) -> [Block<Resolved>] {
        switch leaf {
        case .captioned(_, _, _, let block): [block]
        case .group(_, _, _, let parts): parts
        default: []
        }
    }
}

/// Prose as it was read: leaves are names that a template asks for.
enum Parsed: ProsePhase {
    /// Something inside a paragraph that a template asks for.
    enum InlineLeaf: Sendable {
        case value(ValueQuery)
        /// A formula that quotes values.
        case math(Math, values: [ValueQuery])
        case claim(Name)
        case reference(Name)
        case citation([CitationQuery], CitationForm)
        /// A link to a place in the book.
        case local(Name, [Inline<Parsed>])
        /// A place that the index leads to for a term.
        case term(Name, id: String)
    }

    /// Something between paragraphs that a template asks for.
    enum BlockLeaf: Sendable {
        /// - Parameter wager: the curve that a reader may draw before seeing it.
        case figure(Name, wager: Name?, caption: [Inline<Parsed>])
        case table(Name, caption: [Inline<Parsed>])
        case claims([Name])
        case display(Math, values: [ValueQuery], labels: [Name], claims: [Name])
        case algorithm(Name?, title: [Inline<Parsed>], steps: [AlgorithmStep<Parsed>])
        case snippet(Name)
        case picture(PictureQuery, caption: [Inline<Parsed>])
        /// A table or a listing with a caption.
        case captioned(Name?, caption: [Inline<Parsed>], Block<Parsed>)
        /// Several figures or pictures under one caption.
        case group(Name, caption: [Inline<Parsed>], [Block<Parsed>])
    }
}

/// Prose in which every name has been answered.
public enum Resolved: ProsePhase {
    /// What stands inside a paragraph besides words.
    public enum InlineLeaf: Sendable {
        case value(NumberText)
        case claim(ClaimEntry)
        case link(Anchor, text: String, title: String)
        /// Words that lead to a place of the book; nil where this report does not show it.
        case local(Anchor?, [Inline<Resolved>])
        case citation(Citation)
        /// The sign and the name of a claim, which lead to its card.
        case mark(ClaimEntry)
        /// A file of the site, by its path there.
        case file(String)
        /// A place that the index leads to; nobody sees it.
        case term(id: String)
    }

    /// What stands between paragraphs besides text.
    public enum BlockLeaf: Sendable {
        case figure(FigureEntry, caption: [Inline<Resolved>])
        case table(TableEntry, caption: [Inline<Resolved>])
        case claims([ClaimCard])
        case display(Math, labels: [EquationLabel], claims: [ClaimEntry])
        case algorithm(AlgorithmLabel?, title: [Inline<Resolved>], steps: [AlgorithmStep<Resolved>])
        case snippet(Snippet)
        case picture(Picture, caption: [Inline<Resolved>])
        /// - Parameters:
        ///   - number: "Table 7.2.1"; empty where it has no label.
        case captioned(id: String?, number: String, caption: [Inline<Resolved>], Block<Resolved>)
        /// Several figures or pictures side by side under one caption.
        ///
        /// - Parameter number: "Figure 7.2.1"; its parts bear it with a letter.
        case group(id: String, number: String, caption: [Inline<Resolved>], [Block<Resolved>])
        /// How many claims came out how.
        case counts([VerdictCount])
        /// Short lines, set in columns where a page is wide enough.
        case columns([[Inline<Resolved>]])
        /// The files that hold the first frame of a figure and its numbers.
        case files(FigureEntry)
    }
}

/// A name in a template, and where it stands.
public struct Name: Hashable, Sendable {
    public let text: String
    public let place: Place
}

/// A formula: its TeX and where it stands.
public struct Math: Hashable, Sendable {
    public let tex: String
    public let place: Place
    /// The byte of its file at which the TeX begins; nil for a formula out of a record.
    var offset: Int?

    /// The formula as words: "w tilde = 2α"; its TeX where it has commands that labels don't know.
    public var words: String {
        let label = "$\(tex)$"
        let words = PlainText.of(label)
        return words == label ? tex : words
    }
}

/// `{{slug:name|option argument}}`.
struct ValueQuery: Hashable, Sendable {
    /// The section the value comes from; nil for the page's own.
    let section: String?
    let name: String
    /// "digits 4", "percent", "mean"; empty when none is given.
    let option: String
    let place: Place
}

/// One source of a citation: `see @key, p. 3`.
struct CitationQuery: Hashable, Sendable {
    let key: Name
    /// What stands before it: "see".
    let prefix: String
    /// What follows the key: ", p. 3".
    let locator: String
    /// Whether the text names the authors already.
    let isYearAlone: Bool
}

/// Where the brackets of a citation stand.
public enum CitationForm: Sendable {
    /// Breiman (1996)
    case narrative
    /// (Breiman, 1996)
    case bracketed
}

/// A picture from a file: `![Caption](photo.png){#fig-photo width=50% alt="A dog"}`.
struct PictureQuery: Hashable, Sendable {
    /// The file, from the folder of templates.
    let path: Name
    let label: Name?
    let alt: String?
    /// The share of the text's width; nil for its own size.
    let width: Double?
}

/// A line of an algorithm, indented by `depth` levels.
public struct AlgorithmStep<Phase: ProsePhase>: Sendable {
    public let depth: Int
    public let content: [Inline<Phase>]
}

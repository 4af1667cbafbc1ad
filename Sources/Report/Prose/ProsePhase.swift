import Plots

/// How far prose has come. The structure is the same in every phase; what stands for something else differs.
protocol ProsePhase {
    associatedtype InlineLeaf: Sendable
    associatedtype BlockLeaf: Sendable
}

/// Prose as it was read: leaves are names that a template asks for.
enum Parsed: ProsePhase {
    /// Something inside a paragraph that a template asks for.
    enum InlineLeaf: Sendable {
        case value(ValueQuery)
        case claim(Name)
        case reference(Name)
        case citation([CitationQuery], narrative: Bool)
    }

    /// Something between paragraphs that a template asks for.
    enum BlockLeaf: Sendable {
        case figure(Name, caption: [Inline<Parsed>])
        case table(Name, caption: [Inline<Parsed>])
        case claims([Name])
        case display(Math, labels: [Name], claims: [Name])
        case algorithm(Name?, title: [Inline<Parsed>], steps: [AlgorithmStep<Parsed>])
        case snippet(Name)
    }
}

/// Prose in which every name has been answered.
enum Resolved: ProsePhase {
    enum InlineLeaf: Sendable {
        case value(NumberText)
        case claim(ClaimEntry)
        case link(Anchor, text: String, title: String)
        case citation([CitationEntry], narrative: Bool)
    }

    enum BlockLeaf: Sendable {
        case figure(FigureEntry, caption: [Inline<Resolved>])
        case table(TableEntry, caption: [Inline<Resolved>])
        case claims([ClaimEntry])
        case display(Math, labels: [EquationLabel], claims: [ClaimEntry])
        case algorithm(AlgorithmLabel?, title: [Inline<Resolved>], steps: [AlgorithmStep<Resolved>])
        case snippet(Snippet)
    }
}

/// A name in a template, and where it stands.
struct Name: Hashable, Sendable {
    let text: String
    let place: Place
}

/// A formula: its TeX and where it stands.
struct Math: Hashable, Sendable {
    let tex: String
    let place: Place
    /// The byte of its file at which the TeX begins; nil for a formula out of a record.
    var offset: Int?

    /// The formula as words: "w tilde = 2α"; its TeX where it has commands that labels don't know.
    var words: String {
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

/// One source of a citation: `@key, p. 3`.
struct CitationQuery: Hashable, Sendable {
    let key: Name
    /// What follows the key: ", p. 3".
    let locator: String
}

/// A line of an algorithm, indented by `depth` levels.
struct AlgorithmStep<Phase: ProsePhase>: Sendable {
    let depth: Int
    let content: [Inline<Phase>]
}

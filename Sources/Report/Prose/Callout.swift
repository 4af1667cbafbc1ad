/// A box with a title: a note, a warning, a theorem.
public struct Callout<Phase: ProsePhase>: Sendable {
    public let kind: CalloutKind
    /// What a reader calls its kind: "Theorem".
    public let name: String
    /// The author's own title; empty for the usual one.
    public let title: [Inline<Phase>]
    public let label: Name?
    /// "Theorem 7.2.1"; empty for what bears no number, and until it is resolved.
    public let number: String
    /// Whether it can be folded, and how it begins; nil when it can't.
    public let fold: CalloutFold?

    init(
        kind: CalloutKind, name: String? = nil, title: [Inline<Phase>], label: Name?, number: String, fold: CalloutFold?
    ) {
        self.kind = kind
        self.name = name ?? kind.title
        self.title = title
        self.label = label
        self.number = number
        self.fold = fold
    }
}

/// How a box begins that can be folded.
public enum CalloutFold: Sendable {
    case open, closed
}

/// What a callout is for.
public enum CalloutKind: String, Sendable, CaseIterable {
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"
    case erratum = "ERRATUM"
    case margin = "MARGIN"
    /// What the kept results of a long run say; it disappears where none are kept.
    case full = "FULL"
    case details = "DETAILS"
    /// Several figures or pictures under one caption.
    case figure = "FIGURE"
    case theorem = "THEOREM"
    case lemma = "LEMMA"
    case corollary = "COROLLARY"
    case proposition = "PROPOSITION"
    case definition = "DEFINITION"
    case example = "EXAMPLE"
    case exercise = "EXERCISE"
    case remark = "REMARK"
    case proof = "PROOF"
    case solution = "SOLUTION"

    /// The heading a reader sees; a margin note has none, and kept results bear the name of their data.
    public var title: String {
        switch self {
        case .margin: ""
        case .full: "Full run"
        default: rawValue.capitalized
        }
    }

    /// Whether each bears a number of its own.
    var isNumbered: Bool {
        switch self {
        case .theorem, .lemma, .corollary, .proposition, .definition, .example, .exercise: true
        default: false
        }
    }

    /// How its label begins; nil for what has none.
    var prefix: String? {
        switch self {
        case .theorem: "thm"
        case .lemma: "lem"
        case .corollary: "cor"
        case .proposition: "prp"
        case .definition: "def"
        case .example: "exm"
        case .exercise: "exr"
        case .figure: "fig"
        default: nil
        }
    }

    /// The name of its look in style sheets.
    var style: String {
        switch self {
        case .tip, .important, .details, .remark, .proof, .solution, .example, .exercise: "note"
        case .caution: "warning"
        case .theorem, .lemma, .corollary, .proposition, .definition: "theorem"
        default: rawValue.lowercased()
        }
    }
}

/// A piece of a formula.
indirect enum MathNode: Hashable, Sendable {
    /// TeX's classes of atoms; they decide the space between neighbours.
    enum Class: Hashable, Sendable { case ordinary, large, binary, relation, opening, closing, punctuation, inner }

    case symbol(String, FontFace, Class)
    /// A big operator such as a sum; its limits stand beside it, as in running text.
    case large(String)
    /// An upright name such as `max`.
    case name(String)
    case row([MathNode])
    case scripts(base: MathNode, superscript: MathNode?, subscript: MathNode?)
    case fraction(MathNode, MathNode)
    case binomial(MathNode, MathNode)
    case root(MathNode, degree: MathNode?)
    case accent(String, MathNode)
    case overline(MathNode)
    case underline(MathNode)
    case delimited(String, MathNode, String)
    case text(String)
    /// Space in ems.
    case space(Double)
}

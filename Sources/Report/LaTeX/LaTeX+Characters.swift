extension LaTeX {
    /// Characters of running text that are commands in LaTeX.
    static let textCommands: [Unicode.Scalar: String] = [
        "\u{A0}": "~", "\u{AD}": "\\-", "\u{2009}": "\\,", "\u{200A}": "\\,", "\u{202F}": "\\,", "\u{2060}": "",
        "\u{200B}": "", "\u{FEFF}": "", "\u{2002}": "\\enspace{}", "\u{2003}": "\\quad{}", "\u{2010}": "-{}",
        "\u{2011}": "\\mbox{-}", "–": "\\textendash{}", "—": "\\textemdash{}", "‘": "\\textquoteleft{}",
        "“": "\\textquotedblleft{}", "”": "\\textquotedblright{}",
        "„": "\\quotedblbase{}", "…": "\\dots{}", "•": "\\textbullet{}", "€": "\\texteuro{}", "†": "\\textdagger{}",
        "‡": "\\textdaggerdbl{}", "№": "No.~", "™": "\\texttrademark{}", "✓": "\\ding{51}", "✗": "\\ding{55}",
        "ș": "\\textcommabelow{s}", "Ș": "\\textcommabelow{S}", "ț": "\\textcommabelow{t}", "Ț": "\\textcommabelow{T}",
        "‹": "\\guilsinglleft{}", "›": "\\guilsinglright{}", "‰": "\\textperthousand{}", "‚": "\\quotesinglbase{}",
        "☐": "\\ensuremath{\\square}", "☑": "\\ensuremath{\\boxtimes}", "★": "\\ding{72}",
        "↪": "\\ensuremath{\\hookrightarrow}",
        "✎": "\\ding{46}", "↩": "\\ensuremath{\\hookleftarrow}",
    ]

    /// Characters that are commands inside a formula.
    static let mathCommands: [Unicode.Scalar: String] = [
        "−": "-", "±": "\\pm", "×": "\\times", "·": "\\cdot", "÷": "\\div", "≤": "\\le", "≥": "\\ge", "≠": "\\ne",
        "≈": "\\approx", "≡": "\\equiv", "∝": "\\propto", "≪": "\\ll", "≫": "\\gg", "∞": "\\infty", "∈": "\\in",
        "∼": "\\sim", "≃": "\\simeq", "≅": "\\cong", "∗": "*", "∘": "\\circ", "⋆": "\\star", "⋅": "\\cdot",
        "∧": "\\wedge",
        "∨": "\\vee", "¬": "\\neg", "∖": "\\setminus", "⊃": "\\supset", "⊇": "\\supseteq", "∣": "\\mid",
        "⌊": "\\lfloor",
        "⌋": "\\rfloor", "⌈": "\\lceil", "⌉": "\\rceil", "ℓ": "\\ell", "⟦": "\\llbracket", "⟧": "\\rrbracket",
        "∠": "\\angle",
        "△": "\\triangle", "∆": "\\Delta", "∎": "\\blacksquare", "□": "\\square", "■": "\\blacksquare", "…": "\\dots",
        "⋯": "\\cdots", "⋮": "\\vdots", "⋱": "\\ddots", "≺": "\\prec", "≻": "\\succ", "≼": "\\preceq", "≽": "\\succeq",
        "ℚ": "\\mathbb{Q}", "ℂ": "\\mathbb{C}", "∉": "\\notin", "⊂": "\\subset", "⊆": "\\subseteq", "∪": "\\cup",
        "∩": "\\cap", "∅": "\\emptyset",
        "∀": "\\forall", "∃": "\\exists", "∇": "\\nabla", "∂": "\\partial", "∑": "\\sum", "∏": "\\prod", "∫": "\\int",
        "√": "\\surd", "‖": "\\|", "∥": "\\parallel", "⊥": "\\perp", "⊤": "\\top", "⊙": "\\odot", "⊗": "\\otimes",
        "⊕": "\\oplus", "→": "\\to", "←": "\\leftarrow", "↑": "\\uparrow", "↓": "\\downarrow", "↔": "\\leftrightarrow",
        "⇒": "\\Rightarrow", "⇐": "\\Leftarrow", "⇔": "\\Leftrightarrow", "↦": "\\mapsto", "⟨": "\\langle",
        "⟩": "\\rangle", "′": "^{\\prime}", "″": "^{\\prime\\prime}", "°": "^{\\circ}", "⁰": "^{0}", "¹": "^{1}",
        "²": "^{2}", "³": "^{3}", "⁴": "^{4}", "⁵": "^{5}", "⁶": "^{6}", "⁷": "^{7}", "⁸": "^{8}", "⁹": "^{9}",
        "⁻": "^{-}", "₀": "_{0}", "₁": "_{1}", "₂": "_{2}", "₃": "_{3}", "₄": "_{4}", "₅": "_{5}", "ℝ": "\\mathbb{R}",
        "ℕ": "\\mathbb{N}", "ℤ": "\\mathbb{Z}", "𝔼": "\\mathbb{E}", "α": "\\alpha", "β": "\\beta",
        "γ": "\\gamma", "δ": "\\delta", "ε": "\\varepsilon", "ϵ": "\\epsilon", "ζ": "\\zeta", "η": "\\eta",
        "θ": "\\theta", "ϑ": "\\vartheta", "ι": "\\iota", "κ": "\\kappa", "λ": "\\lambda", "μ": "\\mu", "µ": "\\mu",
        "ν": "\\nu", "ξ": "\\xi", "ο": "o", "π": "\\pi", "ρ": "\\rho", "σ": "\\sigma", "ς": "\\varsigma",
        "τ": "\\tau", "υ": "\\upsilon", "φ": "\\varphi", "ϕ": "\\phi", "χ": "\\chi", "ψ": "\\psi", "ω": "\\omega",
        "Γ": "\\Gamma", "Δ": "\\Delta", "Θ": "\\Theta", "Λ": "\\Lambda", "Ξ": "\\Xi", "Π": "\\Pi", "Σ": "\\Sigma",
        "Υ": "\\Upsilon", "Φ": "\\Phi", "Ψ": "\\Psi", "Ω": "\\Omega",
    ]
}

/// What the commands of a formula stand for.
enum MathSymbols {
    /// Greek letters, in the slanted face.
    static let greek: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
        "xi": "ξ", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
        "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    ]

    static let greekCapitals: [String: String] = [
        "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
        "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    ]

    static let ordinary: [String: String] = [
        "infty": "∞", "partial": "∂", "nabla": "∇", "ell": "ℓ", "hbar": "ℏ", "prime": "′", "forall": "∀",
        "exists": "∃", "emptyset": "∅", "top": "⊤", "bot": "⊥", "angle": "∠", "triangle": "△", "ldots": "…",
        "dots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "Re": "ℜ", "Im": "ℑ", "%": "%", "#": "#", "&": "&",
        "_": "_", "$": "$", "dag": "†", "star": "⋆", "degree": "°", "neg": "¬",
    ]

    static let binary: [String: String] = [
        "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "⋅", "ast": "∗", "circ": "∘", "bullet": "∙",
        "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "ominus": "⊖", "cup": "∪", "cap": "∩", "wedge": "∧", "vee": "∨",
        "setminus": "∖",
    ]

    static let relation: [String: String] = [
        "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ll": "≪", "gg": "≫", "neq": "≠", "ne": "≠", "approx": "≈",
        "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "in": "∈", "notin": "∉", "ni": "∋",
        "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "prec": "≺", "succ": "≻", "preceq": "⪯",
        "succeq": "⪰", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔",
        "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⇔", "mapsto": "↦", "uparrow": "↑",
        "downarrow": "↓", "mid": "∣", "parallel": "∥", "perp": "⊥", "colon": ":",
    ]

    static let delimiters: [String: String] = [
        "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋",
        "lceil": "⌈", "rceil": "⌉", "vert": "∣", "lvert": "∣", "rvert": "∣", "Vert": "∥", "lVert": "∥",
        "rVert": "∥", "|": "∥", "backslash": "\\",
    ]

    static let large: [String: String] = [
        "sum": "∑", "prod": "∏", "int": "∫", "oint": "∮", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
    ]

    static let names: Set<String> = [
        "max", "min", "argmax", "argmin", "arg", "log", "ln", "exp", "sin", "cos", "tan", "tanh", "sup", "inf", "lim",
        "det", "dim", "ker", "Pr", "deg", "gcd",
    ]

    static let accents: [String: String] = [
        "hat": "ˆ", "widehat": "ˆ", "tilde": "˜", "widetilde": "˜", "bar": "ˉ", "vec": "⃗", "dot": "˙", "ddot": "¨",
        "check": "ˇ", "breve": "˘", "acute": "ˊ", "grave": "ˋ",
    ]

    /// Spaces in ems.
    static let spaces: [String: Double] = [
        ",": 3 / 18, ":": 4 / 18, ">": 4 / 18, ";": 5 / 18, "!": -3 / 18, " ": 0.25, "quad": 1, "qquad": 2,
    ]

    /// Commands that change the letters of their argument.
    static let alphabets: [String: MathAlphabet] = [
        "mathbf": .bold, "boldsymbol": .boldSlanted, "bm": .boldSlanted, "mathrm": .upright, "mathbb": .blackboard,
        "mathcal": .calligraphic, "mathit": .slanted, "mathsf": .sans, "mathfrak": .fraktur, "mathtt": .typewriter,
    ]

    /// The class of a letter that is typed as itself.
    static func kind(of character: Character) -> MathNode.Class {
        switch character {
        case "+", "-", "*", "−", "·", "×", "±": .binary
        case "=", "<", ">", ":", "≤", "≥", "≈", "→", "∈", "≠", "∼", "∝": .relation
        case "(", "[": .opening
        case ")", "]", "!", "?": .closing
        case ",", ";": .punctuation
        default: .ordinary
        }
    }
}

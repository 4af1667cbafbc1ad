import Foundation

/// Labels as words for screen readers and tables.
enum PlainText {
    /// The label without dollar signs, braces and backslashes: `$\tilde{\mathbf{w}} = 2\alpha$` becomes "w tilde = 2α".
    static func of(_ label: String) -> String {
        var text = label.filter { $0 != "$" }
        for (command, word) in [("boldsymbol", ""), ("mathbf", ""), ("mathrm", ""), ("times", "×"), ("top", "T")] {
            text = text.replacingOccurrences(of: "\\" + command, with: word)
        }
        text.replace(/\\(tilde|hat|bar)\s*\{*\s*(\w)\}*/) { "\($0.2) \($0.1)" }
        for (name, letter) in letters { text = text.replacingOccurrences(of: "\\" + name, with: letter) }
        text = text.replacingOccurrences(of: "^*", with: "*").filter { !"_{}".contains($0) }
        text = text.replacingOccurrences(of: "\\", with: " ")
        return text.split(separator: " ").joined(separator: " ")
    }

    /// Greek letters; longer names first where one begins with another.
    private static let letters = [
        ("epsilon", "ε"), ("lambda", "λ"), ("Lambda", "Λ"), ("alpha", "α"), ("beta", "β"), ("gamma", "γ"),
        ("delta", "δ"), ("theta", "θ"), ("sigma", "σ"), ("Omega", "Ω"), ("omega", "ω"), ("eta", "η"), ("tau", "τ"),
        ("nu", "ν"), ("mu", "μ"), ("rho", "ρ"), ("pi", "π"),
    ]
}

/// A formula as KaTeX is asked for it: equal ones are rendered once.
struct Formula: Hashable, Sendable, Codable {
    let tex: String
    let display: Bool
}

extension Formula {
    init(_ math: Math, display: Bool) {
        self.init(tex: math.tex, display: display)
    }
}

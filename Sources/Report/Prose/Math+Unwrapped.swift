extension Math {
    /// The environments of a whole display that number their lines themselves, and what sets the same lines without.
    private static let plain = [
        "align": "aligned", "gather": "gathered", "equation": "", "displaymath": "", "math": "",
    ]

    /// The same display without an environment around all of it that would number its lines: labels do that.
    var unwrapped: Math {
        let begin = "\\begin{"
        guard tex.utf8.starts(with: begin.utf8), let close = tex.firstIndex(of: "}") else { return self }
        let environment = tex[..<close].dropFirst(begin.count)
        guard let inner = Self.plain[String(environment.hasSuffix("*") ? environment.dropLast() : environment)] else {
            return self
        }
        let end = "\\end{\(environment)}"
        guard tex.hasSuffix(end), tex.firstRange(of: end)?.upperBound == tex.endIndex else { return self }
        let body = tex[close...].dropFirst().dropLast(end.count).trimming
        return Math(
            tex: inner.isEmpty ? body : "\\begin{\(inner)}\(body)\\end{\(inner)}", place: place, offset: nil)
    }

    /// What a formula can't hold: what numbers lines by itself, and what pages and PDF would not both show.
    var problems: [Problem] {
        var found: [Problem] = []
        // By bytes, for a book has hundreds of formulas.
        var rest = unwrapped.tex.utf8[...]
        while let slash = rest.firstIndex(of: UInt8(ascii: "\\")) {
            rest = rest[slash...].dropFirst()
            let name = rest.prefix { Self.isLetter($0) }
            rest = name.isEmpty ? rest.dropFirst() : rest[name.endIndex...]
            let command = String(Substring(name))
            if command == "begin", rest.first == UInt8(ascii: "{") {
                let environment = String(Substring(rest.dropFirst().prefix { $0 != UInt8(ascii: "}") }))
                if !Self.environments.contains(environment) {
                    let markup = "\\begin{\(environment)}"
                    let isNumbering = Self.numberingEnvironments.contains {
                        environment == $0 || environment == "\($0)*"
                    }
                    found.append(Problem(isNumbering ? .numberInFormula(markup) : .unknownCommand(markup), at: place))
                }
            } else if Self.numbering.contains(command) {
                found.append(Problem(.numberInFormula("\\\(command)"), at: place))
            } else if MathCommands.refused.contains(command) {
                found.append(Problem(.unknownCommand("\\\(command)"), at: place))
            }
        }
        return found
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static let numbering: Set<String> = ["tag", "notag", "nonumber", "label", "ref", "eqref"]

    private static let numberingEnvironments = [
        "align", "gather", "equation", "multline", "eqnarray", "alignat", "flalign", "subequations",
    ]

    /// The environments that both pages and PDF know and that number nothing.
    private static let environments: Set<String> = [
        "aligned", "alignedat", "gathered", "split", "array", "cases", "rcases", "dcases", "drcases", "matrix",
        "pmatrix",
        "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "matrix*", "pmatrix*", "bmatrix*", "Bmatrix*", "vmatrix*",
        "Vmatrix*",
        "smallmatrix", "subarray", "darray",
    ]
}

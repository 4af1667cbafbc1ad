extension String {
    /// What stands between `start` and `end`.
    func between(_ start: String, _ end: String) -> String {
        guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else { return "" }
        return String(self[from.upperBound..<to.lowerBound])
    }

    /// The same HTML with each formula as its TeX between `⟨` and `⟩`: KaTeX's markup is KaTeX's.
    var withPlainMath: String {
        var out = ""
        var rest = self[...]
        while let open = rest.firstRange(of: "<span class=\"katex") {
            out += rest[..<open.lowerBound]
            var depth = 0
            var at = open.lowerBound
            repeat {
                guard let tag = rest[at...].firstMatch(of: /<(\/?)span[ >]/) else { return out + rest }
                depth += tag.1.isEmpty ? 1 : -1
                at = tag.range.upperBound
            } while depth > 0
            let tex = String(rest[open.lowerBound..<at]).between("application/x-tex\">", "</annotation>")
            out += "⟨\(tex)⟩"
            rest = rest[at...]
        }
        return out + rest
    }
}

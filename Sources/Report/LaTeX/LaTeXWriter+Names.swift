extension LaTeXWriter {
    /// The name by which a place of the report is known in the PDF.
    static func target(_ anchor: Anchor) -> String {
        let isLocal = ["fig-", "tbl-", "lst-", "box-"].contains { anchor.id.hasPrefix($0) }
        let isGlobal =
            ["eq-", "alg-", "claim-", "thm-", "lem-", "cor-", "prp-", "def-", "exm-", "exr-"].contains {
                anchor.id.hasPrefix($0)
            }
        return name(
            anchor.id.isEmpty
                ? "sec-\(anchor.page)"
                : isLocal ? "\(anchor.page)-\(anchor.id)" : isGlobal ? anchor.id : "\(anchor.page)--\(anchor.id)")
    }

    /// A name without what TeX would take for something else; letters of other alphabets are told by their numbers.
    static func name(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if isPlain || "-.:".unicodeScalars.contains(scalar) { return String(scalar) }
            return scalar.isASCII ? "-" : "u" + String(scalar.value, radix: 16)
        }.joined()
    }
}

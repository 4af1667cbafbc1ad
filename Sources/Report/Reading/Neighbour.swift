/// Markup of neighbouring dialects that a template does not know, and what is written instead.
enum Neighbour {
    /// What stands at a line's beginning.
    static func block(_ line: ArraySlice<UInt8>) -> (markup: String, instead: String)? {
        if line.starts(with: ":::".utf8) { return (":::", "> [!NOTE]") }
        return nil
    }

    /// The command of TeX at the beginning of `bytes`, outside a formula.
    static func command(_ bytes: ArraySlice<UInt8>) -> (markup: String, instead: String)? {
        let name = String(decoding: bytes.dropFirst().prefix { isLetter($0) }, as: UTF8.self)
        let isCalled = bytes.dropFirst(1 + name.utf8.count).first.map { "{[".utf8.contains($0) } ?? false
        guard !name.isEmpty, isCalled || commands.keys.contains(name) else { return nil }
        return ("\\\(name)", commands[name] ?? "$\\\(name)…$ for a formula")
    }

    /// What is written instead of commands that are often met.
    private static let commands = [
        "begin": "$$ … $$ for a formula", "end": "$$ … $$ for a formula", "cite": "@key or [@key]",
        "citep": "[@key]", "citet": "@key", "ref": "@eq-name, @fig-name or @sec-name", "eqref": "@eq-name",
        "label": "{#eq-name} behind the closing $$", "footnote": "[^name]", "textbf": "**words**",
        "textit": "*words*", "emph": "*words*", "section": "## Words", "subsection": "### Words",
        "includegraphics": "![Caption](file.png)", "url": "<https://…>", "href": "[words](https://…)",
        "index": "words", "item": "- words", "newpage": "nothing", "clearpage": "nothing", "pagebreak": "nothing",
    ]

    /// What runs code in other systems: "{python} x", "r 1 + 1".
    static func runsCode(_ code: String) -> Bool {
        if code.firstMatch(of: /^\{(r|python|julia|ojs|math|code|eval)\}\s/) != nil { return true }
        return code.firstMatch(of: /^r [\w(]/) != nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

import Notebook
import Report
import Testing

/// What an author may not write, where it is told, and what is written instead.
@Suite struct RefusalTests {
    /// A template, the place of the first thing wrong in it, and the words for that.
    struct Refusal: CustomTestStringConvertible {
        let prose: String
        let place: String
        let message: String
        var testDescription: String { prose }

        init(_ prose: String, _ place: String, _ message: String) {
            self.prose = prose
            self.place = place
            self.message = message
        }

        /// Markup of another dialect.
        static func foreign(
            _ prose: String, _ markup: String, _ instead: String, at place: String = "1:1"
        ) -> Refusal {
            Refusal(prose, place, "'\(markup)' means nothing here; write \(instead)")
        }
    }

    static let characters = [
        Refusal("A\u{C}B", "1:2", "control character 12 in the text"),
        Refusal("A $x$ &#1;&#1;&#1;", "1:7", "control character 1 in the text"),
        Refusal("[a](https://example.org/&#x2;)", "1:25", "control character 2 in the text"),
        Refusal("A\u{85}B", "1:2", "the character U+0085 in the text can't be shown; delete it"),
        Refusal("A\u{FFFE}B", "1:2", "the character U+FFFE in the text can't be shown; delete it"),
        Refusal("A\u{2028}B", "1:2", "the character U+2028 in the text can't be shown; delete it"),
        Refusal("A\u{202E}B", "1:2", "the character U+202E in the text can't be shown; delete it"),
    ]

    static let unended = [
        Refusal("<!-- never\n\nB\n\n## H", "1:1", "this '<!--' has no closing '-->' before its paragraph ends"),
        Refusal("A <!-- b\n\nc --> d", "1:3", "this '<!--' has no closing '-->' before its paragraph ends"),
        Refusal(
            "A\n\n```python\nx\n\nB {{count}}", "3:1",
            "this fence has no end; close it with as many of its signs in a line of their own"),
        Refusal(
            "Title\n~~~~~\n\nB", "2:1",
            "this fence has no end; close it with as many of its signs in a line of their own"),
    ]

    static let attributes = [
        Refusal("## A {#a #b}", "1:6", "only one label can stand here; '#b' is another"),
        Refusal("```sh {#lst-a .wide}\ngo\n```", "1:1", "nothing here is called '.wide'"),
        Refusal("```sh {#lst-a caption=\"x\"}\ngo\n```", "1:1", "nothing here is called 'caption'"),
        Refusal("```algorithm {#alg-a caption=\"x\"}\nGo.\n```", "1:1", "nothing here is called 'caption'"),
        Refusal("![a](photo.png){.wide}", "1:1", "nothing here is called '.wide'"),
        Refusal("![a](photo.png){width=50% width=60%}", "1:1", "'width' is given twice"),
        Refusal("$$\n- a\n$$ {#eq-a wide=\"x\"}\n\n@eq-a", "3:4", "nothing here is called 'wide'"),
    ]

    static let names = [
        Refusal("## A {#x}\n\n## B {#x}", "3:6", "the heading 'x' is given twice"),
        Refusal("## A {#main}", "1:6", "pages use the name 'main' themselves; give the heading another label"),
        Refusal("## A {#fig-x}", "1:6", "pages use the name 'fig-x' themselves; give the heading another label"),
        Refusal("##\n\nA", "1:1", "a heading needs words"),
        Refusal("[](https://example.org)", "1:2", "a link needs words between its brackets"),
        Refusal(
            "[a](https://example.org/b c)", "1:5",
            "the address that begins with 'https://example.org/b' holds a space; write %20 for it, or the address between "
                + "'<' and '>'"),
        Refusal("A\n\n[gone]: https://example.org", "3:1", "the link 'gone' is not used"),
        Refusal("A[^b c]\n\n[^b c]: x", "3:1", "the note's name 'b c' holds a space; join its words with a hyphen"),
        Refusal("![a](photo.gif)", "1:1", "'photo.gif' can't be shown; give an SVG, a PNG or a PDF of one page"),
    ]

    static let citations = [
        Refusal(
            "[@roe, *p.* 3]", "1:8",
            "'*' can't stand in the brackets of a citation, which hold sources and plain words"),
        Refusal(
            "[@roe, {{count}}]", "1:8",
            "'{{' can't stand in the brackets of a citation, which hold sources and plain words"),
        Refusal(
            "[@roe, p. $x$]", "1:11",
            "'$' can't stand in the brackets of a citation, which hold sources and plain words"),
        Refusal(
            "[@roe and @roe]", "1:2",
            "'and @roe' can't stand in the brackets of a citation, which hold sources and plain words"),
        .foreign("A -@roe", "-@roe", "[-@roe]", at: "1:3"),
    ]

    static let formulas = [
        .foreign("It is $ x^2 $.", "$ ", "$ without the space to begin a formula, \\$ for the sign itself", at: "1:7"),
        .foreign("$`x`$", "$`", "$x$"),
        .foreign("$50% of$ x", "%", "\\% for the sign, which begins a comment in TeX", at: "1:4"),
        .foreign("$$ $$", "$$$$", "a formula between the signs, or \\$ for each of them"),
        .foreign("$$\nx\n$$ (name)", "(name)", "{#eq-name}", at: "3:3"),
        Refusal(
            "$$\\begin{tabular}{c}a\\end{tabular}$$", "1:3",
            "'\\begin{tabular}' can't stand in a formula: pages and PDF would not both show it"),
    ]

    static let dialects: [Refusal] = [
        .foreign("% words", "%", "<!-- words --> for a comment"),
        .foreign("+++\n", "+++", "nothing, or --- for a rule"),
        .foreign("(name)=\n## A", "(name)=", "{#name} at the end of the heading's line"),
        .foreign("= Title", "=", "## Words"),
        .foreign("|===\n|a\n|===", "|===", "| cell | cell |, with |---|---| below the first row"),
        .foreign("+---+\n| a |\n+---+", "+---", "| cell | cell |, with |---|---| below the first row"),
        .foreign("a  b\n--- ---\n1  2", "--- ---", "| cell | cell |, with |---|---| below the first row", at: "2:1"),
        .foreign(
            "| a line", "|", "|---|---| below the first row of a table, or <br> for a break in the line"),
        .foreign("[source,sh]\n----\ngo\n----", "[source,sh]", "> [!NOTE] for a box, ``` for code"),
        .foreign(":toc:\n", ":toc:", "nothing, or {#name} behind what it is about"),
        .foreign(
            ".. note::\n\n   a", ".. note::",
            "> [!NOTE] for a box, ![Caption](file.png) for a picture, ``` for code"),
        .foreign("!!! note\n    a", "!!!", "> [!NOTE]"),
        .foreign("#. a", "#.", "1. words"),
        .foreign("##No space", "##", "## Words, with a space between"),
        .foreign("#tag", "#", "## Words for a heading, with a space between"),
        .foreign("A [[Page|words]].", "[[Page|words]]", "[words](page.md)", at: "1:3"),
        .foreign("A ==marked== word", "==marked==", "*words*", at: "1:3"),
        .foreign("A %%hidden%% word", "%%hidden%%", "<!-- words -->", at: "1:3"),
        .foreign(
            "A^[note]", "^[note]", "[^name], and the note's words behind [^name]: in a line of their own", at: "1:2"),
        .foreign("A {% raw %}", "{% raw %}", "{{name}} for a value", at: "1:3"),
        .foreign("A\n{: .wide}", "{: .wide}", "{#name} behind what it is about", at: "2:1"),
        .foreign("`<b>`{=html}", "{=html}", "Markdown", at: "1:6"),
        .foreign("{{< pagebreak >}}", "{{< pagebreak >}}", "{{name}} for a value; a template calls nothing else"),
        .foreign("A \\@ref(fig:x)", "\\@ref", "@eq-name, @fig-name or @sec-name", at: "1:3"),
        .foreign(":ref:`a`", ":ref:`", "@eq-name, @fig-name or @sec-name", at: "1:6"),
        .foreign("{cite}`a`", "{cite}`", "@a", at: "1:7"),
        .foreign("```{note}\na\n```", "```{note}", "> [!NOTE]"),
        .foreign("```math\na\n```", "```math", "$$ … $$"),
        .foreign("A footnote:[b]", "footnote:[", "[^name]", at: "1:12"),
        .foreign("``Quoted''", "``", "\"words\""),
        .foreign("\\noindent A", "\\noindent", "nothing"),
        .foreign("\\autocite{a}", "\\autocite", "[@key]"),
        .foreign("A [text][gone].", "[text][gone]", "[words](address)", at: "1:3"),
        .foreign("> a\n>\n> [!NOTE]\n> b", "[!NOTE]", "> [!NOTE] as the first words of a quotation", at: "3:3"),
        .foreign("- [!TIP]", "[!TIP]", "> [!TIP] as the first words of a quotation", at: "1:3"),
        .foreign("A long word\nand more\nTerm\n: means", ":", "the term that it explains in the line above", at: "4:1"),
        .foreign(
            "| a |\n|---|\n| b |\nTable: C", "Table:", "a blank line between the table and its caption", at: "4:1"),
        Refusal(
            "[red]{color=\"red\"}", "1:6",
            "nothing takes '{color=\"red\"}' here; it stands at the end of a heading's line, behind '$$', behind a picture, "
                + "or at the end of a caption"),
    ]

    @Test(
        arguments: characters + unended + attributes + names + citations + formulas + dialects)
    func isToldAtItsPlace(_ refusal: Refusal) throws {
        let book = try OneSection.folder(saying: refusal.prose + "\n")
        try book.write("- {id: roe, title: Nets, author: [{family: Roe}], issued: 1999}", to: "references.yml")
        let page = Page { Value("count", 12) }
        let error = #expect(throws: ReportError.self) {
            try OneSection.report(of: page, in: book, cache: FixtureBook.cache).write(to: book.output)
        }
        let text = error.map { "\($0)" } ?? ""
        #expect(text.contains("templates/one.md:\(refusal.place): error: \(refusal.message)\n"), "\(text)")
        try book.remove()
    }

    /// Words that only look like the markup of others.
    @Test func wordsThatLookAlikeStand() throws {
        let prose = """
            C++ and C++ again, a == b == c, 5 % of 20 %%, i.e. (1) and (2); [0, 1] or (0, 1](say) and a[i][j].

            (1) holds, and so does [[1, 2], [3, 4]] of ||x||. Rock 'n' roll; x^2 and y^2; {a, b} and {x = 1}.

            It costs $ 5 or $ 6, see note: that. `[[a]]`, `==b==`, `% c`, `{{< d >}}` and `^[e]` are code.

            ```sh
            % [[f]] ==g== &#1;
            ```
            """
        let book = try OneSection.folder(saying: prose)
        let outcome = try OneSection.report(of: Page {}, in: book, cache: FixtureBook.cache).write(to: book.output)
        #expect(outcome.warnings.isEmpty && outcome.problems.isEmpty)
        try book.remove()
    }
}

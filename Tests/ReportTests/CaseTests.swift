import Foundation
import Notebook
import Plots
import Report
import Testing

/// What an author may write, and what becomes of it in all three formats.
@Suite(.serialized) struct CaseTests {
    /// A template, the sources it cites, and what its page, its chapter and its paper say.
    struct Case: CustomTestStringConvertible {
        let name: String
        let prose: String
        var references = "[]"
        /// Words of every format.
        var words: [String] = []
        /// What stands in the page's HTML.
        var html: [String] = []
        /// What stands nowhere.
        var absent: [String] = []
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "cells that begin with brackets",
            prose: "| Range | p |\n|---|---|\n| all | 1 |\n| [4, 7] | 0.3 |\n| *x* | y |\n",
            words: ["[4, 7]", "0.3"]),
        Case(
            name: "notes with blocks",
            prose:
                "A.[^a] B.[^b]\n\n[^a]: First.\n\n    - pear\n    - plum\n\n[^b]: Code:\n\n    ```\n    let quince = 2\n    ```\n",
            words: ["First.", "pear", "plum", "let quince = 2"], html: ["<a href=\"#note-1\">1</a>", "id=\"note-2\""]),
        Case(
            name: "notes wherever words stand",
            prose: """
                | Die[^e] |
                |---|
                | green[^a] |

                > [!TIP]
                > Boxed.[^b]

                > [!MARGIN]
                > Beside.[^c]

                ```algorithm {#alg-any title="Any[^f]"}
                Do.[^d]
                ```

                ## Head[^g]

                [^a]: apple
                [^b]: birch
                [^c]: cedar
                [^d]: dogwood
                [^e]: elder
                [^f]: fir
                [^g]: gorse
                """,
            words: ["apple", "birch", "cedar", "dogwood", "elder", "fir", "gorse"]),
        Case(
            name: "headings with everything",
            prose: """
                $$ y = 2 $$ {#eq-h}

                ## What @roe1999 and @eq-h say [of](https://example.org/) $\\lVert v\\rVert_1$

                ## Claimed [](claim:O-1)
                """,
            references: "- {id: roe1999, title: Nets, author: [{family: Roe}], issued: 1999}",
            words: ["What Roe (1999) and Equation", "Claimed"]),
        Case(
            name: "ids in any alphabet",
            prose:
                "## Main\n\n## Größe\n\n## Größe\n\n## Fig x\n\n## References\n\nSee [it](#größe-2) and [that](#part-main).\n",
            words: ["Größe"],
            html: ["id=\"part-main\"", "id=\"größe\"", "id=\"größe-2\"", "id=\"part-fig-x\"", "id=\"part-references\""]),
        Case(
            name: "labels of headings", prose: "## Ways {#ways .unnumbered}\n\nSee [them](#ways) and @sec-ways.\n",
            words: ["See them and “Ways”."], html: ["id=\"ways\"", "href=\"#ways\""], absent: ["{#ways"]),
        Case(
            name: "values in formulas",
            prose: "There $k = {{count}}$ and $$ {{tiny}} < x_{{{count}}} $$ or $r = {{word}}$.\n",
            words: ["k = 12", "× 10"], absent: ["{{"]),
        Case(
            name: "dollars in cells, items and headings",
            prose: "| a ($) | b ($) |\n|---|---|\n| $4/h | 9$ |\n\n- (A$) x\n- (B$) y\n\n## Cost ($)\n\n## Gain ($)\n",
            words: ["$4/h", "9$", "(A$) x", "(B$) y", "Cost ($)", "Gain ($)"]),
        Case(
            name: "whole displays that would number themselves",
            prose:
                "$$\n\\begin{gather}\np = q\\\\\nr = s\n\\end{gather}\n$$ {#eq-g}\n\n$$\n\\begin{equation*}\nt = u\n\\end{equation*}\n$$ {#eq-e}\n\n@eq-g, @eq-e.\n",
            words: ["Equation 7.1.1, Equation 7.1.2"], absent: ["(1)"]),
        Case(
            name: "commands of KaTeX",
            prose:
                "$\\bm{u}$, $\\mathscr{P}$, $\\cancel{z}$, $a \\coloneqq b$, $\\llbracket k \\rrbracket$, $\\set{w}$, $45\\degree$, $\\ket{1}$, $\\overset{d}{=}$, $\\begin{rcases} a \\end{rcases}$.\n",
            words: [","]),
        Case(
            name: "carriage returns",
            prose:
                "One\r\n\r\n```swift\r\nlet y = 3\r\n```\r\n\r\nThen $q^3$ and {{count}}.\r\n\r\n> $$\r\n> g = h\r\n> + i\r\n> $$\r\n",
            words: ["let y = 3", "12"], absent: ["{{", "$"]),
        Case(
            name: "code in lists and behind a mark of order",
            prose:
                "\u{FEFF}~~~sh\necho $$\n\nz\n~~~\n\n- ```sh\n  echo $$ {{no}}\n  ```\n\nText:\n\n    echo $$ {{neither}} @nobody\n",
            words: ["echo $$", "{{no}}", "@nobody"]),
        Case(
            name: "displays whose lines look like lists", prose: "$$\nm\n- n\n+ o\n= p\n$$\n\nAfter $c$.\n",
            words: ["After"], absent: ["$"]),
        Case(
            name: "algorithms with names",
            prose:
                "```algorithm {#alg-one title=\"Uno\"}\nA.\n```\n\n```algorithm {#alg-two title=\"Due\"}\nB.\n```\n\n@alg-one, @alg-two.\n",
            words: ["Algorithm 7.1.1. Uno", "Algorithm 7.1.2. Due", "Algorithm 7.1.1, Algorithm 7.1.2."]),
        Case(
            name: "long tables",
            prose: "| N | S |\n|---|--:|\n" + (1...150).map { "| line \($0) | \($0 * 3) |\n" }.joined(),
            words: ["line 1 ", "line 75 ", "line 150 "]),
        Case(
            name: "long tables in boxes",
            prose: "> [!NOTE]\n> | N | S |\n> |---|--:|\n"
                + (1...140).map { "> | line \($0) | \($0 * 3) |\n" }.joined(),
            words: ["line 1 ", "line 70 ", "line 140 "]),
        Case(
            name: "long algorithms",
            prose: "```algorithm {#alg-7-1 title=\"Much\"}\n" + (1...95).map { "Stage \($0) of all.\n" }.joined()
                + "```\n",
            words: ["Stage 1 of", "Stage 50 of", "Stage 95 of"]),
        Case(
            name: "wide tables",
            prose: "| A | B |\n|---|---|\n| `x` | " + String(repeating: "many words that go on ", count: 15)
                + "finis |\n", words: ["finis"]),
        Case(
            name: "long lines of code",
            prose: "```sh\n" + String(repeating: "program --option value ", count: 12) + "ULTIMO\n```\n",
            words: ["ULTIMO"]),
        Case(
            name: "deep lists",
            prose: "- a1\n  - b2\n    1. c3\n       - d4\n         - e5\n           - f6\n             - g7\n",
            words: ["a1", "e5", "g7"]),
        Case(
            name: "other alphabets", prose: "Nguyễn Thắng, Ceaușescu, ‹q›, 7‰, Пушкин, 漢字, Ἀθήνα, Ángel.\n",
            words: ["Nguyễn Thắng", "Ceaușescu", "‹q›", "7‰", "Пушкин", "漢字", "Ángel"]),
        Case(
            name: "long notes in the margin",
            prose: "> [!MARGIN]\n> " + String(repeating: "Words of a note. ", count: 200) + "Omega.\n",
            words: ["Omega."]),
        Case(
            name: "links inside the book",
            prose: "[page](one.html), [md](one.md#here), [front](index.md), [own](#here).\n\n## Here\n",
            words: ["page, md, front, own."], html: ["href=\"#here\"", "href=\"index.html\""]),
        Case(
            name: "citations of every form",
            prose: "[see @roe1999, p. 3; @doe] and Roe [-@roe1999] and @roe1999 [ch. 2], @{a b}.\n",
            references:
                "- {id: roe1999, title: T, author: [{family: Roe}], issued: 1999}\n- {id: doe, title: U, author: [{family: Doe}], issued: {literal: in press}}\n- {id: a b, title: V, author: [{literal: The Office}], issued: \"2001/2003\"}",
            words: [
                "(see Roe, 1999, p. 3; Doe, in press) and Roe (1999) and Roe (1999, ch. 2), The Office (2001–2003)."
            ]),
        Case(
            name: "keys of every form", prose: "@müller, [@Ärger], @z, [@DBLP:conf/x].\n",
            references:
                "- {id: müller, title: T, author: [{family: Müller}], issued: 1}\n- {id: Ärger, title: T, author: [{family: Ärger}], issued: 2}\n- {id: z, title: T, author: [{family: Zet}], issued: 3}\n- {id: \"DBLP:conf/x\", title: T, author: [{family: Dblp}], issued: 4}",
            words: ["Müller (1)", "(Ärger, 2)", "Zet (3)", "(Dblp, 4)"]),
        Case(
            name: "sources in order",
            prose: "@s1 @s2 @s3 @s4 @s5 @s6.\n",
            references: """
                - {id: s1, title: "Whither?", author: [{family: Östberg}], issued: 2001}
                - {id: s2, title: "Stops.", author: [{family: Zimmer}], issued: 2001}
                - {id: s3, title: "Of <i>D. mel.</i> and $\\\\ell_2$", author: [{non-dropping-particle: de, family: Vries}], issued: 2001}
                - {id: s4, title: T, author: [{family: King, given: Martin L., suffix: Jr.}], issued: "3 May 2012", DOI: "doi:10.1000/q<r>"}
                - {id: s5, type: chapter, title: Part, author: [{family: Adams, given: Jean-Pol}], editor: [{family: Ed, given: Al}], container-title: Whole, edition: 3, publisher: House, publisher-place: Rome, issued: 1990}
                - {id: s6, title: Anon, issued: "c. 300 BC"}
                - {id: other, title: U, author: [{family: King}], issued: 2012}
                """,
            words: [
                "Adams, J.-P. (1990). Part. In A. Ed (Ed.), Whole (3rd ed.). Rome: House.",
                "King, M. L., Jr. (2012). T.",
                "Whither? ", "Stops. ", "Anon (c. 300 BC).", "de Vries (2001). Of D. mel. and",
            ], html: ["https://doi.org/10.1000/q%3Cr%3E"], absent: ["2012a", "Stops..", "Whither?."]),
        Case(
            name: "comments, breaks, raised and lowered words",
            prose: "A <!-- hidden $ --> B.\n\n<!-- also\nhidden -->\n\nCO<sub>2</sub>, H~2~O, x^2^,<br>next.\n",
            words: ["A", "CO", "next."], html: ["<sub>2</sub>", "<sup>2</sup>", "<br/>"],
            absent: ["hidden", "&lt;", "~"]),
        Case(
            name: "boxes of every kind",
            prose: """
                > [!tip] Mine
                > one

                > [!CAUTION]
                > two

                > [!THEOREM] Pythagoras {#thm-p}
                > three

                > [!EXERCISE]
                > four
                >
                > > [!SOLUTION]
                > > five

                > [!DETAILS] More
                > six

                See @thm-p.
                """,
            words: [
                "Mine", "Caution", "Theorem 7.1.1 (Pythagoras)", "Exercise 7.1.1", "Solution", "More", "five", "six",
                "See Theorem 7.1.1.",
            ],
            html: ["<details><summary class=\"callout-title\">More"]),
        Case(
            name: "captions of tables and listings",
            prose:
                "| a |\n|---|\n| b |\n\nTable: All of it {#tbl-all}\n\n```sh {#lst-go title=\"How to go\"}\ngo\n```\n\n@tbl-all, @lst-go.\n",
            words: ["Table 7.1.1. All of it", "Listing 7.1.1. How to go", "Table 7.1.1, Listing 7.1.1."], absent: ["{#"]
        ),
        Case(
            name: "tasks and definitions", prose: "- [ ] open\n- [x] done\n\nTerm\n: What it means\n",
            words: ["open", "done", "Term", "What it means"],
            html: ["<dt>Term</dt><dd>What it means</dd>"]),
        Case(
            name: "meanings of every form",
            prose:
                "Apple\n: red\n: green\n\nBirch\n\n:   white\nand tall\n\n: slim\n\n> [!NOTE]\n> Cedar\n> : scented\n",
            words: ["Apple", "red", "green", "Birch", "white", "and tall", "slim", "Cedar", "scented"],
            html: [
                "<dt>Apple</dt><dd>red</dd>", "<dd>green</dd>", "<dt>Birch</dt><dd>white", "<dd>slim</dd>",
                "<dt>Cedar</dt><dd>scented</dd>",
            ]),
        Case(
            name: "boxes that begin with blocks",
            prose:
                "> [!NOTE]  \n> $$ p = q $$ {#eq-first}\n\n> [!TIP]\n> [](claim:O-1)\n\n> \\[!NOTE] literally\n\n@eq-first\n",
            words: ["Note", "Tip", "One is one.", "[!NOTE] literally", "Equation 7.1.1"],
            html: ["<blockquote><p>[!NOTE] literally"]),
        Case(
            name: "words behind comments",
            prose:
                "<!-- hid --> Seen *at once*.\n\n- <!-- hid\n  quince --> item\n\n> <!-- hid --> quoted $x$ {{count}}\n",
            words: ["Seen at once.", "item", "quoted", "12"], html: ["<em>at once</em>"],
            absent: ["hid", "quince", "{{"]),
        Case(
            name: "citations over lines",
            prose:
                "> [see @roe1999,\n> p. 3; @doe]\n\n- a [@roe1999,\n  p. 4]\n\n@roe1999\n[p. 5] and @doe [@roe1999], ~~@doe~~, [@doe][^n].\n\n[^n]: A note.\n",
            references:
                "- {id: roe1999, title: T, author: [{family: Roe}], issued: 1999}\n- {id: doe, title: U, author: {family: Doe}, issued: 2001}",
            words: [
                "(see Roe, 1999, p. 3; Doe, 2001)", "a (Roe, 1999, p. 4)",
                "Roe (1999, p. 5) and Doe (2001) (Roe, 1999), Doe (2001), (Doe, 2001)",
            ], absent: ["@"]),
        Case(
            name: "formulas that only one of pages and PDF took",
            prose:
                "$\\text{if $x_1 > 0$, else}$ and $\\textcolor{#c00}{r}$, $s₆$, $tⁿ$.\n\n$$\n\\begin{matrix} "
                + (1...14).map { "\($0)" }.joined(separator: " & ")
                + " \\end{matrix}\n$$\n\n$$\nu % first\n+ v % last\n$$\n",
            words: ["if", "else", "14"]),
        Case(
            name: "labels before and behind equal words",
            prose: "## Same\n\n## Other {#same}\n\n[a](#same), [b](#same-2).\n",
            words: ["Same", "Other"], html: ["<h2 id=\"same-2\">", "<h2 id=\"same\">"]),
        Case(
            name: "texts between single quotes", prose: "```sh {#lst-go title='Say \"go\"'}\ngo\n```\n\n@lst-go\n",
            words: ["Say “go”"], absent: ["'Say"]),
    ]

    @Test(arguments: cases) func everyFormatSaysIt(_ test: Case) throws {
        let book = try OneSection.folder(saying: test.prose)
        try book.write(test.references, to: "references.yml")
        let page = Page {
            Value("count", 12)
            Value("tiny", 3.5e-8)
            Value("word", "red")
            Claim("O-1", "One is one.", method: "By counting.") { Check.number("one", 1, .atMost(1)) }
        }
        let report = try OneSection.report(
            of: page, in: book, cache: FixtureBook.cache, formats: [.html, .pdf, .epub])
        let outcome = try report.write(to: book.output)
        #expect(outcome.problems.isEmpty, "\(outcome.problems.map(\.message))")
        let warnings = outcome.warnings.map(\.message).filter { !$0.contains("is not used") }
        #expect(warnings.isEmpty, "\(warnings)")
        let html = try book.page("one.html").between("<article>", "</article>")
        let chapter = try Program.output(
            "/usr/bin/unzip", ["-p", book.output.appending(path: "regbook.epub").path, "EPUB/one.xhtml"])
        let paper = try Program.output(
            "/usr/bin/pdftotext", ["-layout", book.output.appending(path: "regbook.pdf").path, "-"])
        for word in test.words {
            let plain = word.replacing(/\s+/, with: "")
            #expect(Self.words(html).contains(plain), "\(word) in the page")
            #expect(Self.words(chapter).contains(plain), "\(word) in the chapter")
            #expect(Self.words(paper, isMarkup: false).contains(plain), "\(word) on paper: \(paper)")
        }
        for markup in test.html { #expect(html.contains(markup), "\(markup) in \(html)") }
        for word in test.absent {
            #expect(!Self.shown(html).contains(word), "\(word) in the page")
            #expect(!paper.contains(word), "\(word) on paper")
        }
        // Every link within the page has its end, and no name is borne twice.
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count, "\(ids)")
        for match in html.matches(of: /href="#([^"]*)"/) {
            let id = String(match.1).removingPercentEncoding ?? ""
            #expect(ids.contains(id), "\(id) of \(ids)")
        }
        try book.remove()
    }

    /// What a reader sees of HTML: no tags, no formulas as TeX.
    private static func shown(_ html: String) -> String {
        html.replacing(/<annotation[^>]*>[^<]*<\/annotation>/, with: "").replacing(/<[^>]*>/, with: "")
            .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing(
                "&amp;", with: "&")
    }

    /// A text without white space, in which words can be looked for however lines were broken.
    private static func words(_ text: String, isMarkup: Bool = true) -> String {
        (isMarkup ? shown(text) : text).replacing(/[\s\u{A0}\u{202F}]+/, with: "")
    }
}

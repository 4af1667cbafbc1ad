import Foundation
import Report
import Testing

/// A template, and all that building it complains of.
struct Complaint: CustomTestStringConvertible {
    let template: String
    let message: String
    var testDescription: String { template }

    init(_ template: String, _ message: String) {
        self.template = template
        self.message = message
    }
}

@Suite struct ProblemTests {
    static let complaints = [
        Complaint(
            "[x](https://example.org/{{decay}})",
            """
            templates/stopping.md:1:25: error: this can't stand here: nothing of it would be on the page
             1 | [x](https://example.org/{{decay}})
               |                         ^
            """),
        Complaint(
            "Decay {{decya}}.",
            """
            templates/stopping.md:1:7: error: unknown value 'decya'
             1 | Decay {{decya}}.
               |       ^
            """),
        Complaint(
            "Wait {{patiense|digits 2}}.",
            """
            templates/stopping.md:1:6: error: unknown value 'patiense'; did you mean 'patience'?
             1 | Wait {{patiense|digits 2}}.
               |      ^
            """),
        Complaint(
            "Ünder {{penaltys:decay}}",
            """
            templates/stopping.md:1:7: error: the book has no section 'penaltys'; did you mean 'penalties'?
             1 | Ünder {{penaltys:decay}}
               |       ^
            """),
        Complaint(
            "{{patience|mean}}",
            """
            templates/stopping.md:1:1: error: 'mean' needs an estimate, but 'patience' is a single number
             1 | {{patience|mean}}
               | ^
            """),
        Complaint(
            "{{patience|round}}",
            """
            templates/stopping.md:1:1: error: 'round' is no way to show 'patience'; use digits N, percent N, integer, \
            mean, error or n
             1 | {{patience|round}}
               | ^
            """),
        Complaint(
            "A $\\frac{1}{2$ b",
            """
            templates/stopping.md:1:14: error: TeX: Unexpected end of input in a macro argument, expected '}'
             1 | A $\\frac{1}{2$ b
               |              ^
            """),
        Complaint(
            "Text\n\n$$\na + \\undefined b\n$$",
            """
            templates/stopping.md:4:5: error: TeX: Undefined control sequence: \\undefined
             4 | a + \\undefined b
               |     ^
            """),
        Complaint(
            "Before\n\n$$ a + b\n\nafter",
            """
            templates/stopping.md:3:1: error: this '$$' has no closing '$$'
             3 | $$ a + b
               | ^
            """),
        Complaint(
            "See {{patience.",
            """
            templates/stopping.md:1:5: error: this '{{' has no closing '}}'
             1 | See {{patience.
               |     ^
            """),
        Complaint(
            "$$ a $$ {#eq-7-1 claims=}",
            """
            templates/stopping.md:1:9: error: '{#eq-7-1 claims=}' is not of the form {#name key="value"}
             1 | $$ a $$ {#eq-7-1 claims=}
               |         ^
            """),
        Complaint(
            "$$ a $$ {#eq-7-1",
            """
            templates/stopping.md:1:9: error: this '{#eq-7-1' has no closing '}'
             1 | $$ a $$ {#eq-7-1
               |         ^
            """),
        Complaint(
            "$$ a $$ {#loss}",
            """
            templates/stopping.md:1:10: error: the label 'loss' must begin with 'eq-'
             1 | $$ a $$ {#loss}
               |          ^
            """),
        Complaint(
            "$$ a $$ {#eq-7-1 claims=\"7-1X 7-2X\"}",
            """
            templates/stopping.md:1:31: error: unknown claim '7-2X'; did you mean '7-1X'?
             1 | $$ a $$ {#eq-7-1 claims="7-1X 7-2X"}
               |                               ^
            """),
        Complaint(
            "$$ a \\\\ b $$ {#eq-7-1 #eq-7-2 #eq-7-3}",
            """
            templates/stopping.md:1:4: error: 3 numbers for a display of 2 lines
             1 | $$ a \\\\ b $$ {#eq-7-1 #eq-7-2 #eq-7-3}
               |    ^
            """),
        Complaint(
            "Look at @fig-contuors, @eq-9-9.",
            """
            templates/stopping.md:1:9: error: unknown target 'fig-contuors'
             1 | Look at @fig-contuors, @eq-9-9.
               |         ^
            templates/stopping.md:1:24: error: unknown target 'eq-9-9'; did you mean 'eq-7-6'?
             1 | Look at @fig-contuors, @eq-9-9.
               |                        ^
            """),
        Complaint(
            "As [@breiman1997; @hoerl1970] and @nobody say, user@example.org.",
            """
            templates/stopping.md:1:5: error: unknown citation 'breiman1997'; did you mean 'breiman1996'?
             1 | As [@breiman1997; @hoerl1970] and @nobody say, user@example.org.
               |     ^
            templates/stopping.md:1:35: error: unknown citation 'nobody'
             1 | As [@breiman1997; @hoerl1970] and @nobody say, user@example.org.
               |                                   ^
            """),
        Complaint(
            "![x](figure:nothing)\n\n![y](table:none)\n\ntext ![z](figure:no) text",
            """
            templates/stopping.md:1:1: error: unknown figure 'nothing'
             1 | ![x](figure:nothing)
               | ^
            templates/stopping.md:3:1: error: unknown table 'none'
             3 | ![y](table:none)
               | ^
            templates/stopping.md:5:1: error: a figure or table must stand in a paragraph of its own
             5 | text ![z](figure:no) text
               | ^
            """),
        Complaint(
            "$$\na = b\n$$\n\n![x](figure:nothing)\n\n$$\nc\n= d\n$$\n\ntext ![z](figure:no) text",
            """
            templates/stopping.md:5:1: error: unknown figure 'nothing'
             5 | ![x](figure:nothing)
               | ^
            templates/stopping.md:12:1: error: a figure or table must stand in a paragraph of its own
             12 | text ![z](figure:no) text
                | ^
            """),
        Complaint(
            "[click](javascript:alert(1))",
            """
            templates/stopping.md:1:7: error: a link may lead to http:, https:, mailto: or a place in the book, not to \
            'javascript:alert(1)'
             1 | [click](javascript:alert(1))
               |       ^
            """),
        Complaint(
            "```algorithm {#alg-7-1}\nLet {{x}}.\n  $\\bad$\n```\n\n```snippet stoping\n```",
            """
            templates/stopping.md:2:5: error: unknown value 'x'
             2 | Let {{x}}.
               |     ^
            templates/stopping.md:3:4: error: TeX: Undefined control sequence: \\bad
             3 |   $\\bad$
               |    ^
            templates/stopping.md:6:1: error: unknown snippet 'stoping'; did you mean 'stopping'?
             6 | ```snippet stoping
               | ^
            """),
        Complaint(
            "~~~~old~~~~ and new",
            """
            templates/stopping.md:1:1: error: 'old~~~~ and new' means nothing here; write one word for a language behind \
            a fence, and {#lst-name title="…"} behind that
             1 | ~~~~old~~~~ and new
               | ^
            """),
        Complaint(
            "Round[^a] and round.\n\n[^a]: It goes[^a].\n",
            """
            templates/stopping.md:3:14: error: a note can't have notes of its own
             3 | [^a]: It goes[^a].
               |              ^
            """),
    ]

    @Test(arguments: complaints) func tellsEveryMistakeWithItsPlace(_ complaint: Complaint) throws {
        let book = try FixtureBook()
        // Without the labels that other pages refer to, those would be complained of too.
        try book.write("Nothing.", to: "index.md")
        try book.write("$$ w $$ {#eq-7-6}", to: "penalties.md")
        try book.write(complaint.template, to: "stopping.md")
        let complaints = try book.complaints()
        #expect(complaints == complaint.message)
        #expect(!FileManager.default.fileExists(atPath: book.output.path))
        try book.remove()
    }

    @Test func tellsMistakesOfAllFilesAtOnce() throws {
        let book = try FixtureBook()
        try book.write("{{nothing:x}}", to: "index.md")
        try book.write("$$ a $$ {#eq-7-6}\n\n$$ b $$ {#eq-7-6}", to: "penalties.md")
        try book.write("Nothing.", to: "stopping.md")
        try book.write("- id: a\n  title: b\n- id: a\n  title: c\n- title: d\n", to: "references.yml")
        #expect(
            try book.complaints() == """
                templates/index.md:1:1: error: the book has no section 'nothing'
                 1 | {{nothing:x}}
                   | ^
                templates/penalties.md:3:10: error: the equation 'eq-7-6' is given twice
                 3 | $$ b $$ {#eq-7-6}
                   |          ^
                templates/references.yml:3:3: error: the citation 'a' is given twice
                 3 | - id: a
                   |   ^
                templates/references.yml:5:3: error: references: a source needs an id and a title
                 5 | - title: d
                   |   ^
                """)
        try book.remove()
    }

    @Test func tellsBrokenReferencesAndLayouts() throws {
        let book = try FixtureBook()
        try book.write("- id: [\n", to: "references.yml")
        #expect(try book.complaints().hasPrefix("templates/penalties.md:1:"))
        try book.write("<h1>{{titel}}</h1>", to: "layouts/page.mustache")
        #expect(
            try book.complaints() == """
                templates/layouts/page.mustache:1:5: error: a layout has nothing named 'titel'; did you mean 'title'?
                 1 | <h1>{{titel}}</h1>
                   |     ^
                """)
        try book.remove()
    }

    @Test func tellsMissingFiles() throws {
        let book = try FixtureBook()
        try FileManager.default.removeItem(at: book.templates.appending(path: "stopping.md"))
        #expect(try book.complaints() == "templates/stopping.md is missing")
        try Data([0xFF, 0xFE]).write(to: book.templates.appending(path: "stopping.md"))
        #expect(try book.complaints() == "templates/stopping.md is not UTF-8 text")
        try book.remove()
    }

    @Test func tellsMistakesOfLaTeXAtTheTemplate() throws {
        let book = try FixtureBook()
        try book.write("First.\n\nThen $\\html@mathml{a}{b}$ and $^^41$.", to: "stopping.md")
        try book.write("Nothing.", to: "index.md")
        #expect(try book.complaints([.pdf]).hasPrefix("templates/stopping.md:3:"))
        try book.write("First.\n\nThen\nsome words\nand $\\html@mathml{a}{b}$.", to: "stopping.md")
        #expect(try book.complaints([.pdf]).hasPrefix("templates/stopping.md:5:"))
        try book.write("First.\n\n$$\na\n+ b\n+ \\html@mathml{a}{b}\n$$\n", to: "stopping.md")
        #expect(try book.complaints([.pdf]).hasPrefix("templates/stopping.md:6:"))
        try book.remove()
    }
}

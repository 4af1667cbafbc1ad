import Foundation
import Report
import Testing

/// A book's own layouts, styles and scripts take the place of the built-in ones.
struct EjectCommandTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    @Test(arguments: BuiltInFile.all.map(\.name))
    func aCopyMakesTheSameReportButForItsFirstLine(_ name: String) async throws {
        let file = try #require(BuiltInFile.named(name))
        #expect(await book.runWords("build --format html").code == 0)
        let before = try book.tree("output")
        #expect(await book.runWords("eject \(file.name)").code == 0)
        let copy = try book.text(of: "templates/\(file.path)")
        #expect(copy.hasSuffix("\n" + file.text) && copy.contains("\(file.name) \(file.version)"))
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 0 && outcome.errors == "")
        let after = try book.tree("output")
        let changed = after.keys.filter { after[$0] != before[$0] }
        #expect(changed.allSatisfy { $0 == name || $0 == "about.html" }, "\(changed)")
    }

    @Test func anOwnFileIsNeverOverwritten() async throws {
        try book.write("p { color: black }\n", to: "templates/style.css")
        let outcome = await book.runWords("eject style.css")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors == """
                error: 'templates/style.css' exists already and is left as it is. Remove it first, or choose another name.

                """)
        #expect(try book.text(of: "templates/style.css") == "p { color: black }\n")
    }

    @Test func aCopyOfAnotherVersionIsTold() async throws {
        let file = try #require(BuiltInFile.named("page.mustache"))
        let old = file.copy.replacing(file.version, with: "0123456789ab")
        try book.write(old, to: "templates/layouts/page.mustache")
        let outcome = await book.runWords("build --format html")
        #expect(outcome.code == 0)
        #expect(
            outcome.errors.contains(
                "templates/layouts/page.mustache:1:1: warning: the built-in page.mustache has changed since"))
    }

    @Test func namesAreListedAndUnknownOnesRefused() async throws {
        try book.write("p { color: black }\n", to: "templates/style.css")
        let listed = await book.runWords("eject")
        #expect(listed.output.contains("page.mustache\n"))
        #expect(listed.output.contains("style.css  replaced by templates/style.css\n"))
        let outcome = await book.runWords("eject stile.css")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("No file named 'stile.css' is built in. Did you mean 'style.css'?"))
        for file in BuiltInFile.all {
            let printed = await book.runWords("eject --print \(file.name)")
            #expect(printed.output == file.copy + (file.copy.hasSuffix("\n") ? "" : "\n"))
        }
    }
}

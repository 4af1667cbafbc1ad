import Foundation
import Testing

/// An edit remakes what depends on it and nothing else, and what stands then is what a build from nothing makes.
struct IncrementalTests {
    /// What is written into which template, and the pages that change by it.
    struct Edit: Sendable {
        let file: String
        let text: String
        let remade: Set<String>
        var options = ""
    }

    private static let dice = """
        The largest of {{throws}} is {{largest}}, see @sec-grey.

        $$ a = b $$ {#eq-first}

        ![All throws](figure:sequence)

        [](claim:D-1)
        """

    private static let edits = [
        Edit(file: "dice.md", text: dice, remade: ["dice", "index", "figures", "evidence", "dice-numbers"]),
        Edit(file: "dice.md", text: dice + "\nAnother sentence.\n", remade: ["dice"]),
        // The page that was replaced alone is made once more with the others.
        Edit(
            file: "grey.md", text: "Brightness {{brightness}} by @eq-first and [@one].\n\n[](claim:G-1)\n",
            remade: ["dice", "grey", "index", "figures", "evidence"]),
        // The number of the equation that the other page refers to.
        Edit(
            file: "dice.md", text: "$$ c = d $$ {#eq-before}\n\n" + dice,
            remade: ["dice", "grey", "index", "figures", "evidence", "dice-numbers"]),
        Edit(file: "references.yml", text: "- {id: one, title: Two}\n", remade: ["grey"]),
        Edit(file: "index.md", text: "Other small numbers.\n", remade: ["index"]),
        Edit(file: "style.css", text: "body { color: black }\n", remade: []),
        Edit(file: "index.md", text: "Other numbers.\n", remade: ["index"]),
        Edit(
            file: "index.md", text: "Other numbers.\n",
            remade: ["dice", "index", "figures", "evidence", "dice-numbers"], options: " --set dice.throws=50"
        ),
    ]

    @Test func everyEditRemakesWhatDependsOnIt() async throws {
        let book = try FixtureFolder()
        try book.write("- {id: one, title: One}\n", to: "templates/references.yml")
        _ = await book.runWords("build --format html")
        for (number, edit) in Self.edits.enumerated() {
            let before = try book.stamps(of: "output")
            try book.write(edit.text, to: "templates/\(edit.file)")
            let outcome = await book.runWords("build --format html" + edit.options)
            #expect(outcome.code == 0, "\(number): \(outcome.errors)")
            let after = try book.stamps(of: "output")
            let remade = after.keys.filter { $0.hasSuffix(".html") && before[$0] != after[$0] && $0 != "about.html" }
            #expect(Set(remade.map { String($0.dropLast(5)) }) == edit.remade, "\(number)")
            if edit.options.isEmpty {
                for (path, stamp) in before where path.hasPrefix("figures/") {
                    #expect(after[path] == stamp, "\(number): \(path)")
                }
            }
            #expect(try book.timelessTree() == (await Self.coldTree(like: book, edit.options)), "\(number)")
        }
    }

    /// The same when a file of the report was changed by hand.
    @Test func whatSomebodyChangedIsMadeAgain() async throws {
        let book = try FixtureFolder()
        _ = await book.runWords("build --format html")
        try book.write("mine", to: "output/grey.html")
        try book.write("mine", to: "output/figures/dice-sequence.svg")
        try book.write("Other.\n", to: "templates/index.md")
        #expect(await book.runWords("build --format html").code == 0)
        #expect(try book.timelessTree() == (await Self.coldTree(like: book)))
    }

    /// What a build from nothing makes of the templates of `book`.
    private static func coldTree(like book: FixtureFolder, _ options: String = "") async throws -> [String: Data] {
        let other = try FixtureFolder()
        try other.remove("templates")
        try FileManager.default.copyItem(
            at: book.root.appending(path: "templates"), to: other.root.appending(path: "templates"))
        #expect(await other.runWords("build --format html" + options).code == 0)
        return try other.timelessTree()
    }
}

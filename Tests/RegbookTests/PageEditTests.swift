import Foundation
import Testing

/// An edit of a page's prose that concerns no other page replaces that page's files alone, and what stands then is what a
/// build from nothing makes.
@Suite(.serialized)
struct PageEditTests {
    private let book: FixtureFolder
    private static let build = "build --format html"

    private static let grey = """
        # About grey {#sec-about}

        Brightness {{brightness}}, by @eq-first of @sec-dice and [@one]; see [there](dice.md).

        $$ g = h $$ {#eq-own}

        ![All throws again](figure:dice/sequence)

        [](claim:G-1) but not [](claim:D-1)

        """

    private static let dice = """
        The largest of {{throws}} is {{largest}}, see @sec-grey and @eq-own.

        $$ a = b $$ {#eq-first}

        ![All throws](figure:sequence)

        [](claim:D-1)

        """

    init() throws {
        book = try FixtureFolder()
        try book.write("- {id: one, title: One, author: [{family: Oak}], issued: {year: 2001}}\n", to: Self.references)
        try book.write(Self.grey, to: "templates/grey.md")
        try book.write(Self.dice, to: "templates/dice.md")
    }

    private static let references = "templates/references.yml"
    /// What an edited page is made of, and the listing.
    private static let own: Set = ["grey.html", "search/grey.js", "build.json"]

    private func add(_ sentence: String, to page: String = "grey") throws {
        try book.write(try book.text(of: "templates/\(page).md") + "\n\(sentence)\n", to: "templates/\(page).md")
    }

    /// Builds, and compares with what is made from nothing.
    private func buildAsFromNothing(_ what: String) async throws {
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 0, "\(what): \(outcome.errors)")
        let other = try FixtureFolder()
        try other.remove("templates")
        try FileManager.default.copyItem(
            at: book.root.appending(path: "templates"), to: other.root.appending(path: "templates"))
        let cold = await other.runWords(Self.build)
        #expect(cold.code == 0, "\(what): \(cold.errors)")
        #expect(Self.warnings(cold) == Self.warnings(outcome), "\(what)")
        let (here, there) = (try book.timelessTree(), try other.timelessTree())
        #expect(Set(here.keys) == Set(there.keys), "\(what)")
        for (path, data) in there { #expect(here[path] == data, "\(what): \(path)") }
        #expect(try Self.fields(of: book) == Self.fields(of: other), "\(what)")
    }

    /// What a build says of the templates.
    private static func warnings(_ outcome: FixtureFolder.Outcome) -> [Substring] {
        outcome.errors.split(separator: "\n").filter { $0.hasPrefix("templates/") }
    }

    /// What `build.json` says but for times.
    private static func fields(of book: FixtureFolder) throws -> NSDictionary {
        let json = try JSONSerialization.jsonObject(with: Data(book.text(of: "output/build.json").utf8))
        var fields = try #require(json as? [String: Any])
        for name in ["finished", "seconds", "studies"] { fields[name] = nil }
        return fields as NSDictionary
    }

    /// The paths whose files are others than in `before`.
    private func changes(since before: [String: UInt64]) throws -> Set<String> {
        let after = try book.stamps(of: "output").filter { !["figures", "search", "katex", "faces"].contains($0.key) }
        return Set(after.filter { before[$0.key] != $0.value }.keys).filter { !$0.hasSuffix("/fonts") }
    }

    @Test func aSentenceReplacesItsPageAlone() async throws {
        _ = await book.runWords(Self.build)
        for number in 1...6 {
            let (before, page) = (try book.stamps(of: "output"), try book.text(of: "output/grey.html"))
            try add("Sentence \(number).")
            try await buildAsFromNothing("\(number)")
            #expect(try changes(since: before) == Self.own, "\(number)")
            let previous = try FileManager.default.contentsOfDirectory(
                atPath: book.root.appending(path: ".regbook/previous").path)
            #expect(try book.text(of: ".regbook/previous/\(previous[0])/grey.html") == page, "\(number)")
            #expect(await book.runWords(Self.build).output.contains("Nothing has changed."), "\(number)")
        }
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }

    /// Each followed by an edited sentence, which must not keep anything of before.
    @Test func everyOtherEditIsFollowedEverywhere() async throws {
        let edits: [(String, (FixtureFolder) throws -> Void)] = [
            ("a heading", { try $0.write("## Another heading\n\n" + Self.grey, to: "templates/grey.md") }),
            ("a label", { try $0.write("$$ c = d $$ {#eq-zero}\n\n" + Self.dice, to: "templates/dice.md") }),
            ("a value", { try $0.write(Self.grey + "\n{{dice:largest}}\n", to: "templates/grey.md") }),
            ("a macro", { try $0.write("\\newcommand{\\own}{x}\n", to: "templates/macros.tex") }),
            ("its use", { try $0.write(Self.grey + "\n$\\own$\n", to: "templates/grey.md") }),
            (
                "a source",
                {
                    try $0.write(
                        "- {id: one, title: Two, author: [{family: Elm}], issued: {year: 1999}}\n", to: Self.references)
                }
            ),
            ("the front page", { try $0.write("Other numbers.\n", to: "templates/index.md") }),
            ("a style sheet", { try $0.write("body { color: black }\n", to: "templates/style.css") }),
            ("a layout", { try $0.write("<li>{{name}}</li>\n", to: "templates/layouts/entry.mustache") }),
            ("no layout", { try $0.remove("templates/layouts") }),
            ("a damaged page", { try $0.write("mine", to: "output/grey.html") }),
            ("a damaged page of another", { try $0.write("mine", to: "output/dice.html") }),
            ("a damaged figure", { try $0.write("mine", to: "output/figures/dice-sequence.svg") }),
            ("a missing figure", { try $0.remove("output/figures/dice-sequence.png") }),
            ("a missing page", { try $0.remove("output/index.html") }),
            ("a damaged listing", { try $0.write("{}", to: "output/build.json") }),
            ("a missing report", { try $0.remove("output") }),
            ("no report before", { try $0.remove(".regbook/previous") }),
            ("no excerpts", { try $0.removeNotes("pages-") }),
            ("no record", { try $0.removeNotes("build-") }),
        ]
        _ = await book.runWords(Self.build)
        for (what, edit) in edits {
            try edit(book)
            try await buildAsFromNothing(what)
            try edit(book)
            try add("After \(what).")
            try await buildAsFromNothing("a sentence with \(what)")
            let before = try book.stamps(of: "output")
            try add("Once more.")
            try await buildAsFromNothing("a sentence after \(what)")
            #expect(try changes(since: before) == Self.own, "after \(what)")
        }
    }

    /// Both of a book's pages at once.
    @Test func severalPagesAreReplacedTogether() async throws {
        _ = await book.runWords(Self.build)
        let before = try book.stamps(of: "output")
        try add("Here.")
        try add("There.", to: "dice")
        try await buildAsFromNothing("two pages")
        #expect(try changes(since: before) == Self.own.union(["dice.html", "search/dice.js"]))
    }

    @Test func aTouchedTemplateChangesNothing() async throws {
        _ = await book.runWords(Self.build)
        let before = try book.stamps(of: "output")
        try book.write(Self.grey, to: "templates/grey.md")
        #expect(await book.runWords(Self.build).output.contains("Nothing has changed."))
        #expect(try changes(since: before).isEmpty)
    }

    @Test func whatAReaderAddsStaysThroughEdits() async throws {
        _ = await book.runWords(Self.build)
        try add("First.")
        _ = await book.runWords(Self.build)
        try book.write("mine", to: "output/notes/mine.txt")
        try FileManager.default.createDirectory(
            at: book.root.appending(path: "output/empty"), withIntermediateDirectories: true)
        for number in 1...4 {
            try add("Sentence \(number).")
            #expect(await book.runWords(Self.build).code == 0)
            #expect(try book.text(of: "output/notes/mine.txt") == "mine")
            #expect(book.exists("output/empty"), "\(number)")
        }
    }

    @Test func aMistakeIsToldAndLeavesTheReport() async throws {
        _ = await book.runWords(Self.build)
        let before = try book.stamps(of: "output")
        for (text, message) in [
            ("{{dark}}", "unknown value 'dark'"), ("$\\frac$", "grey.md"), ("@eq-none", "eq-none"),
            ("[@two]", "'two'"),
        ] {
            try book.write(Self.grey + "\n\(text)\n", to: "templates/grey.md")
            let outcome = await book.runWords(Self.build)
            #expect(outcome.code == 1 && outcome.errors.contains(message), "\(outcome.errors)")
            #expect(try changes(since: before).isEmpty)
        }
    }

    @Test(arguments: ["build-", "pages-"])
    func aDamagedNoteIsToldAndMadeAgain(name: String) async throws {
        for place in [3, 40, 200, -30] {
            try add("Before \(place).")
            _ = await book.runWords(Self.build)
            try book.changeNotes(name) { data in
                let index = place < 0 ? data.count + place : place
                data[index] ^= 1
            }
            try add("At \(place).")
            let outcome = await book.runWords(Self.build)
            #expect(outcome.code == 0)
            // The excerpts of other pages are not looked at.
            #expect(outcome.errors.contains("/notes/\(name)") || name == "pages-" && place < 0, "\(outcome.errors)")
            try book.removeNotes(name)
            try await buildAsFromNothing("\(name) \(place)")
        }
    }

    /// A kill before each change that the build of an edit makes to the disk.
    @Test func anEditKilledAnywhereLeavesAWholeReport() async throws {
        _ = await book.runWords(Self.build)
        var trees: [[String: Data]] = []
        for version in 0..<2 {
            try book.write(Self.grey + "\nVersion \(version).\n", to: "templates/grey.md")
            _ = await book.runWords(Self.build)
            trees.append(try book.timelessTree())
        }
        try book.write(Self.grey + "\nVersion 0.\n", to: "templates/grey.md")
        let whole = try FixtureProcess(in: book, Self.build, disturbance: FixtureProcess.Disturbance.none).wait()
        #expect(whole.code == 0 && (10..<60).contains(whole.changes), "\(whole.changes) \(whole.errors)")
        for change in 1...whole.changes {
            for version in [1, 0] {
                try book.write(Self.grey + "\nVersion \(version).\n", to: "templates/grey.md")
                #expect(await book.runWords(Self.build).code == 0)
            }
            try book.write(Self.grey + "\nVersion 1.\n", to: "templates/grey.md")
            _ = try FixtureProcess(in: book, Self.build, disturbance: .kill(at: change)).wait()
            #expect(trees.contains(try book.timelessTree()), "killed at \(change)")
            #expect(await book.runWords(Self.build).code == 0, "after a kill at \(change)")
            #expect(try book.timelessTree() == trees[1], "after a kill at \(change)")
        }
        #expect(try book.besidesOutput() == ["regbook.yml", "templates"])
    }
}

extension FixtureFolder {
    fileprivate func notes(_ name: String) throws -> [String] {
        let folder = root.appending(path: ".regbook/notes").path(percentEncoded: false)
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }
            .map { ".regbook/notes/\($0)" }
    }

    /// Removes the notes whose names begin with `name`.
    fileprivate func removeNotes(_ name: String) throws { for path in try notes(name) { try remove(path) } }

    fileprivate func changeNotes(_ name: String, _ change: (inout Data) -> Void) throws {
        for path in try notes(name) {
            var data = try Data(contentsOf: root.appending(path: path))
            change(&data)
            try data.write(to: root.appending(path: path))
        }
    }
}

import BookTool
import FixtureBook
import Foundation
import Testing
import regbook

/// What the documentation says is so: its links lead somewhere, its commands are commands, its code compiles or is quoted from
/// what the tests build.
struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let pages =
        ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"]
        + ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "docs").path)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test(arguments: pages) func linksLeadSomewhere(page: String) throws {
        // What `docs/prose.md` shows of links are examples of its own.
        let text = try text(page).replacing(/```(?:.|\n)*?\n```/, with: "").replacing(/`[^`\n]*`/, with: "")
        let base = Self.root.appending(path: page).deletingLastPathComponent()
        for link in text.matches(of: /\]\(([^)#:]*)(?:#([^)]*))?\)/) {
            let path = link.1.isEmpty ? Self.root.appending(path: page) : base.appending(path: String(link.1))
            #expect(
                FileManager.default.fileExists(atPath: path.path(percentEncoded: false)), "\(page) links to \(link.1)")
            guard let place = link.2 else { continue }
            let headings = try String(contentsOf: path, encoding: .utf8).matches(of: /(?m)^#+ (.*)$/).map {
                $0.1.lowercased().filter { $0.isLetter || $0.isNumber || " -".contains($0) }.replacing(" ", with: "-")
            }
            #expect(headings.contains(String(place)), "\(page) links to #\(place)")
        }
    }

    /// The words of every line of a shell's block, and of code within a line, that call the book's program or name a command
    /// of it with its arguments.
    private func commands(in text: String, of tool: BookTool) -> [[String]] {
        let lines = text.matches(of: /```sh\n((?:.|\n)*?)```/).flatMap { $0.1.split(separator: "\n") }
        let spans = text.replacing(/```(?:.|\n)*?\n```/, with: "").matches(of: /`([^`]+)`/).map { String($0.1) }
        let inline = spans.map { span in
            let words = span.split { " \n".contains($0) }.map(String.init)
            let isCommand =
                words.count > (["data", "new"].contains(words.first) ? 2 : 1)
                && !words[0].hasPrefix("-") && (try? tool.check([words[0], "--help"])) != nil
            return isCommand ? "regbook \(span)" : span
        }
        return (lines.map(String.init) + inline).flatMap { line in
            line.split(separator: "#", maxSplits: 1)[0].replacing("&&", with: ";").split(separator: ";").compactMap {
                part in
                var words = part.split { " \n".contains($0) }.map(String.init)
                if words.first == "while" { words.removeFirst() }
                if words.starts(with: ["swift", "run", "-c", "release"]) { words.removeFirst(4) }
                guard let program = words.first, ["regbook", "trial", "tides", "interpolation"].contains(program) else {
                    return nil
                }
                // What a reader is to fill in.
                return words.dropFirst().prefix { !$0.hasPrefix(">") }.map { $0.replacing("~", with: "/home") }
            }
        }
    }

    @Test func commandsAreCommands() throws {
        let tool = BookTool(book: FixtureBook.book, sources: FixtureBook.digests("1"))
        var count = 0
        for page in Self.pages {
            for words in commands(in: try text(page), of: tool) where !words.isEmpty {
                count += 1
                #expect(throws: Never.self, "\(page): \(words.joined(separator: " "))") { try tool.check(words) }
            }
        }
        #expect(count > 70)
    }

    /// What a reader is told to install is what the project installs.
    @Test func packagesAreThoseOfTheList() throws {
        let list = Set(try text("scripts/packages.txt").matches(of: /(?m)^\w+ +(\S+)/).map(\.1))
        for page in Self.pages {
            for line in try text(page).matches(of: /`apt-get install ([^`]*)`/) {
                for name in line.1.split(separator: " ") { #expect(list.contains(name), "\(page): \(name)") }
            }
        }
    }

    /// The settings that a page shows are settings.
    @Test func settingsAreSettings() async throws {
        for page in Self.pages {
            for block in try text(page).matches(of: /```yaml\n(engine:(?:.|\n)*?)```/) {
                let book = try FixtureFolder()
                try book.write(String(block.1), to: "regbook.yml")
                let outcome = await book.runWords("why dice")
                #expect(outcome.code == 0, "\(page): \(outcome.errors)")
            }
        }
    }

    @Test func targetsAndScriptsExist() throws {
        let makefile = try text("Makefile")
        for page in Self.pages {
            let text = try text(page)
            for target in text.matches(of: /(?m)(?:^|`)(?:[A-Z]+=\S+ )*make ([a-z][a-z-]*)/) {
                #expect(makefile.contains("\n\(target.1):"), "\(page): make \(target.1)")
            }
            for script in text.matches(of: /`(scripts\/[\w.-]+)/) {
                let path = Self.root.appending(path: String(script.1)).path(percentEncoded: false)
                #expect(FileManager.default.fileExists(atPath: path), "\(page): \(script.1)")
            }
        }
    }

    /// Swift that begins with an import compiles, manifests in a package of their own; other Swift stands in the examples, in what
    /// a new book begins with, or in the sources.
    @Test func codeIsTrue() throws {
        var files = ""
        for folder in ["Examples", "Sources/BookTool/Starter"] {
            let base = Self.root.appending(path: folder)
            for path in try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
            where (path.hasSuffix(".swift") && !path.contains(".build/")) || path.hasSuffix(".txt") {
                files += try String(contentsOf: base.appending(path: path), encoding: .utf8)
            }
        }
        files = files.replacing("<#study#>", with: "sampling").replacing("<#section#>", with: "averages")
            .replacing("<#claim#>", with: "averages-sampling")
        for page in Self.pages {
            for block in try text(page).matches(of: /```swift\n((?:.|\n)*?)```/).map({ String($0.1) }) {
                if block.contains("import PackageDescription") { continue }
                if block.contains(#/(?m)^import /#) {
                    let complaint = try complaint(about: block)
                    #expect(complaint.isEmpty, "\(page):\n\(complaint)")
                } else {
                    #expect(files.contains(block), "\(page) quotes what is nowhere:\n\(block)")
                }
            }
        }
    }

    /// What the compiler says of a whole file.
    private func complaint(about source: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "main-\(UUID().uuidString).swift")
        try source.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Typechecker.complaints(
            about: [file.path(percentEncoded: false)], source.contains("struct ") ? ["-parse-as-library"] : [])
    }

    /// The version of the tool is that of the first entry in the list of changes.
    @Test func theVersionIsThatOfTheChanges() async throws {
        let book = try FixtureFolder()
        let version = await book.runWords("--version").output
        let first = try #require(try text("CHANGELOG.md").firstMatch(of: /(?m)^## ([\d.]+)/))
        #expect(version.contains("BookTool \(first.1), sources "), "\(version)")
    }

    @Test func helpPrintsTheDocumentation() async throws {
        let book = try FixtureFolder()
        for name in [
            "claims", "cluster", "data", "first-book", "first-study", "format", "preview", "profiles", "prose",
            "settings",
            "store",
        ] {
            let outcome = await book.runWords("help \(name)")
            #expect(outcome.code == 0)
            #expect(try outcome.output == text("docs/\(name).md"))
        }
        #expect(await book.runWords("help build").output.contains("USAGE: regbook build"))
        let unknown = await book.runWords("help claim")
        #expect(unknown.code == 64)
        #expect(unknown.errors == "error: There is no help on 'claim'. Did you mean 'claims'?\n")
        let other = try FixtureFolder(book: FixtureBook.tides(nil))
        #expect(await other.runWords("help settings").output.contains("`tidebook.yml`"))
    }

    /// man sets the manual page without a complaint, with every command in it.
    @Test func theManualPageIsOne() async throws {
        let book = try FixtureFolder()
        let page = await book.runWords("--generate-man-page").output
        for command in ["build", "serve", "data fetch", "new book", "schema"] {
            #expect(page.contains(".SS \"regbook \(command)\""))
        }
        for line in page.split(separator: "\n") where line.hasPrefix(".") {
            #expect(line.contains(/^\.(TH|SH|SS|TP|PP|B|I)( |$)/), "\(line)")
        }
        #expect(page.contains(".B \\-\\-seed number\nThe master seed of all randomness."))
    }

    @Test func theSchemaKnowsEverySetting() async throws {
        let book = try FixtureFolder()
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(await book.runWords("schema").output.utf8)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        try book.write("what: 1\n", to: "regbook.yml")
        let known = await book.runWords("build").errors
        #expect(Set(properties.keys) == ["seed", "output", "blas-kernel", "csl", "engine", "mnist"])
        for name in properties.keys { #expect(known.contains(name), "\(known)") }
    }

    /// The schema and the tasks that lie beside the book's sources are those that the tool writes.
    @Test func theEditorsFilesAreUpToDate() async throws {
        let book = try FixtureFolder(book: .regularization)
        #expect(try await book.runWords("schema").output == text(".vscode/regbook.schema.json"))
        #expect(
            try text("Sources/BookTool/Starter/tasks.txt").replacing("<#book#>", with: "regbook")
                == text(".vscode/tasks.json"))
    }

    /// The problem matcher of a new book's tasks finds file, line, column and message in what a failed build says.
    @Test func editorsFindTheirWay() async throws {
        let book = try FixtureFolder()
        let tasks = try text("Sources/BookTool/Starter/tasks.txt")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(tasks.utf8)) as? [String: Any])
        let task = try #require((object["tasks"] as? [[String: Any]])?.first)
        let matcher = try #require((task["problemMatcher"] as? [[String: Any]])?.first)
        let pattern = try #require(matcher["pattern"] as? [String: Any])
        let expression = try Regex(try #require(pattern["regexp"] as? String))
        try book.write("Words.\n\nThere are {{throw}}.\n", to: "templates/dice.md")
        let outcome = await book.runWords("build --format html")
        let match = try #require(
            outcome.errors.split(separator: "\n").compactMap { try? expression.wholeMatch(in: $0) }.first)
        let parts = ["file", "line", "column", "severity", "message"].map { part in
            (pattern[part] as? Int).flatMap { match[$0].substring.map(String.init) } ?? ""
        }
        #expect(parts == ["templates/dice.md", "3", "11", "error", "unknown value 'throw'; did you mean 'throws'?"])
    }
}

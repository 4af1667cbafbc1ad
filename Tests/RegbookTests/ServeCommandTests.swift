import BrowserDriver
import FixtureBook
import Foundation
import Report
import Testing

/// The preview follows what is edited, in a real browser.
@Suite(.serialized)
struct ServeCommandTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    /// The fixture book's preview, with the address of its pages.
    private func serve(shell: String = "") throws -> (process: FixtureProcess, address: String) {
        let process = try FixtureProcess(in: book, "serve --port 0", shell: shell)
        let line = try #require(process.line())
        let address = try #require(line.firstMatch(of: /http:[^ ]+/)).0
        #expect(process.line()?.hasPrefix("Built in ") == true)
        return (process, String(address))
    }

    private func end(_ process: FixtureProcess) {
        process.send(SIGTERM)
        #expect(process.wait().code == 128 + SIGTERM)
    }

    @Test func editsShowInPlace() async throws {
        let (process, address) = try serve()
        let long = (0..<200).map { "Paragraph \($0).\n\n" }.joined()
        try book.write("Before.\n\n" + long, to: "templates/index.md")
        #expect(process.line()?.hasPrefix("Built in ") == true)
        let browser = try await Browser()
        try await browser.open(try #require(URL(string: address)))
        let listens = "window.isPreviewed && document.readyState === 'complete'"
        #expect(
            try await browser.value(
                "document.querySelector('main').textContent.includes('Before.')", when: listens) as? Bool
                == true)
        let visits = try await browser.run("return history.length;") as? Int
        _ = try await browser.run("scrollTo({ top: 1500, behavior: 'instant' }); return 0;")

        try book.write("After.\n\n" + long, to: "templates/index.md")
        let main = "document.querySelector('main')"
        let after = "\(main) && \(main).textContent.includes('After.') && document.readyState === 'complete'"
        #expect(try await browser.value("Math.round(scrollY)", when: after) as? Int == 1500)
        #expect(try await browser.run("return history.length;") as? Int == visits, "in place, not as another visit")

        try book.write("After. {{nothing}}\n", to: "templates/index.md")
        let box = "document.getElementById('preview-error')"
        let error = try await browser.value("\(box).textContent", when: "\(box)") as? String
        #expect(error?.hasPrefix("templates/index.md:1:8: error: ") == true, "\(error ?? "")")
        #expect(try await browser.run("return Math.round(scrollY);") as? Int == 1500)

        try book.write("After all.\n\n" + long, to: "templates/index.md")
        let mended = "!\(box) && \(main) && \(main).textContent.includes('After all.')"
        #expect(try await browser.comes(to: mended))

        let style = try #require(BuiltInFile.named("style.css")).text
        try book.write(style + "\narticle { color: rgb(1, 2, 3); }\n", to: "templates/style.css")
        let colour = "getComputedStyle(document.querySelector('article')).color"
        let coloured = "document.querySelector('article') && \(colour) === 'rgb(1, 2, 3)'"
        #expect(try await browser.value(colour, when: coloured) as? String == "rgb(1, 2, 3)")
        #expect(try await browser.console() == [])
        try await browser.close()
        #expect(try !book.text(of: "output/index.html").contains("reload.js"))
        end(process)
    }

    @Test func theNextBuildElsewhereShows() async throws {
        let (process, address) = try serve()
        let browser = try await Browser()
        try await browser.open(try #require(URL(string: address + "dice.html")))
        let text = "document.querySelector('main').textContent"
        let options = "build --format html --set dice.throws=9 --quiet"
        #expect(await book.runWords(options).code == 0)
        let shown = "document.querySelector('main') && \(text).includes('largest of 9')"
        #expect(try await browser.comes(to: shown))
        try await browser.close()
        end(process)
    }

    /// A compiler that fails first and then has nothing to complain of stands in for the real one.
    @Test func changedSourcesAreCompiledAndTheProgramGoesOn() async throws {
        try book.write("", to: "Package.swift")
        try book.write("1\n", to: "Sources/Dice.swift")
        try book.write(
            """
            #!/bin/bash
            echo "$@" >> compiled
            if grep -q broken Sources/Dice.swift; then
                echo "[1/2] Compiling Dice"
                echo "$PWD/Sources/Dice.swift:1:1: error: no such thing"
                exit 1
            fi
            """, to: "bin/swift")
        chmod(book.root.appending(path: "bin/swift").path, 0o755)
        let (process, address) = try serve(shell: "PATH=$PWD/bin:$PATH")
        let browser = try await Browser()
        try await browser.open(try #require(URL(string: address)))
        let listens = "window.isPreviewed && document.readyState === 'complete'"
        _ = try await browser.value("0", when: listens)

        try book.write("broken\n", to: "Sources/Dice.swift")
        let box = "document.getElementById('preview-error')"
        let error = try await browser.value("\(box).textContent", when: "\(box)") as? String
        #expect(error?.hasSuffix("/Sources/Dice.swift:1:1: error: no such thing") == true, "\(error ?? "")")

        try book.write("2\n", to: "Sources/Dice.swift")
        #expect(try await browser.comes(to: "!\(box)"))
        var lines: [String] = []
        while lines.filter({ $0.hasPrefix("Sources have changed: swift build ") }).count < 2, let line = process.line()
        {
            lines.append(line)
        }
        #expect(process.line() == "The preview: \(address) (Ctrl-C ends it)", "the new program serves at the same port")
        #expect(try book.text(of: "compiled").hasSuffix("--product fixture-book\n"))
        try book.write("Other.\n", to: "templates/index.md")
        let other = "document.querySelector('main') && document.querySelector('main').textContent.includes('Other.')"
        #expect(try await browser.comes(to: other))
        try await browser.close()
        end(process)
    }

    /// What the preview sends for a path of its address.
    private func page(_ address: String, _ path: String = "") async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        process.arguments = ["--silent", address + path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test func anotherOutputIsServedFromThere() async throws {
        let (process, address) = try serve()
        try book.write("seed: 1\noutput: other\n", to: "regbook.yml")
        #expect(process.line()?.hasSuffix("/other' from here on.") == true)
        #expect(process.line()?.hasPrefix("Built in ") == true)
        try book.write("Edited.\n", to: "templates/index.md")
        #expect(process.line()?.hasPrefix("Built in ") == true)
        #expect(try await page(address).contains("Edited."))
        end(process)
    }

    @Test func aDeletedOutputIsMadeAgain() async throws {
        let (process, address) = try serve()
        try book.remove("output")
        #expect(process.line()?.hasPrefix("Built in ") == true)
        #expect(try await page(address).contains("The numbers of this book are small."))
        end(process)
    }

    @Test func proseBehindALinkIsFollowed() async throws {
        try book.write("Before.\n", to: "ext/index.md")
        try book.remove("templates/index.md")
        try FileManager.default.createSymbolicLink(
            atPath: book.root.appending(path: "templates/index.md").path, withDestinationPath: "../ext/index.md")
        let (process, address) = try serve()
        try book.write("After.\n", to: "ext/index.md")
        #expect(process.line()?.hasPrefix("Built in ") == true)
        #expect(try await page(address).contains("After."))
        end(process)
    }

    /// A table that is missing, or not the one that the book declares, is told; once it is put right, the report is made.
    @Test func dataThatArriveAreRead() async throws {
        let book = try FixtureFolder(book: FixtureBook.tides(FixtureBook.levels(FixtureBook.lowLevels)))
        try book.write("The highest is {{highest|digits 3}}.\n\n[](claim:T-1)\n", to: "templates/tides.md")
        let process = try FixtureProcess(in: book, "serve --port 0", shell: "export FIXTURE_BOOK=tides")
        let address = try #require(process.line()?.firstMatch(of: /http:[^ ]+/)).0
        let browser = try await Browser()
        try await browser.open(try #require(URL(string: "\(address)tides.html")))
        let box = "document.getElementById('preview-error')"
        func told(_ words: String) async throws -> Bool {
            try await browser.comes(to: "\(box) && \(box).textContent.includes('\(words)')")
        }
        #expect(try await told("is missing. It comes with the book"))
        try book.write("hour,level\n0,7\n", to: "data/tides/tides.csv")
        #expect(try await told("is not the file that the book declares"))
        try book.write(FixtureBook.lowLevels, to: "data/tides/tides.csv")
        let main = "document.querySelector('main')"
        let there = "\(main) && \(main).textContent.includes('The highest is 2.25')"
        #expect(try await browser.comes(to: there))
        try await browser.close()
        end(process)
    }

    @Test func beforeTheFirstReportAPageWaits() async throws {
        try book.remove("templates/index.md")
        let process = try FixtureProcess(in: book, "serve --port 0")
        let address = try #require(process.line()?.firstMatch(of: /http:[^ ]+/)).0
        let browser = try await Browser()
        try await browser.open(try #require(URL(string: String(address))))
        let box = "document.getElementById('preview-error')"
        let error = try await browser.value("\(box).textContent", when: "\(box)") as? String
        #expect(error?.contains("index.md is missing") == true, "\(error ?? "")")
        try book.write("There.\n", to: "templates/index.md")
        let there = "document.querySelector('main') && document.querySelector('main').textContent.includes('There.')"
        #expect(try await browser.comes(to: there))
        try await browser.close()
        end(process)
    }

    /// The compiler that runs when the preview ends, ends as well.
    @Test func anEndedPreviewLeavesNoCompiler() async throws {
        try book.write("", to: "Package.swift")
        try book.write("1\n", to: "Sources/Dice.swift")
        try book.write("#!/bin/bash\necho $$ > compiler\nexec sleep 600\n", to: "bin/swift")
        chmod(book.root.appending(path: "bin/swift").path, 0o755)
        let (process, _) = try serve(shell: "PATH=$PWD/bin:$PATH")
        try book.write("2\n", to: "Sources/Dice.swift")
        var compiler: pid_t?
        while compiler == nil {
            usleep(10_000)
            if book.exists("compiler") { compiler = pid_t(try book.text(of: "compiler").dropLast()) }
        }
        end(process)
        let number = try #require(compiler)
        // Killed it may still wait for its parent to notice.
        while kill(number, 0) == 0, !isZombie(number) { usleep(10_000) }
    }

    private func isZombie(_ process: pid_t) -> Bool {
        let status = FileManager.default.contents(atPath: "/proc/\(process)/stat").map {
            String(decoding: $0, as: UTF8.self)
        }
        return status.map { $0.contains(") Z ") } ?? true
    }

    @Test func aTakenPortIsAnError() throws {
        let (process, address) = try serve()
        let port = try #require(address.firstMatch(of: /:(\d+)\//)).1
        let second = try FixtureProcess(in: book, "serve --port \(port)").wait()
        #expect(second.code == 1)
        #expect(second.errors.hasPrefix("error: The port \(port) is in use."))
        end(process)
    }
}

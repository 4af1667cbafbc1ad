import BookTool
import Foundation
import Testing

/// Numbers, files and streams from outside: what is wrong is said, and nothing else happens.
@Suite(.serialized)
struct RobustTests {
    private let book: FixtureFolder
    private static let build = "build --format html --quiet"

    init() throws { book = try FixtureFolder() }

    private func path(_ name: String) -> String { book.root.appending(path: name).path(percentEncoded: false) }

    // MARK: Streams

    @Test func aFullDiskBehindTheOutputIsAnError() throws {
        let end = try FixtureProcess(in: book, "run dice --json --quiet", shell: "exec > /dev/full").wait()
        #expect(end.code == 1)
        #expect(end.errors == "error: Can't write the output: No space left on device.\n")
    }

    @Test func aClosedOutputIsAnError() throws {
        let end = try FixtureProcess(in: book, "run dice --json --quiet", shell: "exec >&-").wait()
        #expect(end.code == 1)
        #expect(end.errors.hasPrefix("error: Can't write the output: "), "\(end.errors)")
    }

    /// Whoever reads the output may have made it one that does not wait.
    @Test func anOutputThatDoesNotWaitGetsEverything() throws {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        // F_SETPIPE_SZ, which Swift does not know.
        _ = fcntl(ends[1], 1031, 4096)
        let process = Process()
        process.executableURL = URL(filePath: FixtureProcess.program("fixture-book"))
        process.arguments = ["run", "dice", "--json", "--quiet", "--set", "dice.throws=1500"]
        process.currentDirectoryURL = book.root
        process.standardOutput = FileHandle(fileDescriptor: ends[1])
        try process.run()
        close(ends[1])
        // Long after the pipe is full.
        var held: Int32 = 0
        repeat {
            usleep(10_000)
            _ = ioctl(ends[0], UInt(FIONREAD), &held)
        } while held < 4096
        let text = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true).readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let json = try JSONSerialization.jsonObject(with: text) as? [String: Any]
        #expect(((json?["results"] as? [String: Any])?["faces"] as? [Int])?.count == 1500)
    }

    @Test func aReaderThatLeavesEndsQuietly() throws {
        let end = try FixtureProcess(
            in: book, "run dice --json --quiet --set dice.throws=300", shell: "exec > >(exec true)"
        )
        .wait()
        #expect(end.code == 128 + SIGPIPE && end.errors.isEmpty)
    }

    // MARK: The command line

    @Test(arguments: [
        ("build --only ,", "error: --only names no section. Known: dice, grey.\n"),
        ("build --only dice,", "error: --only names no section. Known: dice, grey.\n"),
        (
            "run grey --set dice.sides=3",
            "error: --set dice.sides changes nothing, for 'dice' does not run; what does: grey. "
                + "Leave it out, or run 'dice', too.\n"
        ),
        ("run dice --set dice.bias=NaN", "error: The parameter 'dice.bias' is NaN, but must be a finite number.\n"),
        (
            "run dice --set dice.bias=-inf",
            "error: The value '-inf' does not fit the parameter 'dice.bias', whose default is 0.5.\n"
        ),
        (
            "stability --seeds 0-18446744073709551615",
            "error: Can't read --seeds '0-18446744073709551615'. "
                + "Write the first and the last master seed, such as 1-10; at most 10000.\n"
        ),
        ("bulid", "error: Unknown command 'bulid'. Did you mean 'build'?\n"),
        ("data fetsh", "error: Unknown command 'fetsh'. Did you mean 'fetch'?\n"),
    ])
    func isExplained(line: String, message: String) async throws {
        let outcome = await book.runWords(line)
        #expect(outcome.errors == message)
        #expect(outcome.code == 64 && outcome.output.isEmpty)
        #expect(!book.exists("output"))
    }

    @Test func aSectionMayBeNamedByItself() async throws {
        let outcome = await book.runWords("build dice --format html")
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("note: Not in this report, for lack of stored results: grey."))
        #expect(await book.runWords("build dice --format html --quiet --seed 3").errors.isEmpty, "quiet is quiet")
    }

    @Test func theVersionIsPrinted() async throws {
        let outcome = await book.run("--version")
        #expect(
            outcome.output.hasPrefix("Fixture, BookTool ") && outcome.output.hasSuffix(", sources 1\n")
                && outcome.code == 0)
    }

    @Test func shellsAreOfferedSections() async throws {
        let script = await book.run("--generate-completion-script", "bash")
        #expect(script.code == 0 && script.output.contains("complete"))
    }

    // MARK: Numbers in files

    @Test(arguments: [
        "dice:\n  commit: x\n  experiment: 1\n  seeds: 0-18446744073709551615\n  claims:\n    D-1: 1 holds\n",
        "dice:\n  commit: x\n  experiment: 1\n  seeds: 1-10\n  claims:\n"
            + "    D-1: 9223372036854775807 holds, 9223372036854775807 erratum\n",
    ])
    func countsBeyondAllBoundsAreNamed(text: String) async throws {
        try book.write(text, to: "records/stability.yml")
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasPrefix("error: records/stability.yml:"), "\(outcome.errors)")
    }

    @Test(arguments: ["1e19", "1e300", "-1", "0"])
    func whatEarlierBuildsTookIsOnlyAGuess(seconds: String) throws {
        try book.write(
            #"{"sections":{"quick dice":{"seconds":\#(seconds),"work":\#(seconds)}},"report":\#(seconds)}"#,
            to: ".regbook/notes/pace")
        let build = try TerminalProcess(in: book, "build --format html", columns: 80, rows: 24)
        #expect(build.wait() == 0)
    }

    // MARK: Files that are none, or not text

    @Test func aPipeAmongTheTemplatesIsNotWaitedFor() async throws {
        #expect(mkfifo(path("templates/x"), 0o644) == 0)
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 1)
        #expect(
            outcome.errors.contains(
                "/templates/x': it is no regular file. Move it away, or put the file itself there.\n"))
    }

    @Test func aDeviceBehindALinkIsNotRead() async throws {
        #expect(symlink("/dev/zero", path("templates/x")) == 0)
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("/templates/x': it is no regular file."))
    }

    /// Another system's line ends and byte order mark change nothing.
    @Test func linesMayEndAsOnOtherSystems() async throws {
        #expect(await book.runWords(Self.build).code == 0)
        let page = try book.text(of: "output/dice.html")
        let text = try book.text(of: "templates/dice.md")
        try book.write("\u{FEFF}" + text.replacing("\n", with: "\r\n"), to: "templates/dice.md")
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try book.text(of: "output/dice.html") == page)
    }

    @Test(arguments: [String(repeating: "\u{1}", count: 4000), String(repeating: "{{nothing}} ", count: 1500)])
    func manyProblemsInALongLineAreTold(text: String) async throws {
        try book.write(text, to: "templates/dice.md")
        let outcome = await book.runWords(Self.build)
        #expect(outcome.code == 1)
        #expect(outcome.errors.utf8.count < 10_000)
        #expect(outcome.errors.contains("… and ") && outcome.errors.contains(" more. Mend these first."))
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count { $0.contains(": error: ") } == 20)
        #expect(lines.allSatisfy { $0.count < 200 })
    }

    @Test(arguments: ["seed 7", "- seed: 7", "hello", "[1, 2]"])
    func settingsThatMapNothingAreNamed(text: String) async throws {
        try book.write(text + "\n", to: "regbook.yml")
        let outcome = await book.runWords("why dice")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors == """
                regbook.yml:1:1: error: a setting is a name, a colon and a value, such as 'seed: 1'. \
                Known: seed, output, blas-kernel, csl, engine, mnist.
                 1 | \(text)
                   | ^

                """)
    }

    @Test(arguments: [
        ("\0", 65_536, 1, "control characters are not allowed"), ("[", 20_000, 1, "Maximum nesting level reached"),
        ("seed: [1\n", 1, 2, "did not find expected"), ("seed: 1\n", 2, 1, "'seed' stands twice"),
    ])
    func settingsThatAreNoYAMLAreNamed(piece: String, count: Int, line: Int, reason: String) async throws {
        try book.write(String(repeating: piece, count: count), to: "regbook.yml")
        let outcome = await book.runWords("build --quiet")
        #expect(outcome.code == 1)
        let first = outcome.errors.prefix { $0 != "\n" }
        #expect(first.hasPrefix("regbook.yml:\(line):"), "\(outcome.errors)")
        #expect(first.contains(": error: this isn't valid YAML: \(reason)"), "\(outcome.errors)")
        #expect(outcome.errors.count < 400 && outcome.errors.last == "\n")
    }

    @Test func settingsInAnotherEncodingAreNamed() async throws {
        try (Data("output: ".utf8) + [0xFF, 0x0A]).write(to: book.root.appending(path: "regbook.yml"))
        let outcome = await book.runWords("why dice")
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasSuffix("/regbook.yml' is not UTF-8 text. Save it as UTF-8.\n"))
    }

    // MARK: The machine

    @Test(.enabled(if: getuid() == 0, "mounts a file system"))
    func aMountPointIsExplained() throws {
        let process = try WatchedProcess(
            [
                "/usr/bin/unshare", "-m", "/bin/bash", "-c",
                "mkdir output && mount -t tmpfs tmpfs output && exec \"$0\" build --format html -q",
                FixtureProcess.program("fixture-book"),
            ], in: book.root)
        #expect(process.code == 1)
        #expect(process.errors.contains("It is where a file system is mounted"), "\(process.errors)")
    }

    @Test(arguments: [8, 12, 16])
    func tooFewFilesAreExplained(count: Int) throws {
        let end = try FixtureProcess(in: book, Self.build, shell: "ulimit -n \(count)").wait()
        #expect(end.code == 1)
        #expect(
            end.errors == "error: Only \(count) files may be open at once, and 64 are needed. "
                + "Allow more: ulimit -n 1024.\n")
    }

    /// OpenBLAS would wait for ever, and JavaScriptCore end the process without a word.
    @Test(arguments: [(409_600, "needs 2.0 GB"), (3_000_000, "9 GB of addresses")])
    func tooLittleAddressSpaceIsExplained(limit: Int, words: String) throws {
        try book.write("Half is $a$.\n", to: "templates/index.md")
        let end = try FixtureProcess(in: book, Self.build, shell: "ulimit -c 0; ulimit -v \(limit)").wait()
        #expect(end.code == 1)
        #expect(end.errors.contains(words) && end.errors.contains("ulimit -v unlimited"), "\(end.errors)")
    }

    @Test func sixtyFourFilesAreEnough() throws {
        let end = try FixtureProcess(in: book, "build --quiet", shell: "ulimit -n 64").wait()
        #expect(end.code == 0, "\(end.errors)")
    }

    @Test func aKilledLaTeXIsToldAsThat() throws {
        try book.write("#!/bin/sh\nkill -9 $$\n", to: "bin/pdflatex")
        chmod(path("bin/pdflatex"), 0o755)
        let end = try FixtureProcess(in: book, "build --quiet", shell: "PATH=$PWD/bin:$PATH").wait()
        #expect(end.code == 1)
        #expect(end.errors.contains("pdflatex was ended by signal 9"), "\(end.errors)")
        #expect(book.exists("output/index.html"), "the pages stand")
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
    func aSignalDuringThePDFLeavesNothingRunning(signal: Int32) throws {
        try book.write("#!/bin/sh\necho $$ > running\necho $PWD > folder\nexec sleep 600\n", to: "bin/latex")
        try book.write("#!/bin/sh\ncd \(path("")) && exec bin/latex\n", to: "bin/pdflatex")
        for name in ["latex", "pdflatex"] { chmod(path("bin/\(name)"), 0o755) }
        let process = try FixtureProcess(in: book, "build --quiet", shell: "PATH=$PWD/bin:$PATH")
        var latex: pid_t?
        while latex == nil {
            usleep(10_000)
            if book.exists("running") { latex = pid_t(try book.text(of: "running").dropLast()) }
        }
        process.send(signal)
        #expect(process.wait().code == (signal == SIGKILL ? -SIGKILL : 128 + signal))
        let number = try #require(latex)
        while FileManager.default.contents(atPath: "/proc/\(number)/stat")
            .map({ !String(decoding: $0, as: UTF8.self).contains(") Z ") }) == true
        {
            usleep(10_000)
        }
    }

    @Test func afterTheFirstBuildThereIsNothingToCompare() async throws {
        try book.write("*\n!.gitignore\n", to: "output/.gitignore")
        #expect(await book.runWords(Self.build).code == 0)
        let outcome = await book.runWords("diff")
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasPrefix("error: Only one report was built into '"), "\(outcome.errors)")
    }

    @Test func withoutPkgConfigLibrariesAreUnknown() throws {
        let end = try FixtureProcess(
            in: book, "doctor",
            shell:
                "mkdir bin; for x in env kpsewhich pdflatex curl; do ln -s $(command -v $x) bin/$x; done; PATH=$PWD/bin"
        )
        .wait()
        #expect(end.output.hasPrefix("missing  pkg-config "))
        #expect(end.output.contains("finds the libraries (only to compile)\n"))
        #expect(end.output.contains("unknown without pkg-config; draws the figures"))
        // An installed program needs no compiler.
        #expect(end.code == 0)
    }
}

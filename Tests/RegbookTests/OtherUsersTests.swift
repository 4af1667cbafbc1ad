import Foundation
import Testing

/// What another user has made: only root can try this.
@Suite(.enabled(if: getuid() == 0, "takes another user's place"))
struct OtherUsersTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    /// Runs a command as the user nobody.
    private func runAsNobody(_ line: String) throws -> FixtureProcess.End {
        try FixtureProcess(in: book, line, user: "nobody").wait()
    }

    private func shell(_ command: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = book.root
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func anOutputMadeByRootStopsNoBuild() async throws {
        #expect(await book.runWords("build --format html --quiet").code == 0)
        try shell("chown -R nobody . && chown -R root output && chmod 755 .")
        for word in ["One", "Two", "Three"] {
            try book.write("\(word).\n", to: "templates/index.md")
            let end = try runAsNobody("build --format html --quiet")
            #expect(end.code == 0, "\(end.errors)")
            #expect(try book.text(of: "output/index.html").contains(word))
            if word == "Three" {
                #expect(end.errors.contains("which an earlier build left: Permission denied. The build goes on;"))
            }
        }
    }

    @Test func whatCannotBeReadIsSaid() async throws {
        try shell("chown -R nobody . && chmod 755 .")
        #expect(try runAsNobody("build --format html --quiet").code == 0)
        try shell("chown root templates/dice.md && chmod 000 templates/dice.md")
        let end = try runAsNobody("build --format html --quiet")
        #expect(end.code == 1)
        #expect(end.errors.hasPrefix("error: Can't read '") && end.errors.hasSuffix("Allow this user to read it.\n"))
    }

    /// A user who watches more folders already than the system allows.
    @Test func whereNothingMoreIsWatchedThePreviewSaysSo() throws {
        let shell =
            "exec unshare --user --map-root-user bash -c "
            + "'echo 1 > /proc/sys/user/max_inotify_watches && exec \"$@\"' - \"$0\" \"$@\""
        let end = try FixtureProcess(in: book, "serve --port 0", shell: shell).wait()
        #expect(end.code == 1)
        #expect(
            end.errors == "error: The system watches no more folders for this user, so edits would not be seen. "
                + "Allow more: sudo sysctl fs.inotify.max_user_watches=524288\n")
    }
}

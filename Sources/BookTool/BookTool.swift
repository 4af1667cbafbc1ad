import ArgumentParser
@_exported import Build
import Foundation
@_exported import Notebook
@_exported import Report

/// The command line of a book: what `build`, `list`, `run` and the others do to it.
///
///     await BookTool(book: book, sources: .compiledIn).main()
public struct BookTool: Sendable {
    let book: Book
    let sources: SourceDigests
    let console: Console
    let workingDirectory: URL
    let renderers: [any Renderer]

    /// What the reader calls the program.
    static var name: String { current?.book.name ?? URL(filePath: CommandLine.arguments[0]).lastPathComponent }

    /// What `--version` prints: the book, the version of the tool, the digest of all sources, and the commit where it is known.
    var version: String {
        let commit = commit.map { ", commit \($0)" } ?? ""
        return "\(book.title), BookTool \(ToolVersion.number), sources \(sources.everything.prefix(16))\(commit)"
    }

    /// That of the book's root, or the one that was noted beside the installed program.
    private var commit: String? {
        if let root = try? root(nil).url, let commit = BookVersion.known(at: root) { return commit }
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let file = program.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "share/\(book.name)/commit")
        return (try? String(contentsOf: file, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether `arguments` are a command with its options, without running it.
    ///
    /// - Throws: what is wrong with them.
    package func check(_ arguments: [String]) throws {
        try BookTool.$current.withValue(self) {
            if try Topic.asked(by: arguments) != nil || arguments == ["--version"] { return }
            try CommandNames.check(arguments)
            do { _ = try RootCommand.parseAsRoot(arguments) } catch let error
                where RootCommand.exitCode(for: error) == .success
            {}
        }
    }

    /// The tool whose command runs at present.
    @TaskLocal static var current: BookTool?

    /// - Parameters:
    ///   - sources: what the `SourceDigests` plugin compiled into the executable.
    ///   - workingDirectory: where relative paths start and the search for the book's root begins.
    ///   - renderers: formats of the book's own, written by every build.
    public init(
        book: Book, sources: SourceDigests, console: Console = .standard,
        workingDirectory: URL = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory),
        renderers: [any Renderer] = []
    ) {
        self.book = book
        self.sources = sources
        self.console = console
        self.workingDirectory = workingDirectory
        self.renderers = renderers
    }

    /// Hexadecimal digests of the studies' measuring sources, by path.
    var experiments: [String: String] {
        book.sections.reduce(into: [:]) { experiments, section in
            for study in section.studies {
                experiments[study.path] = try? sources.study(study, in: section.section.module).experiment
            }
        }
    }

    /// The same tool for `book`, made from other sources.
    func showing(_ book: Book, made sources: SourceDigests) -> BookTool {
        BookTool(
            book: book, sources: sources, console: console, workingDirectory: workingDirectory, renderers: renderers)
    }

    /// The same tool, saying nothing.
    var silent: BookTool {
        BookTool(
            book: book, sources: sources, console: .silent, workingDirectory: workingDirectory, renderers: renderers)
    }

    /// The root that `path` names on the command line, or the nearest one from the working directory upwards.
    func root(_ path: String?) throws -> BookRoot {
        try BookRoot(named: path, from: workingDirectory, of: book)
    }

    /// The store of the book at `root`; what is wrong in it is told.
    func store(of root: BookRoot) -> Store {
        Store(
            folder: root.store,
            reportDamage: { [console] entry in console.complain("warning: \(Wording.message(for: entry))") },
            reportObstacle: report(obstacle:))
    }

    @Sendable func report(obstacle: Obstacle) { console.complain("warning: \(Wording.message(for: obstacle))") }

    /// The folder that `path` names on the command line.
    func folder(_ path: String) -> URL {
        URL(filePath: path, directoryHint: .isDirectory, relativeTo: workingDirectory).absoluteURL
    }

    /// Runs the command that the process was started with, and ends the process.
    public func main() async -> Never {
        signal(SIGPIPE, SIG_IGN)
        StandardStream.occupyMissing()
        if let allowed = OpenFiles.shortage() {
            console.complain("error: \(Wording.message(for: ToolError.tooFewFiles(allowed, needed: OpenFiles.needed)))")
            exit(1)
        }
        if let allowed = AddressSpace.shortage() {
            let error = ToolError.tooLittleMemory(allowed, needed: ByteCount(AddressSpace.needed))
            console.complain("error: \(Wording.message(for: error))")
            exit(1)
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        Interruption.watch(console: console, command: ShellWords.line([CommandLine.arguments[0]] + arguments))
        exit(await run(arguments))
    }

    /// Runs one command; returns its exit code: 64 where the command line makes no sense, 1 where something else is wrong.
    public func run(_ arguments: [String]) async -> Int32 {
        let code = await BookTool.$current.withValue(self) { await answer(arguments) }
        switch console.outputFailure() {
        case nil: return code
        // As if the signal had ended the process that says so; there is nobody to tell.
        case .nobodyReads: return 128 + SIGPIPE
        case .write(let errno):
            console.complain("error: Can't write the output: \(String(cString: strerror(errno))).")
            return code == 0 ? 1 : code
        }
    }

    private func answer(_ arguments: [String]) async -> Int32 {
        do {
            if let topic = try Topic.asked(by: arguments) {
                console.print(topic.text(for: book))
                return 0
            }
            if arguments == ["--version"] {
                console.print(version)
                return 0
            }
            if arguments == ["--generate-man-page"] {
                console.print(try ManualPage(of: self).text)
                return 0
            }
            try CommandNames.check(arguments)
            var command = try RootCommand.parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return 0
        } catch let code as ExitCode {
            return code.rawValue
        } catch let error where RootCommand.exitCode(for: error) == .success {
            console.print(RootCommand.fullMessage(for: error))
            return 0
        } catch let error where RootCommand.exitCode(for: error) == .validationFailure {
            console.complain("error: \(RootCommand.message(for: error))\n\(CommandNames.hint(for: arguments))")
            return ExitCode.validationFailure.rawValue
        } catch {
            console.complain(Wording.report(error))
            return Wording.isUsage(error) ? ExitCode.validationFailure.rawValue : 1
        }
    }
}

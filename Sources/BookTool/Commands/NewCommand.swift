import ArgumentParser
import Foundation
import Notebook

/// `regbook new`: a book, a section or a study to begin with.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a book, a section or a study that builds, to begin with.",
        subcommands: [NewBook.self, NewSection.self, NewStudy.self])
}

/// `regbook new book NAME`
struct NewBook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book", abstract: "Writes the package of a book with one section into a new folder.")

    @Argument(
        help: ArgumentHelp(
            "The book's name, such as 'interpolation'; a folder of that name is made.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The folder or the address of the package that holds BookTool.", valueName: "package"))
    var from: String

    func run() throws {
        var starter = try Starter(section: "averages", study: "sampling")
        let root = tool.folder(name)
        guard !FileManager.default.fileExists(atPath: root.path(percentEncoded: false)) else {
            throw ToolError.hasOwnFile(name)
        }
        let files = try starter.book(name, dependency: dependency)
        _ = try Growth(root: root).write(files)
        tool.console.print(
            """
            \(name) is a book of one section. To build it, to read it, and to test it:
              cd \(ShellWords.line([name])) && swift run -c release \(name) build
              output/index.html
              swift test -c release --disable-testable-imports
            """)
    }

    /// How the manifest of the book names this package, from its own folder.
    private func dependency() throws -> String {
        guard !from.contains("://") else { return ".package(url: \(from.debugDescription), branch: \"main\")" }
        let folder = tool.folder(from)
        guard
            FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path(percentEncoded: false))
        else { throw ToolError.noPackage(from) }
        let path = from.hasPrefix("/") ? from : "../\(from)"
        return ".package(name: \"regbook\", path: \(path.debugDescription))"
    }
}

/// `regbook new section SLUG`
struct NewSection: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "section",
        abstract: "Adds a section: its module, prose and test, and its lines in package and book.")

    @Argument(help: ArgumentHelp("The section's slug, such as 'early-stopping'.", valueName: "slug"))
    var slug: String

    @Option(help: ArgumentHelp("The name of its first study.", valueName: "name"))
    var study = "sampling"

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    func run() throws {
        let starter = try Starter(section: slug, study: study)
        let root = try tool.root(root)
        guard tool.book.section(slug) == nil else { throw ToolError.hasOwnFile(slug) }
        let place = (tool.book.chapters.last?.sections.count ?? 0) + 1
        let main = tool.sources.folders[tool.book.name] ?? "Sources/\(tool.book.name)"
        let missing = try Growth(root: root.url).write(
            starter.section, inserting: starter.linesOfSection(main: "\(main)/main.swift", place: place))
        tell(starter.section, missing)
        tool.console.print("Its prose is an example, to be replaced. 'swift build -c release' compiles the section.")
    }
}

/// `regbook new study SECTION/STUDY`
struct NewStudy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: "Adds a study to a section: what it measures and what it shows.")

    @Argument(help: ArgumentHelp("The section's slug and the study's name.", valueName: "section/study"))
    var path: String

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    func run() throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw ToolError.noStudyPath(path) }
        let starter = try Starter(section: parts[0], study: parts[1], isNewSection: false)
        let growth = Growth(root: try tool.root(root).url)
        // A section that was added just now is not compiled yet.
        guard tool.book.section(parts[0]) != nil || growth.holds(starter.folder) else {
            throw ToolError.unknownSection(parts[0], known: tool.book.sections.map(\.info.slug))
        }
        let missing = try growth.write(starter.study, inserting: starter.linesOfStudy)
        tell(starter.study, missing)
        tool.console.print(
            "To show it, add to templates/\(parts[0]).md: {{\(parts[1]):slope}}, "
                + "![A caption.](figure:\(parts[1])-error) and [](claim:\(parts[0])-\(parts[1])). "
                + "'swift build -c release' compiles the study.")
    }
}

extension ParsableCommand {
    /// Tells which files are written, and which lines a reader has to add.
    fileprivate func tell(_ files: [Starter.File], _ missing: [Starter.Insertion]) {
        for file in files { tool.console.print("Written: \(file.path)") }
        for insertion in missing {
            tool.console.print("Add to \(insertion.path): \(insertion.line)")
        }
    }
}

import ArgumentParser
import Foundation
import Report

/// `regbook eject`: copies a built-in layout, style sheet or script into the book, whose own file then takes its place.
struct EjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eject",
        abstract: "Copies a built-in layout, style sheet or script into the book, to be changed there.",
        discussion: "Without a name it lists what is built in. A build warns when the built-in file has changed since.")

    @Argument(
        help: ArgumentHelp("The file to copy.", valueName: "name"),
        completion: .list(BuiltInFile.all.map(\.name)))
    var name: String?

    @Flag(help: "Prints the built-in file instead of copying it.")
    var print = false

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    func run() throws {
        let root = try tool.root(root)
        guard let name else { return list(root) }
        guard let file = BuiltInFile.named(name) else {
            throw ToolError.unknownBuiltIn(name, known: BuiltInFile.all.map(\.name))
        }
        if print { return tool.console.print(file.copy.hasSuffix("\n") ? String(file.copy.dropLast()) : file.copy) }
        let url = root.templates.appending(path: file.path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        do {
            try Data(file.copy.utf8).write(to: url, options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw ToolError.hasOwnFile("templates/\(file.path)")
        }
        tool.console.print("templates/\(file.path) now stands in for the built-in \(name). Remove it to go back.")
    }

    private func list(_ root: BookRoot) {
        for file in BuiltInFile.all {
            let isOwn = FileManager.default.fileExists(
                atPath: root.templates.appending(path: file.path).path(percentEncoded: false))
            tool.console.print(file.name + (isOwn ? "  replaced by templates/\(file.path)" : ""))
        }
    }
}

import ArgumentParser
import Foundation
import Notebook

/// `regbook data`: what belongs to data sets.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Lists the book's data sets and checks their files, or fetches them.",
        subcommands: [DataCheckCommand.self, FetchCommand.self], defaultSubcommand: DataCheckCommand.self)
}

/// `regbook data check`: what the book reads, whose it is, and whether its files are those that the book declares.
struct DataCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists the book's data sets and checks their files.",
        discussion: "Fails where a file that a study needs is missing, or is another than the book declares.")

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    func run() throws {
        let root = try tool.root(root)
        if tool.book.data.isEmpty { return tool.console.print("This book reads no data.") }
        var isWhole = true
        for set in tool.book.data {
            tool.console.print("\(set.name)  \(set.title); \(set.licence)")
            let folder = DataFolder(root.data.appending(path: set.name, directoryHint: .isDirectory))
            for file in set.files {
                do {
                    let isThere = try folder.holds(file)
                    if !isThere && !set.canDoWithout { isWhole = false }
                    tool.console.print("  \(isThere ? "there  " : "missing")  \(file.name)\(isThere ? "" : mend(set))")
                } catch let error as FetchError {
                    isWhole = false
                    tool.console.print("  damaged  \(file.name)")
                    tool.console.complain("error: \(Wording.message(for: error))")
                }
            }
        }
        if !isWhole { throw ExitCode.failure }
    }

    private func mend(_ set: DataSet) -> String {
        set.addresses.isEmpty
            ? "; it comes with the book: put it back" : "; '\(tool.book.name) data fetch \(set.name)' fetches it"
    }
}

extension DataSet {
    /// Whether the book can be built without its files.
    fileprivate var canDoWithout: Bool {
        if case .images(_, .some) = contents { true } else { false }
    }
}

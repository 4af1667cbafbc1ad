import ArgumentParser
import Foundation
import Notebook

/// `regbook data fetch`: loads the files of a data set from the web.
struct FetchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Fetches a data set, and checks what it got.",
        discussion: """
            Files that are there already stay; a download that was cut goes on where it ended. A file gets its name only when \
            the SHA-256 of its unpacked bytes is right. Addresses may also stand in the settings, as a list under the data \
            set's name.
            """)

    @Argument(help: ArgumentHelp("The data set, as 'data' lists it.", valueName: "set"), completion: .dataSets)
    var set: String

    @Option(
        help: ArgumentHelp("The folder to fetch into; by default 'data' and the set's name.", valueName: "folder"),
        completion: .directory)
    var into: String?

    @Option(
        help: ArgumentHelp(
            "A folder on the web that holds the files; several are tried in order.", valueName: "address"))
    var from: [String] = []

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    @Flag(name: .shortAndLong, help: "Says nothing unless something is wrong.")
    var quiet = false

    func run() throws {
        guard let wanted = tool.book.data.first(where: { $0.name == set }) else {
            throw FetchError.unknownSet(set, known: tool.book.data.map(\.name))
        }
        let root = try tool.root(root)
        let folder = into.map(tool.folder) ?? root.data.appending(path: set, directoryHint: .isDirectory)
        let addresses = from.isEmpty ? root.settings.addresses[set] ?? wanted.addresses : from
        guard !addresses.isEmpty else { throw FetchError.noAddress(set: set) }
        let fetcher = try Fetcher(
            set, from: addresses, into: folder, progress: FetchProgress(console: tool.console, quiet: quiet))
        for file in wanted.files {
            switch try fetcher.fetch(file) {
            case .wasThere: say("there     \(file.name)")
            case .fetched(let bytes, let address): say("fetched   \(file.fetchedName)  \(bytes) bytes from \(address)")
            }
        }
        guard wanted.isImages else { return }
        say(
            "To build with it: "
                + ShellWords.line(
                    [BookTool.name, "build", "--profile", "full", "--data", folder.path(percentEncoded: false)]))
    }

    private func say(_ line: String) {
        if !quiet { tool.console.print(line) }
    }
}

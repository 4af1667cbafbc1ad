import ArgumentParser
import Build
import Foundation

/// `regbook clean`: what the store holds, and how to be rid of it.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Lists what the store holds, and removes what is old.")

    @Option(
        help: ArgumentHelp("Removes entries that were written more than so many days ago.", valueName: "days"))
    var olderThan: Double?

    @Option(
        help: ArgumentHelp("Removes the oldest entries until the store holds no more, such as 500M.", valueName: "size")
    )
    var downTo: String?

    @Flag(help: "Removes everything that is stored; the report stays.")
    var all = false

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"))
    var root: String?

    func run() throws {
        let root = try BookRoot(named: root, from: tool.workingDirectory)
        let store = Store(folder: root.store)
        let census = try StoreCensus(store)
        for kind in EntryKind.allCases {
            let entries = census.entries.filter { $0.kind == kind }
            let oldest = entries.map(\.age).max().map { ", the oldest \(Self.days($0)) old" } ?? ""
            tool.console.print("\(kind.rawValue): \(entries.count) entries, \(Self.size(entries))\(oldest)")
        }
        guard all || olderThan != nil || downTo != nil else {
            tool.console.print("To remove them: --older-than with a number of days, --down-to with a size, or --all.")
            return
        }
        let days = olderThan.map { $0 * 86400 } ?? .infinity
        let limit = try downTo.map { try ByteCount($0).bytes } ?? .max
        let removed = try census.remove(all: all, olderThan: days, downTo: Int64(limit))
        try store.removeAbandonedWrites()
        tool.console.print("Removed \(removed.count) entries, \(Self.size(removed)).")
    }

    private static func size(_ entries: [StoreCensus.Entry]) -> String {
        ByteCount(Int(entries.reduce(0) { $0 + $1.size })).description
    }

    private static func days(_ seconds: Double) -> String {
        seconds < 86400 ? "less than a day" : "\(Int(seconds / 86400)) days"
    }
}

import ArgumentParser
import Build
import Foundation

/// `regbook clean`: what the store holds, and how to remove it.
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

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    func run() throws {
        let days = try olderThan.map(Self.seconds) ?? .infinity
        let limit = try downTo.map { try ByteCount($0).bytes } ?? .max
        let root = try tool.root(root)
        let store = tool.store(of: root)
        try store.prepare()
        let census = try StoreCensus(store)
        for kind in StoreCensus.Kind.allCases {
            let entries = census.entries.filter { $0.kind == kind }
            let oldest = entries.map(\.age).max().map { ", the oldest \(Self.days($0)) old" } ?? ""
            tool.console.print("\(Self.name(kind)): \(Self.count(entries, of: kind)), \(Self.size(entries))\(oldest)")
        }
        guard all || olderThan != nil || downTo != nil else {
            tool.console.print("To remove them: --older-than with a number of days, --down-to with a size, or --all.")
            return
        }
        let removed = try census.remove(all: all, olderThan: days, downTo: Int64(limit))
        tool.console.print("Removed \(removed.count) entries, \(Self.size(removed)).")
    }

    /// A number of days on the command line, in seconds.
    private static func seconds(_ days: Double) throws -> Double {
        guard days.isFinite, days >= 0 else { throw ToolError.wrongDays("\(days)") }
        return days * 86_400
    }

    private static func name(_ kind: StoreCensus.Kind) -> String {
        switch kind {
        case .previous: "replaced reports"
        case .work: "rounds, programs, data and checkpoints"
        default: kind.rawValue
        }
    }

    private static func count(_ entries: [StoreCensus.Entry], of kind: StoreCensus.Kind) -> String {
        kind == .previous || kind == .work ? "\(entries.count)" : "\(entries.count) entries"
    }

    private static func size(_ entries: [StoreCensus.Entry]) -> String {
        ByteCount(entries.reduce(0) { $0.addingReportingOverflow(Int($1.size)).partialValue }).description
    }

    private static func days(_ seconds: Double) -> String {
        seconds < 86400 ? "less than a day" : "\(Int(min(seconds / 86400, 1e9))) days"
    }
}

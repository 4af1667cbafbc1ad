import Foundation
import Hashing

/// The rounds of one build that an engine runs: each is a list of work that was submitted once. They lie in the store, so that
/// whoever takes up the build, on whatever machine, finds them.
public struct Rounds: Sendable {
    private let folder: String

    /// - Parameter plan: what the lists of the build have in common.
    public init(of plan: String, in store: Store) {
        folder = "\(store.path)/rounds/\(plan.prefix(16))"
    }

    /// All that were ever claimed and not removed, the oldest first.
    public func all() throws -> [Round] {
        try FileSystem.names(in: folder).compactMap { Int($0) }.sorted().map {
            Round(number: $0, folder: "\(folder)/\($0)")
        }
    }

    /// The next round after `number`; nil when another build has just claimed it.
    public func claim(after number: Int) throws -> Round? {
        try FileSystem.createFolder(folder)
        let round = Round(number: number + 1, folder: "\(folder)/\(number + 1)")
        return try FileSystem.claimFolder(round.folder) ? round : nil
    }

    /// Removes them, once nothing is left to do. Another driver may do so at the same time, and on a network file system each then
    /// sees the other's files as still there: what one leaves, the other removes.
    public func remove() throws {
        do { try FileSystem.remove(folder) } catch .file(_, _, ENOTEMPTY) {}
    }
}

/// One submission of work: the folder of its list, of the workers' journals and logs, and of what the engine answered.
public struct Round: Sendable {
    public let number: Int
    public let folder: String

    /// The list of work.
    public var list: String { "\(folder)/items.json" }
    private var receipt: String { "\(folder)/submitted.json" }

    /// Where the engine keeps what batch `batch` writes: a file of the batch's number, which may be written as the sum of a job
    /// array's first batch and the place in the array.
    public func log(of batch: Int) throws -> String {
        let names = try FileSystem.names(in: folder).filter { $0.hasSuffix(".log") }
        let name = names.first { name in
            let parts = name.dropLast(4).split(separator: "+").map { Int($0) }
            return !parts.isEmpty
                && parts.reduce(0) { sum, part in part.flatMap { part in sum.map { $0 + part } } } == batch
        }
        return "\(folder)/\(name ?? "\(batch).log")"
    }

    /// Puts the list there.
    public func keep(_ list: WorkList) throws { try create(list.json, at: self.list) }

    /// The list, and the digest of its bytes; nil before it is there.
    public func work() throws -> (list: WorkList, digest: String)? {
        guard let data = try FileSystem.contents(of: list, followsLinks: false), let list = WorkList(json: data) else {
            return nil
        }
        return (list, Digest(of: data).hex)
    }

    /// Notes under which names the engine has taken the batches.
    public func keep(submitted names: [String]) throws {
        try create(JSONEncoder().encode(names), at: receipt)
    }

    /// Whether the engine has taken it.
    public func isSubmitted() throws -> Bool {
        try FileSystem.contents(of: receipt, followsLinks: false) != nil
    }

    /// Writes a file that belongs to the round.
    public func create(_ data: Data, at path: String) throws {
        let temporary = "\(path).\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try FileSystem.write(data, to: path, through: temporary)
    }

    /// Gives it up before anything was submitted.
    public func remove() throws { try FileSystem.remove(folder) }

    /// What the worker of batch `batch` noted.
    public func events(of batch: Int) throws -> [Journal.Event] { try Journal.events(of: batch, besides: list) }

    /// The last lines of what batch `batch` wrote; empty when it wrote nothing.
    public func tail(ofLog batch: Int, lines: Int = 20) throws -> String {
        guard let data = try FileSystem.contents(of: try log(of: batch), followsLinks: false) else { return "" }
        return String(decoding: data.suffix(1 << 14), as: UTF8.self).split(separator: "\n").suffix(lines)
            .joined(separator: "\n")
    }
}

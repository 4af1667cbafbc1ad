import Foundation
import Synchronization

/// What a worker writes of its batch, a line of JSON an event, beside the list of work: which items it began, ended or failed,
/// and where. Each worker appends to a file of its own.
public final class Journal: BatchJournal {
    /// One line.
    public struct Event: Codable, Sendable, Equatable {
        public enum What: String, Codable, Sendable { case began, ended, failed, refused }
        public let what: What
        /// The item's key; nil where a worker refused the whole batch.
        public var key: String?
        /// How long the item took.
        public var seconds: Double?
        /// Why it failed.
        public var message: String?
        /// The machine's name.
        public let host: String
    }

    private let path: String
    private let descriptor: Mutex<Int32>
    private let describe: @Sendable (any Error) -> String

    /// This machine's name.
    public static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Opens or goes on with the journal of batch `batch` of the list at `list`.
    ///
    /// - Parameter describe: what a reader is told of an error.
    public init(
        of batch: Int, besides list: String, describe: @escaping @Sendable (any Error) -> String
    ) throws(BuildError) {
        path = Self.path(of: batch, besides: list)
        let opened = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard opened >= 0 else { throw .file(.write, path: path, code: errno) }
        descriptor = Mutex(opened)
        self.describe = describe
    }

    deinit { descriptor.withLock { _ = close($0) } }

    static func path(of batch: Int, besides list: String) -> String {
        "\((list as NSString).deletingLastPathComponent)/\(batch).journal"
    }

    public func began(_ item: PendingItem) throws { try write(.began, item.key) }

    public func ended(_ item: PendingItem, seconds: Double) throws { try write(.ended, item.key, seconds: seconds) }

    public func failed(_ item: PendingItem, _ error: any Error) throws {
        try write(.failed, item.key, message: "\(item.study), \(item.stage): \(describe(error))")
    }

    /// Notes that this machine can't compute the batch, and why.
    public func refused(_ message: String) throws { try write(.refused, nil, message: message) }

    private func write(
        _ what: Event.What, _ key: String?, seconds: Double? = nil, message: String? = nil
    ) throws {
        let event = Event(what: what, key: key, seconds: seconds, message: message, host: Self.host)
        let line = try JSONEncoder().encode(event) + Data("\n".utf8)
        let code = descriptor.withLock { descriptor in
            line.withUnsafeBytes { FileSystem.writeAll($0, to: descriptor) }
        }
        guard code == 0 else { throw BuildError.file(.write, path: path, code: code) }
    }

    /// The events of batch `batch` of the list at `list`, none when it never began; half a line at the end is none yet.
    public static func events(of batch: Int, besides list: String) throws -> [Event] {
        guard let data = try FileSystem.contents(of: path(of: batch, besides: list), followsLinks: false) else {
            return []
        }
        return data.split(separator: UInt8(ascii: "\n")).compactMap { line in
            do { return try JSONDecoder().decode(Event.self, from: Data(line)) } catch { return nil }
        }
    }
}

import Foundation
import Notebook

/// Fetches the files of a data set into a folder. What is there already stays, what was cut goes on where it ended, and a file
/// gets its name only when its checksum is right.
struct Fetcher {
    private let set: String
    let addresses: [String]
    private let folder: DataFolder
    let curl: Curl
    let progress: FetchProgress

    /// What was done about one file.
    enum Result: Equatable {
        case wasThere
        case fetched(bytes: Int, address: String)
    }

    /// Times that one address is asked for the rest of a file that was cut.
    private static let attempts = 20

    /// - Throws: `FetchError` for an address that is none, or without curl.
    init(_ set: String, from addresses: [String], into folder: URL, progress: FetchProgress) throws {
        for address in addresses {
            guard let parts = URLComponents(string: address), ["http", "https"].contains(parts.scheme),
                parts.host?.isEmpty == false, parts.query == nil, parts.fragment == nil
            else { throw FetchError.wrongAddress(address) }
        }
        guard let curl = Curl() else { throw FetchError.programMissing }
        self.set = set
        self.addresses = addresses
        self.folder = DataFolder(folder)
        self.curl = curl
        self.progress = progress
    }

    /// Fetches one file.
    ///
    /// - Throws: `FetchError`, or what is wrong with the folder.
    func fetch(_ file: DataSet.File) throws -> Result {
        if try folder.holds(file) { return .wasThere }
        try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
        let part = try PartFile(folder.path(file.fetchedName + ".part")) { progress.waits(for: file.fetchedName) }
        defer { part.removeIfEmpty() }
        // While this one waited, another may have done it.
        if try folder.holds(file) { return .wasThere }
        var failures: [FetchError.Attempt] = []
        for address in addresses {
            let full = (address.hasSuffix("/") ? address : address + "/") + file.fetchedName
            let reason = try progress.during(file.fetchedName, from: address, at: part.path) {
                try load(full, into: part, checksum: file.checksum)
            }
            guard let reason else {
                let bytes = part.size
                try part.settle(as: folder.path(file.fetchedName))
                return .fetched(bytes: bytes, address: address)
            }
            failures.append(.init(address: full, reason: reason))
        }
        throw FetchError.unavailable(
            file: file.fetchedName, set: set, attempts: failures, kept: part.size > 0 ? part.path : nil)
    }

    /// Loads `address` into `part` until its checksum is right; returns the reason when that can't be.
    private func load(_ address: String, into part: PartFile, checksum expected: String) throws -> String? {
        var resumed = part.size
        // Bytes that stand there may have come from elsewhere; then it is once more from the start.
        var mayRestart = resumed > 0
        var reason = "the connection is cut again and again"
        for _ in 0..<Self.attempts {
            switch curl.load(address, into: part.path) {
            case .done:
                let found = try DataFolder.checksum(of: part.path)
                if found == .sum(expected) { return nil }
                try part.empty()
                reason =
                    found?.text.map { "holds another file: its unpacked SHA-256 is \($0), not \(expected)" }
                    ?? "what it holds can't be unpacked"
                guard mayRestart else { return reason }
                (mayRestart, resumed) = (false, 0)
            case .cannotResume:
                guard part.size > 0 else { return "the server answers 416" }
                if try DataFolder.checksum(of: part.path) == .sum(expected) { return nil }
                try part.empty()
                (mayRestart, resumed) = (false, 0)
            case .cannotWrite:
                throw FetchError.cannotWrite(path: part.path, code: nil)
            case .failed(let why):
                reason = why
                let arrived = part.size
                // Full to its limit it is of no use to the next attempt.
                if arrived >= Curl.sizeLimit { try part.empty() }
                guard arrived > resumed, arrived < Curl.sizeLimit else { return reason }
                resumed = arrived
            }
        }
        return reason
    }
}

import Build
import Foundation
import Hashing
import Learning

/// Fetches the files of a data set into a folder. What is there already stays, what was cut goes on where it ended, and a file
/// gets its name only when its checksum is right.
struct Fetcher {
    let addresses: [String]
    let folder: URL
    let curl: Curl
    let progress: FetchProgress

    /// What was done about one file.
    enum Result: Equatable {
        case wasThere
        case fetched(bytes: Int, address: String)
    }

    /// Times that one address is asked for the rest of a file that was cut.
    private static let attempts = 20
    /// Bytes of the largest file once it is unpacked: no more are unpacked to learn their checksum.
    private static let unpackedLimit = 1 << 26

    /// - Throws: `FetchError` for an address that is none, or without curl.
    init(from addresses: [String], into folder: URL, progress: FetchProgress) throws {
        for address in addresses {
            guard let parts = URLComponents(string: address), ["http", "https"].contains(parts.scheme),
                parts.host?.isEmpty == false, parts.query == nil, parts.fragment == nil
            else { throw FetchError.wrongAddress(address) }
        }
        guard let curl = Curl() else { throw FetchError.programMissing }
        self.addresses = addresses
        self.folder = folder
        self.curl = curl
        self.progress = progress
    }

    /// Fetches one file.
    ///
    /// - Throws: `FetchError`, or what is wrong with the folder.
    func fetch(_ file: FetchableSet.File) throws -> Result {
        if try isThere(file) { return .wasThere }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let part = try PartFile(path(file.packedName + ".part")) { progress.waits(for: file.packedName) }
        defer { part.removeIfEmpty() }
        // While this one waited, another may have done it.
        if try isThere(file) { return .wasThere }
        var failures: [FetchError.Attempt] = []
        for address in addresses {
            let full = (address.hasSuffix("/") ? address : address + "/") + file.packedName
            let reason = try progress.during(file.packedName, from: address, at: part.path) {
                try load(full, into: part, checksum: file.checksum)
            }
            guard let reason else {
                let bytes = part.size
                try part.settle(as: path(file.packedName))
                return .fetched(bytes: bytes, address: address)
            }
            failures.append(.init(address: full, reason: reason))
        }
        throw FetchError.unavailable(
            file: file.packedName, attempts: failures, kept: part.size > 0 ? part.path : nil)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    /// Whether the file is there, packed or not.
    ///
    /// - Throws: `FetchError.otherFile` when another is.
    private func isThere(_ file: FetchableSet.File) throws -> Bool {
        for name in [file.name, file.packedName] {
            guard let found = try checksum(of: path(name)) else { continue }
            guard found == .sum(file.checksum) else {
                throw FetchError.otherFile(path: path(name), found: found.text, expected: file.checksum)
            }
            return true
        }
        return false
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
                let found = try checksum(of: part.path)
                if found == .sum(expected) { return nil }
                try part.empty()
                reason =
                    found?.text.map { "holds another file: its unpacked SHA-256 is \($0), not \(expected)" }
                    ?? "what it holds can't be unpacked"
                guard mayRestart else { return reason }
                (mayRestart, resumed) = (false, 0)
            case .cannotResume:
                guard part.size > 0 else { return "the server answers 416" }
                if try checksum(of: part.path) == .sum(expected) { return nil }
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

    /// What a file's unpacked bytes are.
    private enum Checksum: Equatable {
        case sum(String)
        /// They can't be unpacked, or are more than any file of a data set holds.
        case none

        var text: String? { if case .sum(let text) = self { text } else { nil } }
    }

    /// SHA-256 of the unpacked bytes of the file at `path`; nil where there is none.
    private func checksum(of path: String) throws -> Checksum? {
        guard let data = try InputFiles.contents(of: URL(filePath: path)) else { return nil }
        let bytes = [UInt8](data)
        guard Gzip.isCompressed(bytes) else { return .sum(Digest(of: bytes).hex) }
        do {
            let name = URL(filePath: path).lastPathComponent
            return .sum(Digest(of: try Gzip.unpack(bytes, name: name, limit: Self.unpackedLimit)).hex)
        } catch LearningError.dataFile {
            return Checksum.none
        }
    }
}

import Foundation
import Hashing
import Learning

/// Fetches the files of a data set into a folder. What is there already stays, what was cut goes on where it ended, and a file
/// gets its name only when its checksum is right.
struct Fetcher {
    let addresses: [String]
    let folder: URL
    let curl: Curl

    /// What was done about one file.
    enum Result: Equatable {
        case wasThere
        case fetched(bytes: Int, address: String)
    }

    /// Times that one address is asked for the rest of a file that was cut.
    private static let attempts = 20

    /// - Throws: `FetchError` for an address that is none, or without curl.
    init(from addresses: [String], into folder: URL) throws {
        for address in addresses {
            guard let parts = URLComponents(string: address), ["http", "https"].contains(parts.scheme),
                parts.host?.isEmpty == false, parts.query == nil, parts.fragment == nil
            else { throw FetchError.wrongAddress(address) }
        }
        guard let curl = Curl() else { throw FetchError.programMissing }
        self.addresses = addresses
        self.folder = folder
        self.curl = curl
    }

    /// Fetches one file.
    ///
    /// - Throws: `FetchError`, or what is wrong with the folder.
    func fetch(_ file: FetchableSet.File) throws -> Result {
        for name in [file.name, file.packedName] {
            let path = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: path.path(percentEncoded: false)) else { continue }
            let found = try checksum(of: path)
            guard found == file.checksum else {
                throw FetchError.otherFile(
                    path: path.path(percentEncoded: false), found: found, expected: file.checksum)
            }
            return .wasThere
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let part = folder.appending(path: file.packedName + ".part")
        var failures: [FetchError.Attempt] = []
        for address in addresses {
            let full = (address.hasSuffix("/") ? address : address + "/") + file.packedName
            let reason = try load(full, into: part, checksum: file.checksum)
            guard let reason else {
                let bytes = size(of: part)
                try settle(part, as: folder.appending(path: file.packedName))
                return .fetched(bytes: bytes, address: address)
            }
            failures.append(.init(address: full, reason: reason))
        }
        let kept = size(of: part) > 0 ? part.path(percentEncoded: false) : nil
        throw FetchError.unavailable(file: file.packedName, attempts: failures, kept: kept)
    }

    /// Loads `address` into `part` until its checksum is right; returns the reason when that can't be.
    private func load(_ address: String, into part: URL, checksum expected: String) throws -> String? {
        var resumed = size(of: part)
        // Bytes that stand there may have come from elsewhere; then it is once more from the start.
        var mayRestart = resumed > 0
        var reason = "the connection is cut again and again"
        for _ in 0..<Self.attempts {
            switch curl.load(address, into: part) {
            case .done:
                let found = try checksum(of: part)
                if found == expected { return nil }
                try remove(part)
                reason =
                    found.map { "holds another file: its unpacked SHA-256 is \($0), not \(expected)" }
                    ?? "what it holds can't be unpacked"
                guard mayRestart else { return reason }
                (mayRestart, resumed) = (false, 0)
            case .cannotResume:
                guard size(of: part) > 0 else { return "the server answers 416" }
                if try checksum(of: part) == expected { return nil }
                try remove(part)
                (mayRestart, resumed) = (false, 0)
            case .failed(let why):
                reason = why
                let arrived = size(of: part)
                guard arrived > resumed else { return reason }
                resumed = arrived
            }
        }
        return reason
    }

    /// Gives the whole file its name, once its bytes are on the disk.
    private func settle(_ part: URL, as target: URL) throws {
        let handle = try FileHandle(forUpdating: part)
        try handle.synchronize()
        try handle.close()
        guard rename(part.path(percentEncoded: false), target.path(percentEncoded: false)) == 0 else {
            throw CocoaError(
                .fileWriteUnknown,
                userInfo: [
                    NSFilePathErrorKey: target.path(percentEncoded: false),
                    NSUnderlyingErrorKey: POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO),
                ])
        }
    }

    /// SHA-256 of the unpacked bytes of `file`; nil when they can't be unpacked.
    private func checksum(of file: URL) throws -> String? {
        let bytes = [UInt8](try Data(contentsOf: file))
        guard Gzip.isCompressed(bytes) else { return Digest(of: bytes).hex }
        do {
            return Digest(of: try Gzip.unpack(bytes, name: file.lastPathComponent)).hex
        } catch LearningError.dataFile {
            return nil
        }
    }

    private func size(of file: URL) -> Int {
        var status = stat()
        return stat(file.path(percentEncoded: false), &status) == 0 ? Int(status.st_size) : 0
    }

    private func remove(_ file: URL) throws {
        if FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
            try FileManager.default.removeItem(at: file)
        }
    }
}

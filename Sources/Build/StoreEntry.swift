import Foundation
import Hashing

/// The form of a stored entry: a line with the payload's checksum and length, then the payload.
///
/// The checksum covers kind and key too, so that an entry under a wrong name is noticed as well.
enum StoreEntry {
    private static let magic = "regbook-entry 1"

    static func encode(_ payload: Data, key: Digest, kind: EntryKind) -> Data {
        var entry = Data("\(magic) \(checksum(payload, key, kind)) \(payload.count)\n".utf8)
        entry.append(payload)
        return entry
    }

    /// The payload of `entry`, or nil when it is not what was written.
    static func decode(_ entry: Data, key: Digest, kind: EntryKind) -> Data? {
        guard let end = entry.prefix(256).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let payload = entry.suffix(from: end + 1)
        let header = "\(magic) \(checksum(payload, key, kind)) \(payload.count)"
        return entry.prefix(upTo: end).elementsEqual(header.utf8) ? Data(payload) : nil
    }

    private static func checksum(_ payload: Data, _ key: Digest, _ kind: EntryKind) -> Digest {
        var hasher = Digest.Hasher()
        hasher.update(field: kind.rawValue)
        hasher.update(key.bytes)
        hasher.update(payload)
        return hasher.finalize()
    }
}

import Foundation

/// A folder on a network file system that can be mounted without a kernel that knows NFS: sshfs, from a server on this machine.
final class NetworkFolder: Sendable {
    /// Holds the mounted folder, what it shows, and what the server needs.
    private let folder: URL

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/sshfs").path(
            percentEncoded: false)

    /// Whether it can be mounted.
    static let isMountable =
        EngineRun.isAskedFor && getuid() == 0
        && ["/usr/bin/sshfs", "/usr/sbin/sshd", "/dev/fuse"].allSatisfy { access("\($0)", R_OK) == 0 }

    /// What a test says where it can't.
    static let absence = "make engines runs it, as root and with sshfs: scripts/install-packages engines"

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "sshfs-\(UUID().uuidString.prefix(8))", directoryHint: .isDirectory)
        _ = try SlurmCluster.output([Self.script, "start", folder.path(percentEncoded: false)])
    }

    deinit {
        do {
            _ = try SlurmCluster.output([Self.script, "stop", folder.path(percentEncoded: false)])
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(folder.path): \(error)")
        }
    }

    /// Where it is mounted.
    var client: URL { folder.appending(path: "client", directoryHint: .isDirectory) }

    /// A program that mounts it anew in a mount namespace, with a connection and caches of its own.
    var mount: String { folder.appending(path: "mount").path(percentEncoded: false) }
}

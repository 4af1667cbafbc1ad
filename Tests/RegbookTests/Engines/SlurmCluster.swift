import Foundation

/// A Slurm cluster of a test's own, on this machine; it ends with the test.
final class SlurmCluster: Sendable {
    let folder: URL

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/slurm").path(
            percentEncoded: false)

    /// Whether its programs are installed, and may be started.
    static let isInstalled =
        EngineRun.isAskedFor && getuid() == 0
        && ["slurmctld", "slurmd", "munged", "sbatch"].allSatisfy { name in
            ["/usr/sbin", "/usr/bin"].contains { access("\($0)/\(name)", X_OK) == 0 }
        }

    /// Whether it keeps accounts, too.
    static let keepsAccounts =
        isInstalled && ["slurmdbd", "mariadbd"].allSatisfy { access("/usr/sbin/\($0)", X_OK) == 0 }

    /// What a test says where they are not.
    static let absence = "make engines runs it, as root and with Slurm: scripts/install-packages engines"

    /// - Parameter setup: a program that each node runs first, in a mount namespace of its own; nil for none.
    init(nodes: Int = 4, setup: String? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "slurm-\(UUID().uuidString.prefix(8))", directoryHint: .isDirectory)
        try run(["start", path, "\(nodes)"] + (setup.map { [$0] } ?? []))
    }

    deinit {
        do {
            try run("stop", path)
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(path): \(error)")
        }
    }

    private var path: String { folder.path(percentEncoded: false) }

    /// What a shell exports so that programs find the cluster.
    var exports: String { "export SLURM_CONF='\(path)slurm.conf'" }

    struct Failure: Error {
        let command: [String]
        let errors: String
    }

    private func run(_ words: String...) throws { try run(words) }

    private func run(_ words: [String]) throws { _ = try Self.output([Self.script] + words, [:]) }

    /// What one of Slurm's own programs prints.
    @discardableResult func ask(_ words: String...) throws -> String {
        try Self.output(["/usr/bin/env"] + words, ["SLURM_CONF": "\(path)slurm.conf"])
    }

    func killController() throws { try run("controller", "kill", path) }
    func startController() throws { try run("controller", "start", path) }
    func killAccounting() throws { try run("accounting", "kill", path) }
    func startAccounting() throws { try run("accounting", "start", path) }
    func killNode(_ number: Int) throws { try run("node", "kill", path, "\(number)") }
    func startNode(_ number: Int) throws { try run("node", "start", path, "\(number)") }

    var hasAccounting: Bool { FileManager.default.fileExists(atPath: "\(path)slurmdbd.pid") }

    /// What the program `words[0]` prints.
    static func output(_ words: [String], _ environment: [String: String] = [:]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Daemons keep what they inherit, so their streams are no pipes.
        let out = FileManager.default.temporaryDirectory.appending(path: "slurm-out-\(UUID().uuidString)")
        try Data().write(to: out)
        defer { unlink(out.path(percentEncoded: false)) }
        let handle = try FileHandle(forWritingTo: out)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let text = try String(contentsOf: out, encoding: .utf8)
        guard process.terminationStatus == 0 else { throw Failure(command: words, errors: text) }
        return text
    }
}

import Foundation

/// Runs curl, without a shell and without the user's settings, to load one address into a file.
struct Curl {
    let program: URL

    /// The largest file that is loaded, in bytes: more than three times MNIST's largest.
    private static let sizeLimit = 32 << 20
    /// Seconds that an address is given to answer, and that a download may stand still.
    private static let patience = 30

    /// How one attempt ended.
    enum Outcome: Equatable {
        case done
        /// The server can't go on where the file ends.
        case cannotResume
        case failed(String)
    }

    /// Looks for the program; nil when this machine has none.
    init?() {
        let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
        let candidates = path.split(separator: ":").map { "\($0)/curl" }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
        program = URL(filePath: found)
    }

    /// Loads `address` into `file`, going on after the bytes that stand there.
    func load(_ address: String, into file: URL) -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = [
            "--disable", "--silent", "--show-error", "--fail", "--location", "--max-redirs", "5",
            "--proto", "=http,https", "--proto-redir", "=http,https", "--connect-timeout", "\(Self.patience)",
            "--speed-limit", "1", "--speed-time", "\(Self.patience)", "--max-filesize", "\(Self.sizeLimit)",
            "--write-out", "%{http_code}", "--continue-at", "-", "--output", file.path(percentEncoded: false), "--",
            address,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        let (answer, complaint) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = answer
        process.standardError = complaint
        do {
            try process.run()
        } catch {
            return .failed(error.localizedDescription)
        }
        let text = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let code = String(decoding: answer.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Self.outcome(status: process.terminationStatus, code: code, complaint: text)
    }

    /// What curl's exit `status`, the server's answer `code` and the line on standard error mean.
    static func outcome(status: Int32, code: String, complaint: String) -> Outcome {
        switch (status, code) {
        case (0, _): return .done
        // 33: the server ignores ranges. 416: the file is as long as what it holds, or longer.
        case (33, _), (22, "416"): return .cannotResume
        case (22, _): return .failed("the server answers \(code)")
        default:
            let line = complaint.split(separator: "\n").first.map(String.init) ?? "curl ends with status \(status)"
            return .failed(line.replacing(#/^curl: \(\d+\) /#, with: ""))
        }
    }
}

import Foundation
import Report

/// Runs curl, without a shell and without the user's settings, to load one address into a file.
package struct Curl {
    let program: URL

    /// The largest file that is loaded, in bytes.
    static let sizeLimit = 32 << 20
    /// Seconds that an address is given to answer, and that a download may stand still.
    static let patience = 30

    /// How one attempt ended.
    package enum Outcome: Equatable {
        case done
        /// The server can't go on where the file ends.
        case cannotResume
        /// The file can't be written here, whatever the address.
        case cannotWrite
        case failed(String)
    }

    /// util-linux's program that bounds what another may write.
    private static let bound = "/usr/bin/prlimit"

    /// Looks for the program; nil when this machine has none.
    init?() {
        let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
        let candidates = path.split(separator: ":").map { "\($0)/curl" }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
        program = URL(filePath: found)
    }

    /// Loads `address` into the file at `path`, going on after the bytes that stand there.
    func load(_ address: String, into path: String) -> Outcome {
        var words = [
            program.path(percentEncoded: false), "--disable", "--silent", "--show-error", "--fail", "--location",
            "--max-redirs", "5", "--proto", "=http,https", "--proto-redir", "=http,https", "--connect-timeout",
            "\(Self.patience)", "--speed-limit", "1", "--speed-time", "\(Self.patience)", "--max-filesize",
            "\(Self.sizeLimit)", "--write-out", "%{http_code}", "--continue-at", "-", "--output", path, "--", address,
        ]
        // A body whose length the server does not tell has no end but this one.
        if access(Self.bound, X_OK) == 0 { words = [Self.bound, "--fsize=\(Self.sizeLimit)", "--"] + words }
        let environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        do {
            let outcome = try ChildProcess(
                URL(filePath: words[0]), Array(words.dropFirst()), environment: environment
            ).run()
            switch outcome.ending {
            case .exited(let status):
                return Self.outcome(
                    status: status, code: String(decoding: outcome.output, as: UTF8.self),
                    complaint: String(decoding: outcome.complaints, as: UTF8.self))
            case .killed(SIGXFSZ): return .failed("it sends more than \(Self.sizeLimit >> 20) MiB")
            case .killed(let signal): return .failed("curl was ended by signal \(signal)")
            case .timeIsUp: return .failed("curl has taken too long")
            }
        } catch {
            return .failed("curl can't be started: \(error)")
        }
    }

    /// What curl's exit `status`, the server's answer `code` and the line on standard error mean.
    package static func outcome(status: Int32, code: String, complaint: String) -> Outcome {
        switch (status, code) {
        case (0, _): return .done
        // 33: the server ignores ranges. 416: the file is as long as what it holds, or longer.
        case (33, _), (22, "416"): return .cannotResume
        case (22, _): return .failed("the server answers \(code)")
        case (23, _): return .cannotWrite
        default:
            let line = complaint.split(separator: "\n").first.map(String.init) ?? "curl ends with status \(status)"
            return .failed(line.replacing(#/^curl: \(\d+\) /#, with: ""))
        }
    }
}

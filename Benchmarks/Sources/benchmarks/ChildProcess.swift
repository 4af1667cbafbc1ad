import Foundation
import Glibc

/// A program that is waited for, started by the system's own call: Foundation's `Process` adds milliseconds to each run.
enum ChildProcess {
    /// Runs `program` with this process's environment; what it prints goes nowhere.
    ///
    /// - Parameter settings: what is added to that environment, as "NAME=value".
    /// - Returns: the most memory that it held, in megabytes.
    /// - Throws: `BuildBench.Failed` when it can't be started or ends otherwise than well.
    @discardableResult
    static func run(_ program: URL, _ arguments: [String], adding settings: [String] = []) throws -> Double {
        let path = program.path(percentEncoded: false)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let inherited = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        var environment = (inherited + settings).map { strdup($0) } + [nil]
        defer { for setting in environment { free(setting) } }
        var child = pid_t()
        let code = posix_spawn(&child, path, &actions, nil, &words, &environment)
        guard code == 0 else { throw BuildBench.Failed(description: "\(path): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw BuildBench.Failed(description: "\(path) was lost") }
        }
        guard status == 0 else { throw BuildBench.Failed(description: "'\(path)' ended with status \(status)") }
        return Double(usage.ru_maxrss) / 1024
    }
}

import CLinux
import Foundation
import Synchronization

/// A program that runs for this process and never outlives it.
///
/// It starts with a clean signal mask, in a process group of its own, with nothing to read. Whatever the group has left when the
/// program ends, or when its time is up, is killed; so is the program when this process ends in any way.
package struct ChildProcess: Sendable {
    let program: URL
    let arguments: [String]
    let environment: [String: String]
    let folder: URL?

    /// How a program ended.
    package enum Ending: Hashable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
        case timeIsUp
    }

    /// What became of a program, and what it wrote.
    package struct Outcome: Sendable {
        package let ending: Ending
        package let output: Data
        package let complaints: Data
    }

    /// The system's error for a program that can't be started.
    package struct Failure: Error, CustomStringConvertible {
        let code: Int32
        package var description: String { String(cString: strerror(code)) }
    }

    /// - Parameters:
    ///   - environment: all that the program finds in its environment.
    ///   - folder: where it works; nil for this process's own folder.
    package init(
        _ program: URL, _ arguments: [String],
        environment: [String: String] = ProcessInfo.processInfo.environment, in folder: URL? = nil
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
    }

    /// Runs the program and waits for its end, on the calling thread.
    ///
    /// - Parameters:
    ///   - limit: seconds after which it is killed.
    ///   - grace: seconds that it is given at the limit to say where it was, after an interrupt.
    ///   - isHeard: whether what it writes is gathered; else nobody sees it.
    ///   - stop: by which another thread may have it killed.
    package func run(
        limit: Double = .infinity, grace: Double = 0, isHeard: Bool = true, stop: Stop? = nil
    ) throws(Failure) -> Outcome {
        let output = isHeard ? try Listener() : nil
        let complaints = isHeard ? try Listener() : nil
        let process = try spawn(output: output?.writeEnd, complaints: complaints?.writeEnd)
        output?.closeWriteEnd()
        complaints?.closeWriteEnd()
        Self.running.withLock { _ = $0.insert(process) }
        stop?.started(process)
        let listeners = [output, complaints].compactMap { $0 }
        let isInTime = wait(for: process, until: limit, listening: listeners)
        if !isInTime, grace > 0 {
            kill(-process, SIGINT)
            _ = wait(for: process, until: grace, listening: listeners)
        }
        // The process is not reaped yet, so that the group is still its own.
        stop?.ended()
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        Self.running.withLock { _ = $0.remove(process) }
        let signal = status & 0x7F
        let ending: Ending =
            !isInTime ? .timeIsUp : signal != 0 ? .killed(signal: signal) : .exited((status >> 8) & 0xFF)
        return Outcome(
            ending: ending, output: output?.heard() ?? Data(), complaints: complaints?.heard() ?? Data())
    }

    /// Kills a program that another thread waits for, or the one that starts next.
    package final class Stop: Sendable {
        private let state = Mutex<(group: pid_t?, isAsked: Bool)>((nil, false))

        package init() {}

        /// Kills the program with all it has started; one that starts later ends at once.
        package func ask() {
            state.withLock { state in
                state.isAsked = true
                if let group = state.group { kill(-group, SIGKILL) }
            }
        }

        fileprivate func started(_ group: pid_t) {
            state.withLock { state in
                state.group = group
                if state.isAsked { kill(-group, SIGKILL) }
            }
        }

        fileprivate func ended() { state.withLock { $0.group = nil } }
    }

    /// The process groups that run now.
    private static let running = Mutex<Set<pid_t>>([])

    /// Kills every program that runs now with all it has started. For a process that is about to end.
    package static func killAll() {
        running.withLock { for group in $0 { kill(-group, SIGKILL) } }
    }

    /// util-linux's program that has the system kill another when the thread that started it ends.
    private static let tether = "/usr/bin/setpriv"

    private func spawn(output: Int32?, complaints: Int32?) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for (number, descriptor) in [(Int32(1), output), (2, complaints)] {
            if let descriptor {
                posix_spawn_file_actions_adddup2(&actions, descriptor, number)
            } else {
                posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
            }
        }
        if let folder { linux_spawn_in(&actions, folder.path(percentEncoded: false)) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let path = program.path(percentEncoded: false)
        guard access(path, X_OK) == 0 else { throw Failure(code: errno) }
        let isTethered = access(Self.tether, X_OK) == 0
        let words = (isTethered ? [Self.tether, "--pdeathsig", "KILL", "--"] : []) + [path] + arguments
        var process: pid_t = 0
        let code = Self.withPointers(words) { words in
            Self.withPointers(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawn(&process, isTethered ? Self.tether : path, &actions, &attributes, words, environment)
            }
        }
        guard code == 0 else { throw Failure(code: code) }
        return process
    }

    /// Waits until `process` ends and listens meanwhile; returns whether it ended in time.
    private func wait(for process: pid_t, until limit: Double, listening listeners: [Listener]) -> Bool {
        let end = linux_pidfd(process)
        defer { if end >= 0 { close(end) } }
        let start = ContinuousClock.now
        while true {
            let passed = (ContinuousClock.now - start) / .seconds(1)
            let left = limit.isFinite ? max(0, limit - passed) : -1
            if left == 0 { return false }
            var watched = ([end] + listeners.map(\.readEnd)).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&watched, nfds_t(watched.count), left < 0 ? -1 : Int32(min(left * 1000, 1e9)) + 1) > 0 else {
                continue
            }
            for (listener, state) in zip(listeners, watched.dropFirst()) where state.revents != 0 { listener.listen() }
            if watched[0].revents != 0 { return true }
        }
    }

    /// Calls `body` with `texts` as C has them: zeros at their ends and a null pointer after the last.
    private static func withPointers<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}

extension ChildProcess {
    /// Gathers what a program writes into a pipe.
    private final class Listener {
        private(set) var readEnd: Int32
        private(set) var writeEnd: Int32
        private var data = Data()

        init() throws(Failure) {
            var ends: [Int32] = [-1, -1]
            guard linux_pipe(&ends) == 0 else { throw Failure(code: errno) }
            (readEnd, writeEnd) = (ends[0], ends[1])
        }

        deinit {
            closeWriteEnd()
            if readEnd >= 0 { close(readEnd) }
        }

        func closeWriteEnd() {
            if writeEnd >= 0 { close(writeEnd) }
            writeEnd = -1
        }

        /// Takes what is there; stops listening when nobody can write any more.
        func listen() {
            guard readEnd >= 0 else { return }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(readEnd, &bytes, bytes.count)
            if count > 0 {
                data.append(contentsOf: bytes.prefix(count))
            } else if count == 0 || errno != EINTR {
                close(readEnd)
                readEnd = -1
            }
        }

        /// Everything, once all who write have ended.
        func heard() -> Data {
            while readEnd >= 0 { listen() }
            return data
        }
    }
}

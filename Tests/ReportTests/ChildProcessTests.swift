import Foundation
import Report
import Testing

@Suite struct ChildProcessTests {
    private static let shell = URL(filePath: "/bin/sh")

    @Test func whatAProgramWritesIsHeard() throws {
        let outcome = try ChildProcess(
            Self.shell, ["-c", "pwd; echo $A >&2; exit 3"], environment: ["A": "b"], in: URL(filePath: "/usr")
        ).run()
        #expect(outcome.ending == .exited(3))
        #expect(String(decoding: outcome.output, as: UTF8.self) == "/usr\n")
        #expect(String(decoding: outcome.complaints, as: UTF8.self) == "b\n")
    }

    @Test func muchOutputIsHeardWhole() throws {
        let outcome = try ChildProcess(Self.shell, ["-c", "head -c 1000000 /dev/zero"]).run()
        #expect(outcome.output.count == 1_000_000)
    }

    @Test func aProgramThatDoesNotEndIsKilledWithAllItStarted() throws {
        // Signals are blocked or ignored in many a program; the child of the child sleeps on.
        let program = ChildProcess(Self.shell, ["-c", "trap '' INT TERM; sleep 1000 & echo $!; wait; sleep 1000"])
        let outcome = try program.run(limit: 0.3)
        #expect(outcome.ending == .timeIsUp)
        let sleeper = try #require(pid_t(String(decoding: outcome.output, as: UTF8.self).prefix { $0.isNumber }))
        #expect(Self.hasEnded(sleeper))
    }

    @Test func anotherThreadStopsAProgramOrTheOneThatStartsNext() throws {
        let stop = ChildProcess.Stop()
        let program = ChildProcess(Self.shell, ["-c", "sleep 1000"])
        Thread.detachNewThread { stop.ask() }
        #expect(try program.run(stop: stop).ending == .killed(signal: SIGKILL))
        #expect(try program.run(stop: stop).ending == .killed(signal: SIGKILL))
    }

    @Test func whatAProgramLeavesBehindIsKilled() throws {
        let outcome = try ChildProcess(Self.shell, ["-c", "sleep 1000 & echo $!"]).run()
        #expect(outcome.ending == .exited(0))
        let sleeper = try #require(pid_t(String(decoding: outcome.output, as: UTF8.self).prefix { $0.isNumber }))
        #expect(Self.hasEnded(sleeper))
    }

    @Test func aMissingProgramIsTold() {
        let failure = #expect(throws: ChildProcess.Failure.self) {
            try ChildProcess(URL(filePath: "/nowhere/program"), []).run()
        }
        #expect(failure?.description == "No such file or directory")
    }

    /// Whether the process has ended or waits to be reaped.
    private static func hasEnded(_ process: pid_t) -> Bool {
        // A killed process may take a moment to go.
        for _ in 0..<1000 {
            guard let status = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return true }
            let text = String(decoding: status, as: UTF8.self)
            if text.contains(") Z ") || text.contains(") X ") || status.isEmpty { return true }
            sched_yield()
        }
        return false
    }
}

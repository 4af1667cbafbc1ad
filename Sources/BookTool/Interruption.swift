import Build
import Foundation
import Report
import Synchronization

/// Ctrl-C, SIGTERM and SIGHUP: ends the process at once, keeps what is done and says how to go on.
enum Interruption {
    /// The write end of the pipe that the handler writes to; a handler may do little more than that.
    private nonisolated(unsafe) static var signalled: Int32 = -1

    /// What else a reader should know at the end, such as what goes on elsewhere.
    static let remark = Mutex("")

    /// Waits for a signal on a thread of its own, so that busy cores do not delay it.
    ///
    /// - Parameter command: what the reader types to go on.
    static func watch(console: Console, command: String) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        signalled = ends[1]
        let readEnd = ends[0]
        Thread {
            var number: UInt8 = 0
            while read(readEnd, &number, 1) != 1 {}
            ChildProcess.killAll()
            RunningWork.save(within: 0.7)
            Staging.abandonAll {
                let remark = remark.withLock { $0 }
                console.complain("\nStopped. Finished work is kept; \(remark)this goes on from here:\n    \(command)")
                _exit(128 + Int32(number))
            }
        }.start()
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                var byte = UInt8(number)
                write(Interruption.signalled, &byte, 1)
            }
        }
    }
}

import CLentWork
import Dispatch
import Foundation
import Synchronization

/// A second thread that takes over half of a piece of work.
///
/// In training the next piece follows within microseconds, so the thread looks for it for a while before it sleeps: to wake it
/// takes longer than many pieces do. Nothing is allocated for a piece.
package final class Helper: Sendable {
    package static let shared = Helper()

    /// Looks at the ticket before the thread sleeps, and before the one that waits for it lets others run.
    private static let patience = 100_000

    private let isTaken = Atomic<Bool>(false)
    /// Pieces handed out, and pieces finished.
    private let handedOut = Atomic<Int>(0)
    private let finished = Atomic<Int>(0)
    private let isAsleep = Atomic<Bool>(false)
    private let alarm = DispatchSemaphore(value: 0)
    /// The piece at hand: written before `handedOut` rises, read after.
    nonisolated(unsafe) private var work = lent_work()

    private init() {
        let thread = Thread { [unowned self] in self.serve() }
        thread.name = "learning-helper"
        thread.start()
    }

    /// Runs `theirs` on the helper's thread and `mine` here; returns when both are done. False, with nothing done, when
    /// somebody else has the helper.
    @inline(never)
    package func share(_ theirs: () -> Void, _ mine: () -> Void) -> Bool {
        guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else {
            return false
        }
        lend(theirs, as: &work)
        let ticket = handedOut.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
        if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { alarm.signal() }
        mine()
        var looks = 0
        while finished.load(ordering: .acquiring) != ticket {
            looks += 1
            if looks > Self.patience { sched_yield() }
        }
        isTaken.store(false, ordering: .releasing)
        return true
    }

    private func serve() {
        var ticket = 0
        while true {
            var looks = 0
            while handedOut.load(ordering: .acquiring) == ticket {
                looks += 1
                guard looks > Self.patience else { continue }
                isAsleep.store(true, ordering: .sequentiallyConsistent)
                // Whoever handed out a piece meanwhile either sees that the thread sleeps, or is seen here.
                if handedOut.load(ordering: .sequentiallyConsistent) != ticket,
                    isAsleep.exchange(false, ordering: .sequentiallyConsistent)
                {
                    break
                }
                alarm.wait()
                looks = 0
            }
            ticket += 1
            lent_work_run(work)
            finished.store(ticket, ordering: .releasing)
        }
    }
}

/// Makes `work` able to run `closure` until the function that was handed it returns; `withoutActuallyEscaping`, which keeps
/// it as long, would allocate.
@_silgen_name("lent_work_make")
private func lend(_ closure: () -> Void, as work: UnsafeMutablePointer<lent_work>)

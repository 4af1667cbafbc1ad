import Foundation
import Synchronization

/// Runs tasks on threads of its own that the system lets run only while nothing else wants to.
final class LowPriorityExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let ready = DispatchSemaphore(value: 0)

    /// - Parameter threads: how many tasks run at once.
    init(threads: Int) {
        for _ in 0..<threads {
            let thread = Thread { [self] in
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
                while true {
                    ready.wait()
                    if let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                        job.runSynchronously(on: asUnownedTaskExecutor())
                    }
                }
            }
            // As deep as the threads of Swift's own pool.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        ready.signal()
    }
}

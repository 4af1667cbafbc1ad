import Foundation
import Synchronization

/// Calls its body again and again from a thread of its own, so that busy cores do not stop it.
final class Ticker: Sendable {
    private let isStopped = Mutex(false)
    private let finished = DispatchSemaphore(value: 0)

    init(interval: Double, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in
            while !isStopped.withLock({ $0 }) {
                body()
                Thread.sleep(forTimeInterval: interval)
            }
            finished.signal()
        }
        thread.start()
    }

    /// Ends the calls; returns when the last one is over.
    func stop() {
        isStopped.withLock { $0 = true }
        finished.wait()
    }
}

import Foundation

/// What a piece of work costs the thread that does it. No two runs agree: it is for results of long runs that are kept.
public enum ProcessorTime {
    /// Seconds that the calling thread spent on a processor for `work`.
    public static func seconds(of work: () throws -> Void) rethrows -> Double {
        let start = now
        try work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }
}

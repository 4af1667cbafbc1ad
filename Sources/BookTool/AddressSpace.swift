import Build
import Glibc

/// How many addresses the process may use, whether or not there is memory behind them.
enum AddressSpace {
    /// What OpenBLAS and the threads need: with fewer, it waits for them for ever.
    static let needed = 2_000_000_000

    /// The limit where it is too low.
    static func shortage() -> ByteCount? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < needed else {
            return nil
        }
        return ByteCount(Int(clamping: limit.rlim_cur))
    }
}

import Glibc

/// How many files the process may have open at once.
enum OpenFiles {
    /// What a build with all its programs needs.
    static let needed = 64
    /// What is asked for where the system allows it.
    private static let wanted: rlim_t = 4096

    /// Raises the limit as far as is allowed; returns it where that is too low.
    static func shortage() -> Int? {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0, limit.rlim_cur < wanted else { return nil }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        guard setrlimit(kind, &limit) == 0, limit.rlim_cur >= needed else { return Int(clamping: limit.rlim_cur) }
        return nil
    }
}

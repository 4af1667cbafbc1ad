import Glibc

/// How much memory a build may hold, so that computations wait that would exceed it.
public struct MemoryBudget: Sendable {
    /// The most bytes that the process should hold.
    public let bytes: Int
    private let atStart: Int
    private let resident: @Sendable () -> Int

    /// - Parameter resident: the bytes that the process holds when it is called.
    public init(bytes: Int, resident: @escaping @Sendable () -> Int = { ProcessMemory.resident }) {
        self.bytes = bytes
        self.resident = resident
        atStart = resident()
    }

    /// Three quarters of the machine's memory.
    public static var standard: MemoryBudget {
        MemoryBudget(bytes: sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 4 * 3)
    }

    /// Whether one more computation fits beside `running`, if it takes as much as they do on average. One always may run,
    /// or nothing would ever end.
    func admitsOneMore(than running: Int) -> Bool {
        guard running > 0 else { return true }
        let held = resident()
        return held + max(0, held - atStart) / running <= bytes
    }
}

/// What memory the process holds and has held.
public enum ProcessMemory {
    /// Bytes at present; 0 where the system does not tell.
    public static var resident: Int {
        guard let data = try? FileSystem.contents(of: "/proc/self/statm") else { return 0 }
        let fields = String(decoding: data, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }

    /// The most bytes at any time so far.
    public static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}

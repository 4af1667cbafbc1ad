import Synchronization

/// The staging folders of this process that are neither in place nor discarded.
///
/// Whoever holds the lock decides: a report is being put in its place, or everything unfinished is removed.
enum OpenStagings {
    private static let paths = Mutex<Set<String>>([])

    static func add(_ path: String) {
        paths.withLock { _ = $0.insert(path) }
    }

    /// Closes `path` by what `body` does, unless that fails; nothing is abandoned meanwhile.
    static func close<Outcome: Sendable>(
        _ path: String, _ body: () throws(BuildError) -> Outcome
    ) throws(BuildError) -> Outcome {
        try paths.withLock { (open) throws(BuildError) in
            let outcome = try body()
            open.remove(path)
            return outcome
        }
    }

    /// Removes what can be removed of every unfinished report, then calls `end`, before which no report can appear.
    static func abandonAll(_ end: () -> Never) -> Never {
        paths.withLock { open in
            for path in open {
                // What a busy writer still adds is removed by the next build.
                _ = Result { try FileSystem.remove(path) }
            }
            end()
        }
    }
}

import Hashing
import Synchronization

/// Sections that were presented already, for builds of one process that follow each other.
public final class RememberedRuns: Sendable {
    private let runs = Mutex<[String: (job: [String], run: SectionRun)]>([:])

    public init() {}

    /// What came of `job`, whose results are stored under `key`, if it was the same the last time.
    func run(of job: SectionJob, _ key: Digest) -> SectionRun? {
        runs.withLock { runs in
            runs[job.slug].flatMap { $0.job == Self.fields(of: job, key) ? $0.run : nil }
        }
    }

    func remember(_ run: SectionRun, _ key: Digest) {
        let stored = SectionRun(
            job: run.job, record: run.record, results: run.results, kernel: run.kernel, isStored: true)
        runs.withLock { $0[run.job.slug] = (Self.fields(of: run.job, key), stored) }
    }

    /// All that a record takes from a job.
    private static func fields(of job: SectionJob, _ key: Digest) -> [String] {
        [key.hex, job.section.number, job.source.name, "\(job.isAsWritten)", job.rerunCommand]
    }
}

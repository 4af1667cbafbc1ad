import Foundation
import Hashing
import Notebook
import Synchronization

/// Sections that were presented already, for builds of one process that follow each other.
public final class RememberedRuns: Sendable {
    private let runs = Mutex<[String: (job: [String], run: SectionRun)]>([:])
    private let kept = Mutex<[String: (file: Data, record: KeptRecord)]>([:])

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

    /// The record of the kept results that `file` holds, from memory if it held the same the last time.
    ///
    /// - Parameter name: where the file lies.
    /// - Throws: what `make` throws.
    public func record(of name: String, holding file: Data, make: () throws -> KeptRecord) rethrows -> KeptRecord {
        if let known = kept.withLock({ $0[name] }), known.file == file { return known.record }
        let record = try make()
        kept.withLock { $0[name] = (file, record) }
        return record
    }

    /// All that a record takes from a job.
    private static func fields(of job: SectionJob, _ key: Digest) -> [String] {
        [key.hex, job.section.number, job.source.name, "\(job.isAsWritten)", job.rerunCommand]
    }
}

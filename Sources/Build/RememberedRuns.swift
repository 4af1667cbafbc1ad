import Foundation
import Hashing
import Notebook
import Synchronization

/// Studies that were shown already, for builds of one process that follow each other.
public final class RememberedRuns: Sendable {
    private let runs = Mutex<[String: (job: [String], run: StudyRun)]>([:])
    private let kept = Mutex<[String: (file: Data, record: KeptStudy)]>([:])

    public init() {}

    /// What came of `job`, whose results are stored under `key`, if it was the same the last time, shown by the same code.
    func run(of job: StudyJob, _ key: Digest, shownBy presentation: String) -> StudyRun? {
        runs.withLock { runs in
            runs[job.path].flatMap { known in
                let isSame =
                    known.job == Self.fields(of: job, key) && known.run.record.presentationDigest == presentation
                return isSame ? known.run : nil
            }
        }
    }

    func remember(_ run: StudyRun, _ key: Digest) {
        let stored = StudyRun(
            job: run.job, record: run.record, results: run.results, kernel: run.kernel, time: run.time,
            isStored: true)
        runs.withLock { $0[run.job.path] = (Self.fields(of: run.job, key), stored) }
    }

    /// The record of the kept results that `file` holds, from memory if it held the same the last time.
    ///
    /// - Parameter name: where the file lies.
    /// - Throws: what `make` throws.
    public func record(of name: String, holding file: Data, make: () throws -> KeptStudy) rethrows -> KeptStudy {
        if let known = kept.withLock({ $0[name] }), known.file == file { return known.record }
        let record = try make()
        kept.withLock { $0[name] = (file, record) }
        return record
    }

    /// All that a record takes from a job.
    private static func fields(of job: StudyJob, _ key: Digest) -> [String] {
        [key.hex, job.profile.rawValue, job.section.number, job.source.name, "\(job.isAsWritten)", job.rerunCommand]
    }
}

import Foundation
import Hashing
import Learning
import Notebook

/// Runs the experiments whose results are not in the store, and makes each section's page.
public struct Runner: Sendable {
    private let store: Store
    private let digests: SourceDigests
    private let gate: CoreGate
    private let observer: any BuildObserver
    private let remembered: RememberedRuns?

    /// - Parameters:
    ///   - cores: how many computations may run at once.
    ///   - remembered: what earlier builds of this process presented.
    public init(
        store: Store, digests: SourceDigests, cores: Int, memory: MemoryBudget = .standard,
        observer: any BuildObserver = SilentObserver(), remembered: RememberedRuns? = nil
    ) {
        self.store = store
        self.digests = digests
        self.gate = CoreGate(cores: cores, memory: memory)
        self.observer = observer
        self.remembered = remembered
    }

    /// What came of `jobs`, in their order, whatever order they ran in.
    ///
    /// - Parameter finish: called on a core with each section that has run as soon as it has, while others still do.
    /// - Throws: `BuildError.section` for the first section that fails; what is done is kept.
    public func run(
        _ jobs: [SectionJob], finish: @escaping @Sendable (SectionRun) throws -> Void = { _ in }
    ) async throws -> [SectionRun] {
        try await withThrowingTaskGroup(of: (Int, SectionRun).self) { group in
            for (place, job) in jobs.enumerated() {
                group.addTask {
                    let run = try await run(job)
                    if !run.isStored {
                        try await gate.enter(job.slug)
                        let finished = Result { try finish(run) }
                        await gate.leave(job.slug)
                        try finished.get()
                    }
                    return (place, run)
                }
            }
            var runs: [Int: SectionRun] = [:]
            for try await (place, run) in group { runs[place] = run }
            return jobs.indices.compactMap { runs[$0] }
        }
    }

    /// Whether the results of `job` are in the store.
    public func isFresh(_ job: SectionJob) throws -> Bool {
        try store.data(for: job.resultsKey(digests), of: .results) != nil
    }

    /// Whether something is stored under the key of the results of `job`, whole or not.
    public func mayHaveResults(of job: SectionJob) throws -> Bool {
        FileSystem.kind(of: store.path(for: try job.resultsKey(digests), of: .results)) != nil
    }

    /// What came of `job`, from stored results where they fit.
    public func run(_ job: SectionJob) async throws -> SectionRun {
        observer.observe(.began(section: job.slug))
        let key = try job.resultsKey(digests)
        if let stored = try remembered?.run(of: job, key) ?? storedRun(of: job, key: key) {
            remembered?.remember(stored, key)
            observer.observe(.finished(section: job.slug, seconds: stored.record.seconds, isStored: true))
            return stored
        }
        let results = try await experiment(job)
        try store.keep(results.encoded, for: key, of: .results)
        let run: SectionRun
        do {
            run = try present(results, of: job, key: key, isStored: false)
        } catch {
            throw BuildError.section(slug: job.slug, stage: "presenting", error)
        }
        remembered?.remember(run, key)
        observer.observe(.finished(section: job.slug, seconds: results.seconds, isStored: false))
        return run
    }

    /// Nil when nothing is stored, or when it cannot be read by the section as it is now.
    private func storedRun(of job: SectionJob, key: Digest) throws -> SectionRun? {
        guard let entry = try store.data(for: key, of: .results), let results = StoredResults(entry) else { return nil }
        do {
            return try present(results, of: job, key: key, isStored: true)
        } catch is DecodingError {
            return nil
        } catch {
            throw BuildError.section(slug: job.slug, stage: "presenting", error)
        }
    }

    private func experiment(_ job: SectionJob) async throws -> StoredResults {
        let bench = SectionBench(
            slug: job.slug, store: store, gate: gate, observer: observer, key: try job.itemKey(digests))
        let lab = Lab(
            section: job.section.info, profile: job.profile, seed: job.seed, source: job.source, bench: bench)
        try await bench.start()
        let start = ContinuousClock.now
        let json: Data
        do {
            json = try await job.section.section.experiment(job.parameters, in: lab)
        } catch {
            await bench.stop()
            throw BuildError.section(slug: job.slug, stage: "experiment", error)
        }
        await bench.stop()
        return StoredResults(seconds: (ContinuousClock.now - start) / .seconds(1), kernel: BLAS.core, json: json)
    }

    private func present(_ results: StoredResults, of job: SectionJob, key: Digest, isStored: Bool) throws -> SectionRun
    {
        let record = SectionRecord(
            section: job.section, page: try job.section.section.present(results.json), profile: job.profile,
            seed: job.seed, dataName: job.section.info.readsImages ? job.source.name : nil,
            parameters: job.parameters, inputDigest: key.hex,
            presentationDigest: try digests.section(job.section.section.module).presentation,
            isAsWritten: job.isAsWritten, seconds: results.seconds,
            rerunCommand: job.rerunCommand)
        return SectionRun(
            job: job, record: record, results: results.json, kernel: results.kernel, isStored: isStored)
    }
}

/// A section that has run: its record, and its results as canonical JSON.
public struct SectionRun: Sendable {
    public let job: SectionJob
    public let record: SectionRecord
    public let results: Data
    /// The OpenBLAS kernel that computed the results, such as "Zen".
    public let kernel: String
    /// Whether the results were stored earlier, so that the experiment did not have to run.
    public let isStored: Bool
}

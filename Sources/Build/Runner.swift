import Foundation
import Hashing
import Learning
import Notebook

/// Runs the studies whose results are not in the store, and makes each one's page.
public struct Runner: Sendable {
    let store: Store
    let digests: SourceDigests
    let gate: CoreGate
    private let observer: any BuildObserver
    private let remembered: RememberedRuns?
    let checkpointInterval: Double

    /// As below, with cores of its own.
    ///
    /// - Parameter cores: how many computations may run at once.
    public init(
        store: Store, digests: SourceDigests, cores: Int, memory: MemoryBudget = .standard,
        observer: any BuildObserver = SilentObserver(), remembered: RememberedRuns? = nil
    ) {
        self.init(
            store: store, digests: digests, gate: CoreGate(cores: cores, memory: memory), observer: observer,
            remembered: remembered)
    }

    /// - Parameters:
    ///   - gate: the cores that it shares with other runners.
    ///   - remembered: what earlier builds of this process presented.
    ///   - checkpointInterval: seconds between two checkpoints of a training run.
    public init(
        store: Store, digests: SourceDigests, gate: CoreGate, observer: any BuildObserver = SilentObserver(),
        remembered: RememberedRuns? = nil, checkpointInterval: Double = 180
    ) {
        self.store = store
        self.digests = digests
        self.gate = gate
        self.observer = observer
        self.remembered = remembered
        self.checkpointInterval = checkpointInterval
    }

    /// What came of `jobs`, in their order, whatever order they ran in. Studies whose results they take run first.
    ///
    /// - Parameter finish: called on a core with each study that has run as soon as it has, while others still do.
    /// - Throws: `BuildError.study` for the first study that fails; what is done is kept.
    public func run(
        _ jobs: [StudyJob], finish: @escaping @Sendable (StudyRun) throws -> Void = { _ in }
    ) async throws -> [StudyRun] {
        let keys = try jobs.map { try $0.resultsKey(digests) }
        let runs = try await inOrder(jobs, results: \.results) { job, key, inputs in
            let run = try await run(job, key: key, inputs: inputs)
            if !run.isStored {
                try await gate.enter(job.path)
                let finished = Result { try finish(run) }
                await gate.leave(job.path)
                try finished.get()
            }
            return run
        }
        return keys.compactMap { runs[$0] }
    }

    /// What comes of each of `jobs` and of the studies whose results they take, by the keys of their results.
    ///
    /// - Parameters:
    ///   - results: the results that an outcome holds; a study that takes some that never come is left out.
    ///   - body: called once the results that the job takes are there, with these by the studies' names.
    func inOrder<Outcome: Sendable>(
        _ jobs: [StudyJob], results: (Outcome) -> Data?,
        _ body: @escaping @Sendable (StudyJob, Digest, _ inputs: [String: Data]) async throws -> Outcome
    ) async throws -> [Digest: Outcome] {
        var waiting = try withInputs(jobs)
        var outcomes: [Digest: Outcome] = [:]
        var known: [Digest: Data] = [:]
        try await withThrowingTaskGroup(of: (Digest, Outcome).self) { group in
            func start() {
                let ready = waiting.filter { $0.value.inputs.allSatisfy { known[$0] != nil } }
                for (key, (job, inputs)) in ready {
                    waiting[key] = nil
                    let taken = zip(job.inputs, inputs).map { ($0.study.name, known[$1] ?? Data()) }
                    let inputs = Dictionary(taken) { first, _ in first }
                    group.addTask { (key, try await body(job, key, inputs)) }
                }
            }
            start()
            while let (key, outcome) = try await group.next() {
                outcomes[key] = outcome
                known[key] = results(outcome)
                start()
            }
        }
        return outcomes
    }

    /// `jobs` and whatever they take results from, each with the keys of its inputs, by its own key.
    private func withInputs(_ jobs: [StudyJob]) throws -> [Digest: (job: StudyJob, inputs: [Digest])] {
        var all: [Digest: (job: StudyJob, inputs: [Digest])] = [:]
        for job in jobs {
            all[try job.resultsKey(digests)] = (job, try job.inputs.map { try $0.resultsKey(digests) })
            all.merge(try withInputs(job.inputs)) { known, _ in known }
        }
        return all
    }

    /// Whether the results of `job` are in the store.
    public func isFresh(_ job: StudyJob) throws -> Bool {
        try store.data(for: job.resultsKey(digests), of: .results) != nil
    }

    /// Whether something is stored under the key of the results of `job`, whole or not.
    public func mayHaveResults(of job: StudyJob) throws -> Bool {
        FileSystem.kind(of: store.path(for: try job.resultsKey(digests), of: .results)) != nil
    }

    /// What came of `job`, from stored results where they fit.
    public func run(_ job: StudyJob) async throws -> StudyRun {
        try await run([job])[0]
    }

    private func run(_ job: StudyJob, key: Digest, inputs: [String: Data]) async throws -> StudyRun {
        observer.observe(.began(study: job.path))
        let presentation = try digests.study(job).presentation
        if let stored = try remembered?.run(of: job, key, shownBy: presentation) ?? storedRun(of: job, key: key) {
            remembered?.remember(stored, key)
            observer.observe(.finished(study: job.path, time: stored.time, isStored: true))
            return stored
        }
        // With OpenBLAS loaded, a kernel found to multiply wrongly is another one than the key told.
        _ = BLAS.core
        let key = try job.resultsKey(digests)
        let results = try await measure(job, inputs)
        try store.keep(results.encoded, for: key, of: .results)
        let run: StudyRun
        do {
            run = try show(results, of: job, key: key, isStored: false)
        } catch {
            throw BuildError.study(job.path, stage: "showing", error)
        }
        remembered?.remember(run, key)
        observer.observe(.finished(study: job.path, time: results.time, isStored: false))
        return run
    }

    /// Nil when nothing is stored, or when it cannot be read by the study as it is now.
    private func storedRun(of job: StudyJob, key: Digest) throws -> StudyRun? {
        guard let entry = try store.data(for: key, of: .results), let results = StoredResults(entry) else { return nil }
        do {
            return try show(results, of: job, key: key, isStored: true)
        } catch is DecodingError {
            return nil
        } catch {
            throw BuildError.study(job.path, stage: "showing", error)
        }
    }

    /// This machine, measured before the first study of the process.
    static let machine = ProcessorSpeed.measure().description

    private func measure(_ job: StudyJob, _ inputs: [String: Data]) async throws -> StoredResults {
        let bench = StudyBench(
            study: job.path, store: store, gate: gate, observer: observer, interval: checkpointInterval,
            key: try job.itemKey(digests))
        try await bench.start()
        let json: Data
        do {
            json = try await job.measure(with: bench, inputs)
        } catch {
            await bench.stop()
            throw BuildError.study(job.path, stage: "measuring", error)
        }
        await bench.stop()
        return StoredResults(time: await bench.time, kernel: Self.machine, json: json)
    }

    private func show(_ results: StoredResults, of job: StudyJob, key: Digest, isStored: Bool) throws -> StudyRun {
        let record = StudyRecord(
            study: job.study, page: try job.study.show(results.json, job.parameters), profile: job.profile,
            seed: job.seed, dataName: job.dataName, parameters: job.parameters, inputDigest: key.hex,
            presentationDigest: try digests.study(job).presentation, isAsWritten: job.isAsWritten,
            seconds: results.time.seconds, rerunCommand: job.rerunCommand)
        return StudyRun(
            job: job, record: record, results: results.json, kernel: results.kernel, time: results.time,
            isStored: isStored)
    }
}

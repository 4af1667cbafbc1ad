import Foundation
import Notebook

extension Runner {
    /// What can be computed now for `jobs`, found by running their experiments with a bench that computes no item.
    ///
    /// - Parameter keepsResults: whether the results of a study all of whose items are there are stored, so that the next
    ///   frontier need not run it.
    /// - Throws: `BuildError.study` for a study that fails on outputs which are all there.
    public func frontier(of jobs: [StudyJob], keepsResults: Bool) async throws -> Frontier {
        let replays = try await inOrder(jobs, results: \Replay.results) { job, _, inputs in
            try await replay(job, inputs, keepsResults: keepsResults)
        }
        var (items, done, unfinished): ([PendingItem], Set<String>, [String]) = ([], [], [])
        for job in jobs.withInputs {
            let replay = replays[try job.resultsKey(digests)]
            if replay?.results == nil { unfinished.append(job.path) } else { done.insert(job.path) }
            items += replay?.missing ?? []
        }
        return Frontier(items: items, done: done, unfinished: unfinished)
    }

    private func replay(_ job: StudyJob, _ inputs: [String: Data], keepsResults: Bool) async throws -> Replay {
        let key = try job.resultsKey(digests)
        if let entry = try store.data(for: key, of: .results), let results = StoredResults(entry) {
            return Replay(results: results.json, missing: [])
        }
        let bench = ReplayBench(study: job.path, store: store, key: try job.itemKey(digests))
        let start = ContinuousClock.now
        do {
            let json = try await job.measure(with: bench, inputs)
            if keepsResults {
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                let results = StoredResults(
                    time: StudyTime(seconds: seconds, work: seconds, lacksItems: bench.foundItems),
                    kernel: Self.machine, json: json)
                try store.keep(results.encoded, for: key, of: .results)
            }
            return Replay(results: json, missing: [])
        } catch {
            let missing = bench.missing
            guard missing.isEmpty else { return Replay(results: nil, missing: missing) }
            throw BuildError.study(job.path, stage: "measuring", error)
        }
    }
}

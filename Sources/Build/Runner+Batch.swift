import Foundation
import Notebook

extension Runner {
    /// Computes `items`, and nothing else, by running the experiments that ask for them; each output is stored as soon as it is
    /// there. An item that fails does not stop the others.
    ///
    /// - Parameter jobs: the studies that ask for the items.
    /// - Returns: those that no experiment asks for as the store stands.
    /// - Throws: `BuildError.study` for a study that fails outside of its items.
    public func compute(
        _ items: [PendingItem], of jobs: [StudyJob], journal: any BatchJournal
    ) async throws -> [PendingItem] {
        let own = Dictionary(grouping: items, by: \.study).mapValues { Set($0.map(\.key)) }
        let replays = try await inOrder(jobs, results: \BatchReplay.results) { job, key, inputs in
            if let entry = try store.data(for: key, of: .results), let results = StoredResults(entry),
                own[job.path] == nil
            {
                return BatchReplay(results: results.json, occurring: [])
            }
            let bench = BatchBench(
                study: job.path, own: own[job.path] ?? [], store: store, gate: gate, journal: journal,
                interval: checkpointInterval, key: try job.itemKey(digests))
            do {
                let json = try await job.measure(with: bench, inputs)
                return BatchReplay(results: json, occurring: bench.occurring)
            } catch {
                // The journal tells of an item that fails.
                guard error is BatchBench.NotOwn || bench.hasFailed else {
                    throw BuildError.study(job.path, stage: "measuring", error)
                }
                return BatchReplay(results: nil, occurring: bench.occurring)
            }
        }
        let occurring = replays.values.reduce(into: Set<String>()) { $0.formUnion($1.occurring) }
        return items.filter { !occurring.contains($0.key) }
    }
}

/// How far a worker came with a study.
private struct BatchReplay: Sendable {
    let results: Data?
    let occurring: Set<String>
}

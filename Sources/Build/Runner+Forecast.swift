import Foundation
import Notebook

extension Runner {
    /// What is left to compute of `jobs`, by running their experiments on stored outputs and on such as stand in for missing
    /// ones.
    ///
    /// - Parameter samples: whether an item of each stage without outputs is computed, timed and stored.
    public func forecast(of jobs: [StudyJob], samples: Bool) async throws -> Forecast {
        let jobs = jobs.withInputs
        let outcomes = try await inOrder(jobs, results: \ForecastReplay.results) { job, key, inputs in
            if let entry = try store.data(for: key, of: .results), let results = StoredResults(entry) {
                return ForecastReplay(results: results.json, stages: [], isStored: true)
            }
            let bench = ForecastBench(
                study: job.path, store: store, gate: gate, samples: samples, key: try job.itemKey(digests))
            do {
                let json = try await job.measure(with: bench, inputs)
                return ForecastReplay(results: json, stages: await bench.stages, isStored: false)
            } catch {
                // Nothing stands in for what is missing, or the study refuses what does: the stages so far are what is known.
                let stages = await bench.stages
                guard stages.contains(where: { $0.missing > 0 }) || !inputs.isEmpty else {
                    throw BuildError.study(job.path, stage: "measuring", error)
                }
                return ForecastReplay(results: nil, stages: stages, isStored: false)
            }
        }
        var stored: Set<String> = []
        var studies: [Forecast.Study] = []
        for job in jobs {
            let outcome = outcomes[try job.resultsKey(digests)]
            if outcome?.isStored == true {
                stored.insert(job.path)
                continue
            }
            studies.append(
                Forecast.Study(
                    path: job.path, inputs: job.inputs.map(\.path).filter { !stored.contains($0) },
                    stages: outcome?.stages ?? [], isWhole: outcome?.results != nil))
        }
        return Forecast(studies: studies)
    }
}

/// How far a forecast came with a study.
private struct ForecastReplay: Sendable {
    let results: Data?
    let stages: [Forecast.Stage]
    let isStored: Bool
}

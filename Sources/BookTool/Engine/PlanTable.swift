import Build

/// A forecast as a reader sees it.
struct PlanTable {
    private let forecast: Forecast
    private let pace: Pace
    private let profile: String
    private let batchSeconds: Double

    init(_ forecast: Forecast, pace: Pace, profile: String, batchSeconds: Double) {
        self.forecast = forecast
        self.pace = pace
        self.profile = profile
        self.batchSeconds = batchSeconds
    }

    private func mean(_ stage: Forecast.Stage) -> Double? { pace[profile, stage.study, stage: stage.name].mean }

    var lines: [String] {
        guard !forecast.studies.isEmpty else { return ["Nothing is left to compute."] }
        let simulation = Simulation(forecast) { mean($0) ?? 0 }
        return studyLines + [""] + notes(simulation) + [""] + workerLines(simulation)
    }

    private var studyLines: [String] {
        let rows = forecast.studies.filter { !$0.isWhole || $0.stages.contains { $0.missing > 0 } }.map { study in
            let missing = study.stages.filter { $0.missing > 0 }
            let times = missing.map { stage in mean(stage).map { $0 * Double(stage.missing) } }
            let work = times.compactMap { $0 }.reduce(0, +)
            return [
                study.path, "\(missing.reduce(0) { $0 + $1.missing })" + (study.isWhole ? "" : "+"),
                "\(missing.reduce(0) { $0 + $1.items })",
                times.contains { $0 == nil } ? "not timed" : ProgressState.time(work),
            ]
        }
        let total = [
            "total",
            "\(forecast.stages.reduce(0) { $0 + $1.missing })" + (forecast.studies.allSatisfy(\.isWhole) ? "" : "+"),
            "\(forecast.stages.filter { $0.missing > 0 }.reduce(0) { $0 + $1.items })",
            EngineReport.coreHours(Simulation(forecast) { mean($0) ?? 0 }.work),
        ]
        return Self.table([["study", "missing", "of", "work"]] + rows + [total])
    }

    private func notes(_ simulation: Simulation) -> [String] {
        var notes = ["critical path: \(ProgressState.time(simulation.criticalPath))"]
        let bytes = forecast.stages.reduce(0.0) { $0 + Double($1.missing) * Double($1.bytes ?? 0) }
        notes.append("storage: about \(ByteCount(Int(min(bytes, 1e18)))) more")
        notes.append("memory: at most \(ByteCount(ProcessMemory.peak)) in this plan")
        let untimed = forecast.stages.filter { $0.missing > 0 && mean($0) == nil }.reduce(0) { $0 + $1.missing }
        if untimed > 0 {
            notes.append("\(untimed) items were never timed and count as nothing; --sample times one of each stage.")
        }
        if !forecast.studies.allSatisfy(\.isWhole) {
            notes.append("+: more follows on what is not stored yet; --sample tells how much.")
        }
        return notes
    }

    private func workerLines(_ simulation: Simulation) -> [String] {
        let work = simulation.work
        let rows = [1, 10, 100, 1000].map { workers in
            let time = simulation.time(workers: workers, batchSeconds: batchSeconds)
            let share = time > 0 ? Int((100 * work / time / Double(workers)).rounded()) : 100
            return ["\(workers)", ProgressState.time(time), "\(share) %"]
        }
        return Self.table([["workers", "time", "used"]] + rows)
    }

    /// Rows with their columns aligned, the first to the left and the others to the right.
    private static func table(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
                return column == 0 ? cell.0 + padding : padding + cell.0
            }.joined(separator: "  ")
        }
    }
}

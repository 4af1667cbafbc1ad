import Build
import Foundation

/// What took how long in a build, and how much memory.
struct TimingTable: Sendable {
    /// What it is, and its measure as a reader sees it.
    let rows: [(name: String, measure: String)]

    /// - Parameters:
    ///   - work: seconds that each study's items took on their cores in this build, by its path.
    ///   - experiments: all studies together, on the wall's clock.
    ///   - report: drawing, pages and PDF together; nil while they are under way.
    init(runs: [StudyRun], work: [String: Double], experiments: Duration, report: Duration?) {
        var rows = runs.map { run in
            (run.job.path, Self.measure(run, work: work[run.job.path, default: 0]))
        }
        rows.append(("all experiments", ProgressState.time(experiments / .seconds(1))))
        if let report { rows.append(("the report", ProgressState.time(report / .seconds(1)))) }
        rows.append(("most memory", ByteCount(ProcessMemory.peak).description))
        self.rows = rows
    }

    /// Work, waiting and stored apart: a study that shares its cores with others takes longer than its work.
    private static func measure(_ run: StudyRun, work: Double) -> String {
        let seconds = run.record.seconds
        let time = ProgressState.time(seconds)
        if run.isStored { return "stored; took \(time)" }
        guard work > 0 else { return time }
        let waited = seconds - work
        return "\(time), work \(ProgressState.time(work))"
            + (waited >= 0.1 ? ", waiting \(ProgressState.time(waited))" : "")
    }

    func print(to console: Console) {
        let width = rows.map(\.name.count).max() ?? 0
        for (name, measure) in rows {
            console.print("\(name.padding(toLength: width, withPad: " ", startingAt: 0))  \(measure)")
        }
    }
}

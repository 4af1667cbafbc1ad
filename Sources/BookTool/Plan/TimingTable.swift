import Build
import Foundation

/// What took how long in a build, and how much memory.
struct TimingTable: Sendable {
    /// What it is, and its measure as a reader sees it.
    let rows: [(name: String, measure: String)]

    /// - Parameters:
    ///   - experiments: all studies together, on the wall's clock.
    ///   - report: drawing, pages and PDF together; nil while they are under way.
    init(runs: [StudyRun], experiments: Duration, report: Duration?) {
        var rows = runs.map { (name: $0.job.path, measure: Self.measure($0)) }
        rows.append(("all experiments", ProgressState.time(experiments / .seconds(1))))
        if let report { rows.append(("the report", ProgressState.time(report / .seconds(1)))) }
        rows.append(("most memory", ByteCount(ProcessMemory.peak).description))
        self.rows = rows
    }

    /// The time in which it ran on any core, its work on all of them, and how long it waited for one.
    private static func measure(_ run: StudyRun) -> String {
        let time = run.time
        let measure = "\(ProgressState.time(time.seconds)), work \(ProgressState.time(time.work))"
        if run.isStored { return "stored; took \(measure)" }
        return measure + (time.waiting >= 0.1 ? ", waiting \(ProgressState.time(time.waiting))" : "")
    }

    func print(to console: Console) {
        let width = rows.map(\.name.count).max() ?? 0
        for (name, measure) in rows {
            console.print("\(name.padding(toLength: width, withPad: " ", startingAt: 0))  \(measure)")
        }
    }
}

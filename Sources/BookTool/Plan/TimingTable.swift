import Build
import Foundation

/// What took how long in a build.
struct TimingTable {
    private let rows: [(String, String)]

    /// - Parameters:
    ///   - experiments: all sections' experiments together, on the wall's clock.
    ///   - report: drawing, pages and PDF together.
    init(runs: [SectionRun], experiments: Duration, report: Duration) {
        var rows = runs.map { run in
            let time = ProgressState.time(run.record.seconds)
            return (run.record.section.info.slug, run.isStored ? "stored; took \(time)" : time)
        }
        rows.append(("all experiments", ProgressState.time(experiments / .seconds(1))))
        rows.append(("the report", ProgressState.time(report / .seconds(1))))
        self.rows = rows
    }

    func print(to console: Console) {
        let width = rows.map(\.0.count).max() ?? 0
        for (name, time) in rows {
            console.print("\(name.padding(toLength: width, withPad: " ", startingAt: 0))  \(time)")
        }
    }
}

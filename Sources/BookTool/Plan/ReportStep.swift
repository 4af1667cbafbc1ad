import Build
import Foundation
import Report

/// Hands the sections' records to the report.
struct ReportStep {
    let plan: BuildPlan
    let runs: [SectionRun]

    /// Writes the report into `staging`; returns what the reader should know about it.
    func write(to staging: Staging) async throws -> [String] {
        []
    }
}

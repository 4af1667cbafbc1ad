import Build
import Foundation
import Report

/// Hands the sections' records to the report.
struct ReportStep {
    let plan: BuildPlan
    let runs: [SectionRun]

    /// Writes the report into `staging`; returns what the reader should know about it.
    ///
    /// - Throws: `ReportError`, or `ToolError.formatImpossible` when a format that was asked for can't be made here.
    func write(to staging: Staging) throws -> [String] {
        let setup = plan.setup
        let report = Report(
            book: setup.tool.book, records: runs.map(\.record), templates: setup.root.templates,
            sources: setup.root.sources, cache: StoreProducts(setup.store), code: setup.tool.sources.report,
            formats: plan.formats.wanted, drawer: .plots)
        let outcome = try report.write(to: staging.url)
        var notes = outcome.warnings.map { $0.report(severity: "warning") }
        if !outcome.missingForPDF.isEmpty {
            if plan.formats.isExplicit { throw ReportError.missingLaTeX(outcome.missingForPDF) }
            notes.append("note: No PDF: \(Wording.message(for: ReportError.missingLaTeX(outcome.missingForPDF)))")
        }
        return notes
    }
}

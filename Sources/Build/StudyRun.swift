import Foundation
import Notebook

/// A study that has run: its record, and its results as canonical JSON.
public struct StudyRun: Sendable {
    public let job: StudyJob
    public let record: StudyRecord
    public let results: Data
    /// The OpenBLAS kernel that computed the results, who chose it, and how fast which processor multiplies with it.
    public let kernel: String
    /// How long the measurement took when it ran.
    public let time: StudyTime
    /// Whether the results were stored earlier, so that nothing had to be measured.
    public let isStored: Bool
}

extension [StudyRun] {
    /// The records of the sections all of whose studies have run, in the order of the first of them.
    ///
    /// - Parameter command: what runs a section again.
    /// - Throws: `PageError` when two claims bear one id.
    public func sectionRecords(rerunBy command: (NumberedSection) -> String) throws(PageError) -> [SectionRecord] {
        var (sections, slugs): ([NumberedSection], Set<String>) = ([], [])
        for run in self where slugs.insert(run.job.section.info.slug).inserted { sections.append(run.job.section) }
        let runs = Dictionary(grouping: self) { $0.job.section.info.slug }
        var records: [SectionRecord] = []
        for section in sections {
            let runs = runs[section.info.slug, default: []]
            guard runs.count == section.studies.count, let first = runs.first else { continue }
            records.append(
                try SectionRecord(
                    section: section, profile: first.job.profile, seed: first.job.seed, studies: runs.map(\.record),
                    rerunCommand: command(section)))
        }
        return records
    }
}

import Build
import Foundation
import Notebook

/// `build.json`: how and when the report was made. The only file of the output besides the page about the build that
/// holds times.
struct BuildFile: Encodable {
    private let book: String
    private let key: String
    private let profile: String
    private let seed: UInt64
    private let images: String
    private let finished: String
    private let seconds: Double
    private let studies: [Study]
    private let surprises: [BuildOutcome.Surprise]
    private let notes: [String]
    /// Every file that the build wrote; what else lies in the output is the reader's.
    private var files: [String] = []

    private struct Study: Encodable {
        let path: String
        let inputDigest: String
        let seconds: Double
        let isAsWritten: Bool
        let rerun: String
        /// What it shows: names in `values.json`, ids in `evidence.json`, pictures in the folder of figures.
        let values: [String]
        let claims: [String]
        let figures: [String]
    }

    init(
        key: String, plan: BuildPlan, runs: [StudyRun], records: [SectionRecord], outcome: BuildOutcome,
        seconds: Double
    ) {
        book = plan.setup.tool.book.title
        self.key = key
        profile = plan.setup.profile.rawValue
        seed = plan.setup.seed
        images = plan.setup.source.name
        finished = Date.now.formatted(.iso8601)
        self.seconds = seconds
        let sections = Dictionary(records.map { ($0.section.info.slug, $0) }) { first, _ in first }
        studies = runs.map { run in
            let (record, slug) = (run.record, run.job.section.info.slug)
            func names(_ noun: PageNoun) -> [String] { sections[slug]?.pageNames(noun, of: record.study.name) ?? [] }
            return Study(
                path: record.study.path, inputDigest: record.inputDigest, seconds: record.seconds,
                isAsWritten: record.isAsWritten, rerun: record.rerunCommand,
                values: names(.value).map { "\(slug).\($0)" }, claims: names(.claim),
                figures: names(.figure).map { "\(slug)-\($0)" })
        }
        surprises = outcome.surprises
        notes = outcome.notes
    }

    /// The file of a report that differs from that of `old` in the prose of pages alone; nil when `old` is of another report.
    ///
    /// - Parameters:
    ///   - before: the key of the report of `old`.
    ///   - key: the key of the new one.
    static func revised(_ old: Data, from before: String, to key: String, seconds: Double) -> Data? {
        var file = old
        for (name, was, value) in [
            ("key", "\"\(before)\"", "\"\(key)\""), ("finished", nil, "\"\(Date.now.formatted(.iso8601))\""),
            ("seconds", nil, "\(seconds)"),
        ] {
            // Fields of the whole file alone stand so far to the left.
            guard let start = file.range(of: Data("\n  \"\(name)\" : ".utf8))?.upperBound,
                let end = file[start...].firstIndex(of: UInt8(ascii: "\n")),
                case let length = file[end - 1] == UInt8(ascii: ",") ? end - 1 : end,
                was.map({ file[start..<length].elementsEqual($0.utf8) }) ?? true
            else { return nil }
            file.replaceSubrange(start..<length, with: Data(value.utf8))
        }
        return file
    }

    /// Writes the file, and one that keeps the folder out of version control, once the report is whole but for them.
    func write(to staging: Staging) throws {
        try staging.write(Data("*\n!.gitignore\n".utf8), to: ".gitignore")
        var whole = self
        whole.files = try staging.files() + [OutputFolder.marker]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try staging.write(encoder.encode(whole), to: OutputFolder.marker)
    }
}

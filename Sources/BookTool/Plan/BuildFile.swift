import Build
import Foundation

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
    }

    init(key: String, plan: BuildPlan, runs: [StudyRun], outcome: BuildOutcome, seconds: Double) {
        book = plan.setup.tool.book.title
        self.key = key
        profile = plan.setup.profile.rawValue
        seed = plan.setup.seed
        images = plan.setup.source.name
        finished = Date.now.formatted(.iso8601)
        self.seconds = seconds
        studies = runs.map(\.record).map {
            Study(
                path: $0.study.path, inputDigest: $0.inputDigest, seconds: $0.seconds,
                isAsWritten: $0.isAsWritten, rerun: $0.rerunCommand)
        }
        surprises = outcome.surprises
        notes = outcome.notes
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

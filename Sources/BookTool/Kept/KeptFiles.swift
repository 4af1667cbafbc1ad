import Build
import Foundation
import Notebook
import Report

/// The folder `records` of a book: results of runs that a build only shows.
///
/// `records/full/<section>/<study>.jsonl` holds a study's results of a long profile, `records/stability.yml` how often each
/// claim came out how; `records/claims/<section>.yml` what is predicted of each.
struct KeptFiles: Sendable {
    let folder: URL

    init(of root: BookRoot) { folder = root.records }

    /// Kept records, and what the reader should know of those that can't be shown.
    typealias Records = (records: [KeptRecord], notes: [String])

    /// Every kept record of the sections of `book`.
    ///
    /// - Parameters:
    ///   - isLeftOut: whether a section's are not wanted.
    ///   - remembered: what earlier builds of this process read.
    func records(
        of book: Book, besides isLeftOut: (NumberedSection) -> Bool = { _ in false }, digests: SourceDigests,
        remembered: RememberedRuns?
    ) throws -> Records {
        var records: [KeptRecord] = []
        var notes: [String] = []
        for profile in Profile.allCases where profile != .quick {
            for section in book.sections where !isLeftOut(section) {
                var studies: [KeptStudy] = []
                for study in section.studies {
                    let name = Self.name(of: study.path, in: profile)
                    guard let data = try InputFiles.contents(of: folder.appending(path: name)) else { continue }
                    do {
                        let read = {
                            try KeptResults(data).record(of: study, in: section.section.module, digests: digests)
                        }
                        let shown = try digests.study(study, in: section.section.module).presentation
                        studies.append(
                            try remembered?.record(of: "\(name) \(shown)", holding: data, make: read) ?? read())
                    } catch let error where error is DecodingError || error is KeptResultsError {
                        notes.append("warning: " + Self.message(for: error, in: name, study, profile, of: book))
                    }
                }
                if let record = try Self.record(of: section, studies) { records.append(record) }
            }
        }
        return (records, notes)
    }

    /// The kept studies of `section` as one record; nil for none.
    private static func record(of section: NumberedSection, _ studies: [KeptStudy]) throws -> KeptRecord? {
        guard let first = studies.first else { return nil }
        let (path, slug) = (first.record.study.path, section.info.slug)
        let record = try SectionRecord(
            section: section, profile: first.record.profile, seed: first.record.seed, studies: studies.map(\.record),
            rerunCommand: first.record.rerunCommand.replacing(" \(path) ", with: " \(slug) "))
        return KeptRecord(record: record, commits: studies.map(\.commit))
    }

    /// Where the results of a study in a profile are kept, from the folder.
    static func name(of path: String, in profile: Profile) -> String { "\(profile.rawValue)/\(path).jsonl" }

    private static func message(
        for error: any Error, in name: String, _ study: AnyStudy, _ profile: Profile, of book: Book
    ) -> String {
        let cause =
            if case KeptResultsError.wrongLines(let count) = error { "it has \(count) lines instead of three" } else {
                "its results do not fit the study as it is now"
            }
        let data = book.images.map { " --data \($0.title)" } ?? ""
        return "records/\(name) is not shown: \(cause). Run it again with '\(book.name) keep \(study.path) --profile "
            + "\(profile.rawValue)\(data)', or remove the file."
    }

    /// Writes `results` whole.
    ///
    /// - Returns: the file's place from the book's root.
    func keep(_ results: KeptResults) throws -> String {
        let name = Self.name(of: results.origin.study, in: results.origin.profile)
        try write(results.encoded, to: name)
        return "records/\(name)"
    }

    /// What the file of stability says; nil when there is none.
    ///
    /// - Throws: `StabilityError` with the line that can't be read.
    func stability() throws -> Stability? {
        let file = folder.appending(path: "stability.yml")
        return try InputFiles.text(of: file).map { try Stability(yaml: $0) }
    }

    /// What was written down of the claims.
    ///
    /// - Throws: `ClaimLedgerError` with file and line.
    func ledger() throws -> ClaimLedger {
        try ClaimLedger(folder: folder.appending(path: "claims", directoryHint: .isDirectory))
    }

    func keep(_ stability: Stability) throws {
        try write(Data(stability.yaml.utf8), to: "stability.yml")
    }

    private func write(_ data: Data, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file, options: .atomic)
    }
}

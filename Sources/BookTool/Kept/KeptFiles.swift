import Build
import Foundation
import Notebook
import Report

/// The folder `records` of a book: results of runs that a build only shows.
///
/// `records/full/<slug>.jsonl` holds a section's results of a long profile, `records/stability.yml` how often each claim
/// came out how; `records/claims/<slug>.yml` what the chapter predicts of each.
struct KeptFiles: Sendable {
    let folder: URL

    init(of root: BookRoot) { folder = root.records }

    /// Kept records, and what the reader should know of those that can't be shown.
    typealias Records = (records: [KeptRecord], notes: [String])

    /// Every kept record of the sections of `book`.
    ///
    /// - Parameter remembered: what earlier builds of this process read.
    func records(of book: Book, digests: SourceDigests, remembered: RememberedRuns?) throws -> Records {
        var records: [KeptRecord] = []
        var notes: [String] = []
        for profile in Profile.allCases where profile != .quick {
            for section in book.sections {
                let name = Self.name(of: section.info.slug, in: profile)
                let file = folder.appending(path: name)
                guard let data = try InputFiles.contents(of: file) else { continue }
                do {
                    let read = { try KeptResults(data).record(of: section, digests: digests) }
                    records.append(try remembered?.record(of: name, holding: data, make: read) ?? read())
                } catch let error where error is DecodingError || error is KeptResultsError {
                    notes.append("warning: " + Self.message(for: error, in: name, section: section, profile))
                }
            }
        }
        return (records, notes)
    }

    /// Where the results of a section in a profile are kept, from the folder.
    static func name(of slug: String, in profile: Profile) -> String { "\(profile.rawValue)/\(slug).jsonl" }

    private static func message(
        for error: any Error, in name: String, section: NumberedSection, _ profile: Profile
    ) -> String {
        let slug = section.info.slug
        let cause =
            if case KeptResultsError.wrongLines(let count) = error { "it has \(count) lines instead of three" } else {
                "its results do not fit the section as it is now"
            }
        return "records/\(name) is not shown: \(cause). Run it again with 'regbook keep \(slug) --profile "
            + "\(profile.rawValue) --data MNIST', or remove the file."
    }

    /// Writes `results` whole.
    ///
    /// - Returns: the file's place from the book's root.
    func keep(_ results: KeptResults) throws -> String {
        let name = Self.name(of: results.origin.section, in: results.origin.profile)
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

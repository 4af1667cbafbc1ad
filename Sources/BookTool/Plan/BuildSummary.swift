import Build
import Foundation
import Notebook

/// The lines at the end of a build.
struct BuildSummary {
    private let outcome: BuildOutcome
    private let output: OutputFolder
    private let formats: Formats
    private let isUnchanged: Bool
    private let book: String

    /// - Parameter book: the name that the editions bear.
    init(_ outcome: BuildOutcome, of book: String, output: OutputFolder, formats: Formats, isUnchanged: Bool) {
        self.book = book
        self.outcome = outcome
        self.output = output
        self.formats = formats
        self.isUnchanged = isUnchanged
    }

    /// Surprises and notes go to standard error; where the report lies goes to standard output.
    func print(to console: Console, quiet: Bool, strict: Bool) {
        for warning in outcome.warnings {
            console.complain((strict ? warning.asError : warning).text)
        }
        for note in outcome.notes where !quiet || !note.hasPrefix("note: ") { console.complain(note) }
        for surprise in outcome.surprises {
            let level = strict || surprise.isAsWritten ? "error" : "note"
            if quiet && level == "note" { continue }
            let run = surprise.kept.map { ", kept run of the profile \($0.rawValue)" } ?? ""
            console.complain(
                "\(level): \(surprise.study), claim \(surprise.claim)\(run): \(surprise.verdict), where "
                    + "'\(surprise.expected)' is recorded. \(surprise.measured) (\(surprise.place)).")
        }
        if quiet { return }
        if isUnchanged { console.print("Nothing has changed.") }
        if formats.wanted.contains(.html) { console.print("The report: \(output.path)/index.html") }
        let pdf = "\(output.path)/\(book).pdf"
        if formats.wanted.contains(.pdf) && FileManager.default.fileExists(atPath: pdf) {
            console.print("As PDF:     \(pdf)")
        }
        if formats.wanted.contains(.epub) { console.print("As EPUB:    \(output.path)/\(book).epub") }
    }
}

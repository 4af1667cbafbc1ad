import Build
import Foundation
import Notebook
import Report

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
        for (format, words) in [(Format.html, "The report:"), (.pdf, "As PDF:    "), (.epub, "As EPUB:   ")] {
            let file = "\(output.path)/\(format.file(of: book))"
            // Without LaTeX there is no PDF.
            guard formats.wanted.contains(format), FileManager.default.fileExists(atPath: file) else { continue }
            console.print("\(words) \(file)")
        }
    }
}

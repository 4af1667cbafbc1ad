import Build
import Foundation
import Notebook
import Report

/// What a build has to say, as data for an editor.
struct DiagnosticTranscript: Encodable {
    let diagnostics: [Diagnostic]
    private let surprises: [BuildOutcome.Surprise]
    private let notes: [String]
    /// Whether the build failed.
    let fails: Bool

    /// A build that came to its end.
    init(_ outcome: BuildOutcome, strict: Bool) {
        diagnostics = strict ? outcome.warnings.map(\.asError) : outcome.warnings
        surprises = outcome.surprises
        notes = outcome.notes
        fails = outcome.fails(strict: strict)
    }

    /// A build that did not: everything wrong in the book's files, or the one thing that stopped it.
    init(_ error: any Error) {
        let placed = Wording.diagnostics(of: error)
        diagnostics = placed.isEmpty ? [Diagnostic(.error, Wording.message(for: error))] : placed
        surprises = []
        notes = []
        fails = true
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

import Foundation
import Notebook
import Yams

/// What was written down of a book's claims: predictions, each in the file of its section below `records/claims`, and how
/// many mutants of a section each claim noticed, in `records/claims/mutants.yml`.
public struct ClaimLedger: Sendable, Equatable {
    /// By the claim's id.
    public let predictions: [String: ClaimPrediction]
    /// How many wrong formulas and wrong results each claim was put to the test with, and how many changed its verdict.
    public let mutants: [String: MutationScore.Tally]
    /// Everything that was read, for keys.
    let text: String

    public init() {
        predictions = [:]
        mutants = [:]
        text = ""
    }

    /// Reads all files of `folder`; without the folder the ledger is empty.
    ///
    /// - Throws: `ClaimLedgerError` with the line that can't be read.
    public init(folder: URL) throws {
        let path = folder.path(percentEncoded: false)
        let names =
            FileManager.default.fileExists(atPath: path)
            ? try FileManager.default.contentsOfDirectory(atPath: path) : []
        var predictions: [String: ClaimPrediction] = [:]
        var mutants: [String: MutationScore.Tally] = [:]
        var text = ""
        for name in names.sorted() where name.hasSuffix(".yml") {
            let yaml = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
            text += name + yaml
            let reader = try ClaimLedgerReader(yaml, file: "records/claims/\(name)")
            if name == "mutants.yml" {
                mutants = try reader.tallies()
            } else {
                for (id, prediction, node) in try reader.predictions() {
                    guard predictions[id] == nil else { throw reader.error(node, "claim \(id) is predicted twice") }
                    predictions[id] = prediction
                }
            }
        }
        self.predictions = predictions
        self.mutants = mutants
        self.text = text
    }
}

/// What the chapter predicts of a claim, written down apart from what came out.
public struct ClaimPrediction: Sendable, Equatable {
    /// The verdict that the chapter's statement amounts to.
    public let verdict: Verdict
    /// What decides it, and why that and no other bound.
    public let bound: String
    public let reason: String
    /// The independent runs or draws behind it; 0 where nothing is measured.
    public let replicates: Int
    /// Whether it was written before any result of the claim's present checks was known.
    public let isOlderThanResult: Bool
    /// What kind of slip it is where the statement is wrong as printed; nil where nobody has said so.
    public let slip: Slip?

    /// How far a statement that is wrong as printed leads a reader astray.
    public enum Slip: String, Sendable, CaseIterable {
        /// A slip of the pen: the context shows what is meant.
        case typo
        /// Right under a condition that the text does not state.
        case gap
        /// Wrong, also as meant.
        case wrong
    }
}

/// What is wrong with a file of the ledger, and in which line.
public struct ClaimLedgerError: Error, Sendable, Equatable, CustomStringConvertible {
    public let file: String
    public let line: Int
    public let problem: String

    public var description: String { "\(file):\(line): \(problem)" }
}

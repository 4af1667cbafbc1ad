import Foundation
import Notebook

/// What came of writing a report.
public struct ReportOutcome: Sendable {
    /// What each file was made from, as a digest, by its path in the output folder.
    public let keys: [String: String]
    /// What pages can be made again with after an edit, by slug; empty where an edit may change more than its page.
    public let excerpts: [String: Data]
    /// Every file, by its path in the output folder, sorted.
    public var files: [String] { keys.keys.sorted() }
    /// The claims that came out unexpectedly where everything is as the prose was written for: the build must fail.
    public let failures: [Surprise]
    /// The same where the reader changed profile, parameters, seed or data: they are listed only.
    public let differences: [Surprise]
    /// What is no error, but not as it should be: names that nobody uses, lines too wide for the PDF.
    public let warnings: [Problem]
    /// What kept the PDF from being made, while the other formats stand: the build must fail.
    public let problems: [Problem]
    /// What the PDF would need; nil when there is a PDF, or none was wanted.
    public let missingForPDF: ReportError?

    /// A claim whose verdict is not the one the prose was written for.
    public struct Surprise: Sendable, Hashable {
        public let section: String
        public let id: String
        public let expected: Verdict
        public let verdict: Verdict
    }
}

extension ReportOutcome.Surprise: CustomStringConvertible {
    public var description: String {
        "\(section): claim \(id) is \(verdict.rawValue), but its prose was written for \(expected.rawValue)"
    }
}

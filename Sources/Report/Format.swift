/// A kind of output.
public enum Format: String, Sendable, CaseIterable, Codable {
    case html, pdf, epub

    /// What is made when nothing is said.
    public static let standard: Set<Format> = [.html, .pdf]

    /// What a reader calls it.
    public var name: String { rawValue.uppercased() }

    /// The file that a reader opens, in the output folder of the book of this name.
    public func file(of book: String) -> String { self == .html ? "index.html" : "\(book).\(rawValue)" }
}

/// The paper of the PDF.
public enum Paper: String, Sendable, CaseIterable, Codable {
    case a4, letter
}

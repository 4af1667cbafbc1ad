/// A kind of output.
public enum Format: String, Sendable, CaseIterable, Codable {
    case html, pdf, epub

    /// What is made when nothing is said.
    public static let standard: Set<Format> = [.html, .pdf]
}

/// The paper of the PDF.
public enum Paper: String, Sendable, CaseIterable, Codable {
    case a4, letter
}

/// A kind of output.
public enum Format: String, Sendable, CaseIterable, Codable {
    case html, pdf
}

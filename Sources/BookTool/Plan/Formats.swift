/// Which of a report's formats are made.
struct Formats: Sendable, Equatable {
    var html = true
    var pdf = true
    /// Whether the reader asked for them, so that what can't be made is an error.
    var isExplicit = false

    /// - Parameter text: "html", "pdf", or both with a comma between; nil for all that can be made.
    init(_ text: String?) throws {
        guard let text else { return }
        let names = text.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
        for name in names where !["html", "pdf"].contains(name) { throw ToolError.unknownFormat(name) }
        guard !names.isEmpty else { throw ToolError.unknownFormat(text) }
        html = names.contains("html")
        pdf = names.contains("pdf")
        isExplicit = true
    }
}

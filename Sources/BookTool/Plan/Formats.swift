import Report

/// Which of a report's formats are made.
struct Formats: Sendable, Equatable {
    var wanted = Format.standard
    /// Whether the reader asked for them, so that what can't be made is an error.
    var isExplicit = false

    /// - Parameter text: "html", "pdf", "epub", or several with commas between; nil for the first two where they can be made.
    init(_ text: String?) throws {
        guard let text else { return }
        let names = text.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
        guard !names.isEmpty else { throw ToolError.unknownFormat(text) }
        wanted = try Set(
            names.map { name in
                guard let format = Format(rawValue: name) else { throw ToolError.unknownFormat(name) }
                return format
            })
        isExplicit = true
    }
}

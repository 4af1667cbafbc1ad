import Report

/// Which of a report's formats are made.
struct Formats: Sendable, Equatable {
    var wanted = Format.standard
    /// Whether the reader asked for them, so that what can't be made is an error.
    var isExplicit = false

    /// - Parameter texts: each "html", "pdf", "epub", or several with commas between; none for the first two where they
    ///   can be made.
    init(_ texts: [String]) throws {
        guard !texts.isEmpty else { return }
        let names = texts.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        wanted = try Set(
            names.map { name in
                let name = String(name.trimmingPrefix(" "))
                guard let format = Format(rawValue: name) else { throw ToolError.unknownFormat(name) }
                return format
            })
        isExplicit = true
    }
}
